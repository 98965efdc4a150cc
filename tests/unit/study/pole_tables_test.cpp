#include "entente/study/alignment/pole_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "entente/study/exposure/side_losses.hpp"
#include "support/power_worlds.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

const World& two_powers() {
    static const World world(testing::two_powers());
    return world;
}

TEST(Poles, shares_of_all_candidates_make_the_number_of_poles) {
    std::vector<std::string> all;
    for (const std::string& code : two_powers().countries().codes()) {
        if (code != "ROW") all.push_back(code);
    }

    const PoleTable table = make_pole_table(two_powers(), {.powers = all});

    double sum = 0.0;
    double squares = 0.0;
    for (const PowerRow& row : table.powers) {
        sum += row.total.pole_share;
        squares += row.total.pole_share * row.total.pole_share;
    }
    EXPECT_EQ(table.num_candidates, all.size());
    EXPECT_NEAR(sum, 1.0, 1e-12);
    EXPECT_NEAR(table.effective_poles, 1.0 / squares, 1e-12);
}

TEST(Poles, leverage_over_a_country_is_its_loss) {
    const PoleTable table = make_pole_table(two_powers(), {.countries = {"DEU"}, .by = "country"});
    const detail::Losses losses(two_powers());
    const auto usa = two_powers().countries().at("USA");

    ASSERT_THAT(table.countries, SizeIs(1));
    EXPECT_DOUBLE_EQ(table.countries[0].loss[0],
                     losses.of_country(two_powers().countries().at("DEU"), {usa}).total);
    EXPECT_FALSE(table.countries[0].leans) << "without layers";
}

TEST(Poles, exact_losses_are_those_of_the_model) {
    const PoleTable table =
        make_pole_table(two_powers(), {.countries = {"DEU"}, .by = "country", .method = "ge"});
    const auto& countries = two_powers().countries();
    const auto exact = detail::EquilibriumLosses(two_powers())
                           .of({{{countries.at("DEU")}, {countries.at("CHN")}}}, {}, 1);

    EXPECT_DOUBLE_EQ(table.countries[0].loss[1], exact[0].countries);
    EXPECT_DOUBLE_EQ(table.countries[0].reverse[1], exact[0].power);
}

TEST(Poles, a_power_has_no_leverage_over_itself) {
    const PoleTable table = make_pole_table(two_powers(), {.countries = {"USA"}, .by = "country"});

    EXPECT_TRUE(std::isnan(table.countries[0].loss[0]));
    EXPECT_FALSE(std::isnan(table.countries[0].loss[1]));
}

TEST(Poles, powers_that_overlap_are_refused) {
    EXPECT_THROW(make_pole_table(two_powers(), {.powers = {"USA", "USA"}}), OptionError);
    EXPECT_THROW(make_pole_table(two_powers(), {.powers = {"ATLANTIS"}}), OptionError);
}

TEST(Links, years_and_pairs_come_from_the_ledger) {
    const std::string folder = std::string(ENTENTE_SOURCE_DIR) + "/data/signals";
    const LinkTable table = make_link_table(WorldCatalog({}), {.layers = folder});

    EXPECT_GT(table.links.links.size(), 10U);
    EXPECT_THAT(render(table, {.format = Format::csv}), HasSubstr("year,among_others"));
    EXPECT_THAT(render(table, {.format = Format::json}), HasSubstr("\"pairs\""));
    EXPECT_THROW(make_link_table(WorldCatalog({}), {.layers = "none"}), OptionError);
}

TEST(Poles, every_format_names_the_number_of_poles) {
    const PoleTable table = make_pole_table(two_powers(), {});

    EXPECT_THAT(render(table, {}), HasSubstr("Effective number of poles"));
    EXPECT_THAT(render(table, {.format = Format::csv}), HasSubstr("USA,United States,"));
    EXPECT_THAT(render(table, {.format = Format::json}), HasSubstr("\"effective_poles\""));
}

}  // namespace
}  // namespace entente
