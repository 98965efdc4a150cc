#include "entente/study/exposure/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/baseline.hpp"
#include "support/power_worlds.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;

const World& world() {
    static const World built(testing::two_powers());
    return built;
}

ExposureRow germany(ExposureOptions options) {
    options.countries = {"DEU"};
    return make_exposure_table(world(), options).rows.at(0);
}

std::string complaint(const ExposureOptions& options) {
    try {
        make_exposure_table(world(), options);
    } catch (const OptionError& error) {
        return error.what();
    }
    return {};
}

constexpr double rounding = 1e-14;
// DEU buys 10 of 100 from the USA and sells it 10 of an income of 105; theta is 4.
const double imports_loss = 1.0 - std::pow(0.9, 0.25);
const double exports_loss = 10.0 / 105.0 / 5.0;

TEST(ExposureTable, the_loss_is_that_worked_out_by_hand) {
    const ExposureRow row = germany({.to = {"USA"}});

    EXPECT_NEAR(row.imports, imports_loss, rounding);
    EXPECT_NEAR(row.exports, exports_loss, rounding);
    EXPECT_NEAR(row.total, 1.0 - (1.0 - imports_loss) * (1.0 - exports_loss), rounding);
    EXPECT_NEAR(row.trade_share, 20.0 / 45.0, rounding);
}

TEST(ExposureTable, a_cut_from_everybody_costs_the_gains_from_trade) {
    ExposureOptions options{.to = {}};
    for (const std::string& code : world().countries().codes()) {
        if (code != "DEU") options.to.push_back(code);
    }
    const Baseline baseline = make_baseline(world());
    const std::size_t n = world().countries().at("DEU");

    const ExposureRow row = germany(options);

    // Arkolakis, Costinot and Rodriguez-Clare (2012); theta is 4, the solver stops at 1e-9.
    ASSERT_TRUE(row.equilibrium);
    EXPECT_NEAR(*row.equilibrium, 1.0 - std::pow(baseline.trade_share(n, n, 0), 0.25), 1e-8);
}

TEST(ExposureTable, the_closed_form_alone_needs_no_solve) {
    const ExposureRow row = germany({.to = {"USA"}, .method = "closed_form"});

    EXPECT_FALSE(row.equilibrium);
    EXPECT_EQ(row.total, germany({.to = {"USA"}}).total);
}

TEST(ExposureTable, a_scope_cuts_one_side_and_the_power_loses_the_other) {
    const ExposureRow row = germany({.to = {"USA"}, .scope = "imports"});

    EXPECT_NEAR(row.total, imports_loss, rounding);
    EXPECT_EQ(row.exports, 0.0);
    // What DEU no longer buys the USA no longer sells: 10 out of an income of 950.
    EXPECT_NEAR(row.reverse, 10.0 / 950.0 / 5.0, rounding);
}

TEST(ExposureTable, a_world_of_one_sector_loses_all_from_that_sector) {
    EXPECT_EQ(germany({.to = {"USA"}, .scope = "GDS"}).total, germany({.to = {"USA"}}).total);
}

TEST(ExposureTable, several_powers_act_jointly) {
    const ExposureRow joint = germany({.to = {"USA", "CHN"}});
    const double usa = germany({.to = {"USA"}}).total;
    const double china = germany({.to = {"CHN"}}).total;

    ASSERT_TRUE(joint.joint_gain);
    EXPECT_NEAR(*joint.joint_gain, joint.total - usa - china, rounding);
    EXPECT_EQ(joint.total, germany({.to = {"G2"}}).total);
    EXPECT_FALSE(germany({.to = {"USA"}}).joint_gain);
}

TEST(ExposureTable, exact_joint_gain_is_the_joint_loss_less_the_single_ones) {
    const ExposureRow joint = germany({.to = {"USA", "CHN"}});
    const double usa = *germany({.to = {"USA"}}).equilibrium;
    const double china = *germany({.to = {"CHN"}}).equilibrium;

    ASSERT_TRUE(joint.equilibrium_joint_gain);
    EXPECT_NEAR(*joint.equilibrium_joint_gain, *joint.equilibrium - usa - china, rounding);
}

