#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/baseline.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/study/exposure/table.hpp"
#include "support/power_worlds.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;

const World& world() {
    static const World built(testing::two_powers());
    return built;
}

ExposureDetail detail_of(const std::string& show, std::vector<std::string> to) {
    return make_exposure_detail(world(), {.to = std::move(to), .show = show});
}

TEST(ExposureDetail, asymmetry_has_the_losses_of_the_table) {
    const ExposureTable table = make_exposure_table(world(), {.to = {"USA"}});
    const ExposureDetail detail = detail_of("asymmetry", {"USA"});

    ASSERT_EQ(detail.asymmetries.size(), table.rows.size());
    for (const AsymmetryRow& row : detail.asymmetries) {
        const auto same = std::ranges::find(table.rows, row.code, &ExposureRow::code);
        EXPECT_EQ(row.loss, *same->equilibrium);
        EXPECT_EQ(row.own, *same->equilibrium_reverse);
    }
    for (std::size_t k = 1; k < detail.asymmetries.size(); ++k) {
        const AsymmetryRow& before = detail.asymmetries[k - 1];
        const AsymmetryRow& row = detail.asymmetries[k];
        EXPECT_GE(before.loss - before.own, row.loss - row.own);
    }
}

TEST(ExposureDetail, a_joint_threat_is_more_than_the_sum_in_a_world_of_one_sector) {
    const ExposureDetail detail = detail_of("joint", {"USA", "CHN"});
    const ExposureTable usa = make_exposure_table(world(), {.to = {"USA"}});

    ASSERT_FALSE(detail.joint.empty());
    for (const JointRow& row : detail.joint) {
        ASSERT_EQ(row.alone.size(), 2U);
        EXPECT_NEAR(row.alone[0],
                    *std::ranges::find(usa.rows, row.code, &ExposureRow::code)->equilibrium, 1e-8);
        // Without both powers VNM has nobody left to sell to.
        if (row.code == "VNM") {
            EXPECT_TRUE(std::isnan(row.joint));
        } else {
            EXPECT_GT(row.joint, row.sum()) << row.code;
        }
    }
}

TEST(ExposureDetail, the_only_sector_is_the_whole_cut) {
    const ExposureTable table = make_exposure_table(world(), {.to = {"USA"}});
    const ExposureDetail detail = detail_of("chokepoints", {"USA"});

    ASSERT_EQ(detail.chokepoints.size(), table.rows.size());
    for (const ChokepointRow& row : detail.chokepoints) {
        const auto same = std::ranges::find(table.rows, row.code, &ExposureRow::code);
        EXPECT_NEAR(row.loss, *same->equilibrium, 1e-8) << row.code;
        EXPECT_GT(row.loss, row.linear_loss) << row.code;
        EXPECT_GT(row.linear_loss, 0.0) << row.code;
    }
}

TEST(ExposureDetail, slopes_predict_a_small_removal) {
    // The first hundredth of the trade costs a hundredth of what the slope says of the whole.
    const ExposureDetail detail =
        make_exposure_detail(world(), {.to = {"USA"}, .countries = {"DEU"}, .show = "chokepoints"});
    const Baseline base = make_baseline(world());
    const std::size_t n = world().countries().at("DEU");
    const std::size_t m = world().countries().at("USA");
    Shock shock{.share_factor = Array3<double>(base.num_countries(), base.num_countries(), 1, 1.0)};
    shock.share_factor(m, n, 0) = shock.share_factor(n, m, 0) = 0.999;

    const Equilibrium solved = solve_equilibrium(base, shock);
    const double loss = 1.0 - country_changes(base, shock, solved)[n].welfare_hat;

    EXPECT_NEAR(1000.0 * loss, detail.chokepoints.at(0).linear_loss, 1e-4);
}

TEST(ExposureDetail, ratios_are_exact_over_closed_form) {
    const ExposureTable table = make_exposure_table(world(), {.to = {"USA"}});
    const ExposureDetail detail = detail_of("ratios", {"USA"});

    for (const RatioRow& row : detail.ratios) {
        const auto same = std::ranges::find(table.rows, row.code, &ExposureRow::code);
        EXPECT_EQ(row.exact, *same->equilibrium);
        EXPECT_EQ(row.closed_form, same->total);
    }
    EXPECT_THAT(render(detail, {.format = Format::text}), HasSubstr("rank correlation"));
}

TEST(ExposureDetail, options_that_do_not_go_together_are_refused) {
    const auto refused = [](const ExposureOptions& options) {
        EXPECT_THROW(make_exposure_detail(world(), options), OptionError);
    };

    refused({.show = "asymmetry"});
    refused({.to = {"USA"}, .show = "joint"});
    refused({.to = {"USA"}, .scope = "imports", .show = "chokepoints"});
    refused({.to = {"USA"}, .tariff = "25%", .show = "asymmetry"});
    refused({.to = {"USA"}, .method = "closed_form", .show = "ratios"});
}

TEST(ExposureDetail, every_kind_is_written_in_every_format) {
    for (const char* show : {"asymmetry", "joint", "chokepoints", "ratios"}) {
        const ExposureDetail detail = detail_of(show, {"USA", "CHN"});
        for (const Format format :
             {Format::text, Format::csv, Format::json, Format::md, Format::html}) {
            EXPECT_THAT(render(detail, {.format = format}), HasSubstr("DEU")) << show;
        }
    }
}

}  // namespace
}  // namespace entente