TEST(ExposureTable, a_tariff_of_the_power_costs_less_than_a_cut_and_more_when_higher) {
    const auto loss = [](const std::string& tariff) {
        return *germany({.to = {"USA"}, .scope = "exports", .tariff = tariff}).equilibrium;
    };
    const double cut = *germany({.to = {"USA"}, .scope = "exports"}).equilibrium;

    EXPECT_GT(loss("10%"), 0.0);
    EXPECT_GT(loss("25%"), loss("10%"));
    EXPECT_GT(cut, loss("100%"));
    EXPECT_EQ(loss("25pp"), loss("25%"));
}

TEST(ExposureTable, a_tariff_has_no_closed_form) {
    const ExposureRow row = germany({.to = {"USA"}, .tariff = "25%"});

    EXPECT_TRUE(std::isnan(row.total));
    EXPECT_THAT(complaint({.to = {"USA"}, .method = "closed_form", .tariff = "25%"}),
                HasSubstr("know no tariff"));
    EXPECT_THAT(complaint({.to = {"USA"}, .cut = true, .tariff = "25%"}), HasSubstr("Give one"));
}

TEST(ExposureTable, a_tariff_needs_its_unit_and_a_sensible_size) {
    EXPECT_THAT(complaint({.to = {"USA"}, .tariff = "0.25"}), HasSubstr("Write 25%"));
    EXPECT_THAT(complaint({.to = {"USA"}, .tariff = "-5%"}), HasSubstr("above 0%"));
    EXPECT_THAT(complaint({.to = {"USA"}, .tariff = "nan%"}), HasSubstr("above 0%"));
    EXPECT_THAT(complaint({.to = {"USA"}, .tariff = "5000%"}), HasSubstr("at most 1000%"));
}

TEST(ExposureTable, rows_run_from_the_largest_loss) {
    const ExposureTable table = make_exposure_table(world(), {.to = {"USA"}});

    ASSERT_EQ(table.rows.size(), 4U);
    for (std::size_t k = 1; k < table.rows.size(); ++k) {
        EXPECT_GE(table.rows[k - 1].total, table.rows[k].total);
    }
    EXPECT_EQ(table.rows[0].code, "VNM");
    EXPECT_EQ(table.rows[0].estimated_share, 1.0);
}

TEST(ExposureTable, contributions_of_sectors_add_up_to_the_country_s_loss) {
    const World inputs(testing::three_countries());

    const ExposureTable table =
        make_exposure_table(inputs, {.to = {"BBB"}, .countries = {"AAA"}, .by = "sector"});

    double log_loss = 0.0;
    for (const SectorContribution& part : table.contributions) log_loss += part.imports;
    ASSERT_EQ(table.contributions.size(), 2U);
    EXPECT_NEAR(1.0 - std::exp(-log_loss), table.rows[0].imports, rounding);
}

TEST(ExposureTable, an_unknown_scope_is_answered_with_scopes_and_sectors) {
    EXPECT_THAT(complaint({.to = {"USA"}, .scope = "GSD"}), HasSubstr("Did you mean GDS?"));
    EXPECT_THAT(complaint({.to = {"USA"}, .scope = "import"}), HasSubstr("Did you mean imports?"));
}

TEST(ExposureTable, an_unknown_power_is_answered_with_the_nearest) {
    EXPECT_THAT(complaint({.to = {"CHM"}}), HasSubstr("Did you mean CHN?"));
}

TEST(ExposureTable, threads_do_not_change_a_single_byte) {
    const auto text = [](std::size_t threads) {
        return render(make_exposure_table(world(), {.to = {"USA"}, .threads = threads}),
                      {.format = Format::csv});
    };

    EXPECT_EQ(text(1), text(2));
}

}  // namespace
}  // namespace entente
