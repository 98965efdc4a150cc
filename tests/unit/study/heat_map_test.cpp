#include "entente/study/heat_map/heat_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/study/exposure/table.hpp"
#include "support/power_worlds.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Property;
using ::testing::Throws;
using testing::two_powers;

const World& world() {
    static const World built(two_powers());
    return built;
}

std::vector<std::string> codes(const std::vector<HeatMapRow>& rows) {
    std::vector<std::string> list;
    for (const HeatMapRow& row : rows) list.push_back(row.code);
    return list;
}

std::string complaint(const HeatMapOptions& options) {
    try {
        make_heat_map(world(), options);
    } catch (const OptionError& error) {
        return error.what();
    }
    return {};
}

/// Loss from buying the share omega and selling `sold` of an income of `income`: theta is 4, wages
/// are fixed. [eq:closed-form-exposure]
double loss(double omega, double sold, double income) {
    const double imports = 1.0 - std::pow(1.0 - omega, 1.0 / 4.0);
    const double exports = sold / income / (1.0 + 4.0);
    return 1.0 - (1.0 - imports) * (1.0 - exports);
}

// Sums of a handful of terms: a few units of the last place.
constexpr double rounding = 1e-14;

TEST(HeatMap, poles_and_the_rest_of_the_world_have_no_row) {
    const HeatMap map = make_heat_map(world(), {.sort = "iso3"});

    EXPECT_THAT(codes(map.countries), ElementsAre("DEU", "FRA", "VNM"));
    EXPECT_EQ(map.num_economies, 3U);
}

TEST(HeatMap, losses_and_shares_are_those_worked_out_by_hand) {
    const HeatMap map = make_heat_map(world(), {.countries = {"DEU"}, .method = "closed_form"});

    ASSERT_EQ(map.countries.size(), 1U);
    const HeatMapRow& germany = map.countries[0];
    EXPECT_NEAR(germany.ties[0].exposure, loss(10.0 / 100.0, 10.0, 105.0), rounding);
    EXPECT_NEAR(germany.ties[1].exposure, loss(5.0 / 100.0, 5.0, 105.0), rounding);
    // Trade abroad: 25 sold and 20 bought.
    EXPECT_NEAR(germany.ties[0].trade_share, 20.0 / 45.0, rounding);
    // The United States spends 995 and makes 950.
    EXPECT_NEAR(germany.ties[0].reverse_exposure, loss(10.0 / 995.0, 10.0, 950.0), rounding);
}

TEST(HeatMap, losses_are_solved_exactly_unless_the_closed_form_is_asked_for) {
    const HeatMap map = make_heat_map(world(), {.countries = {"DEU"}});
    const ExposureTable usa = make_exposure_table(world(), {.to = {"USA"}, .countries = {"DEU"}});

    EXPECT_EQ(map.method, ExposureMethod::ge);
    EXPECT_EQ(map.countries[0].ties[0].exposure, usa.rows[0].equilibrium);
    EXPECT_EQ(map.countries[0].ties[0].reverse_exposure, usa.rows[0].equilibrium_reverse);
    EXPECT_NE(map.countries[0].ties[0].exposure, usa.rows[0].total);
}

TEST(HeatMap, a_power_loses_more_from_a_group_than_from_any_of_its_members) {
    const HeatMap map = make_heat_map(world(), {});

    const auto loss_from = [&](const std::string& code) {
        for (const auto* rows : {&map.countries, &map.groups}) {
            for (const HeatMapRow& row : *rows) {
                if (row.code == code) return row.ties[0].reverse_exposure;
            }
        }
        return 0.0;
    };
    EXPECT_GT(loss_from("EU27"), std::max(loss_from("DEU"), loss_from("FRA")));
    EXPECT_GT(loss_from("DEU"), 0.0);
}

TEST(HeatMapValidation, sets_both_methods_side_by_side) {
    const HeatMapValidation validation = validate_heat_map(world(), {});
    const HeatMap ge = make_heat_map(world(), {});
    const HeatMap closed = make_heat_map(world(), {.method = "closed_form"});

    ASSERT_EQ(validation.rows.size(), 3U);
    EXPECT_EQ(validation.rows[0].code, ge.countries[0].code);
    EXPECT_EQ(validation.rows[0].poles[1].ge, ge.countries[0].ties[1].exposure);
    double smallest = 10.0;
    for (const LossComparisonRow& row : validation.rows) {
        for (const HeatMapRow& shown : closed.countries) {
            if (shown.code == row.code) {
                EXPECT_NEAR(row.poles[0].closed_form, shown.ties[0].exposure, rounding);
            }
        }
        smallest = std::min(smallest, row.poles[0].ratio());
    }
    ASSERT_TRUE(validation.summaries[0]);
    EXPECT_EQ(validation.summaries[0]->low, smallest);
    EXPECT_LE(validation.summaries[0]->low, validation.summaries[0]->median);
    EXPECT_LE(validation.summaries[0]->median, validation.summaries[0]->high);
}

TEST(HeatMap, default_groups_follow_the_countries_weighted_with_gdp) {
    const HeatMap map = make_heat_map(world(), {.method = "closed_form"});

    EXPECT_THAT(codes(map.groups), ElementsAre("EU27", "ASEAN"));
    const double germany = loss(10.0 / 100.0, 10.0, 105.0);
    const double france = loss(5.0 / 55.0, 5.0, 60.0);
    EXPECT_NEAR(map.groups[0].ties[0].exposure, (105.0 * germany + 60.0 * france) / 165.0,
                rounding);
    EXPECT_THAT(map.groups[0].members, ElementsAre("DEU", "FRA"));
}

TEST(HeatMap, groups_show_the_range_of_their_members) {
    const HeatMap map = make_heat_map(world(), {.method = "closed_form"});

    const auto& range = map.groups[0].ties[0].exposure_range;

    ASSERT_TRUE(range);
    EXPECT_EQ(range->high_member, "DEU");
    EXPECT_EQ(range->low_member, "FRA");
    EXPECT_NEAR(range->low, loss(5.0 / 55.0, 5.0, 60.0), rounding);
    EXPECT_FALSE(map.countries[0].ties[0].exposure_range);
}

TEST(HeatMap, a_power_loses_from_all_members_of_a_group_at_once) {
    const HeatMap map = make_heat_map(world(), {.method = "closed_form"});

    EXPECT_NEAR(map.groups[0].ties[0].reverse_exposure, loss(15.0 / 995.0, 15.0, 950.0), rounding);
}

// A group is the mean of its members on both time paths, so that they may be read as one range.
TEST(HeatMap, at_short_horizons_the_other_profile_is_the_figure_of_that_profile) {
    const HeatMapOptions standard{.group = {"EU27"}, .horizon = "1"};
    HeatMapOptions slow = standard;
    slow.profile = "slow";

    const HeatMap one = make_heat_map(world(), standard);
    const HeatMap other = make_heat_map(world(), slow);

    for (const auto rows : {&HeatMap::countries, &HeatMap::groups}) {
        ASSERT_FALSE((one.*rows).empty());
        for (std::size_t k = 0; k < (one.*rows).size(); ++k) {
            const PoleTie& tie = (one.*rows)[k].ties[0];
            const PoleTie& again = (other.*rows)[k].ties[0];
            EXPECT_NEAR(tie.exposure_other_profile.value(), again.exposure, 1e-9);
            EXPECT_NEAR(again.exposure_other_profile.value(), tie.exposure, 1e-9);
        }
    }
}

TEST(HeatMap, estimated_figures_and_borrowed_technology_are_carried_along) {
    const HeatMap map = make_heat_map(world(), {.countries = {"VNM", "DEU"}, .sort = "iso3"});

    EXPECT_EQ(map.countries[0].estimated_share, 0.0);
    EXPECT_FALSE(map.countries[0].has_borrowed_technology);
    EXPECT_EQ(map.countries[1].estimated_share, 1.0);
    EXPECT_TRUE(map.countries[1].has_borrowed_technology);
}

TEST(HeatMap, levels_rest_on_all_economies_whatever_is_shown) {
    const HeatMap all = make_heat_map(world(), {});
    const HeatMap one = make_heat_map(world(), {.countries = {"DEU"}});

    EXPECT_EQ(all.thresholds, one.thresholds);
    EXPECT_EQ(one.num_economies, 3U);
}

TEST(HeatMap, a_group_alone_shows_its_members_and_itself) {
    const HeatMap map = make_heat_map(world(), {.group = {"EU27"}, .sort = "iso3"});

    EXPECT_THAT(codes(map.countries), ElementsAre("DEU", "FRA"));
    EXPECT_THAT(codes(map.groups), ElementsAre("EU27"));
}

TEST(HeatMap, countries_alone_show_no_groups_and_may_be_named_by_group) {
    const HeatMap map =
        make_heat_map(world(), {.countries = {"EU27", "VNM", "DEU"}, .sort = "iso3"});

    EXPECT_THAT(codes(map.countries), ElementsAre("DEU", "FRA", "VNM"));
    EXPECT_THAT(map.groups, IsEmpty());
}

TEST(HeatMap, rows_follow_the_order_asked_for) {
    EXPECT_THAT(codes(make_heat_map(world(), {.sort = "name", .method = "closed_form"}).countries),
                ElementsAre("FRA", "DEU", "VNM"));
    EXPECT_THAT(
        codes(
            make_heat_map(world(), {.sort = "trade_share_us", .method = "closed_form"}).countries),
        ElementsAre("VNM", "DEU", "FRA"));
    EXPECT_THAT(
        codes(make_heat_map(world(), {.sort = "exposure_china_pct", .method = "closed_form"})
                  .countries),
        ElementsAre("VNM", "FRA", "DEU"));
    EXPECT_THAT(codes(make_heat_map(world(), {.method = "closed_form"}).countries),
                ElementsAre("VNM", "DEU", "FRA"));
}

TEST(HeatMap, other_poles_may_be_groups) {
    const HeatMap map =
        make_heat_map(world(), {.poles = {"EU27", "CHN"}, .sort = "iso3", .method = "closed_form"});

    EXPECT_THAT(codes(map.countries), ElementsAre("USA", "VNM"));
    EXPECT_THAT(codes(map.groups), ElementsAre("ASEAN"));
    EXPECT_NEAR(map.countries[0].ties[0].exposure, loss(15.0 / 995.0, 15.0, 950.0), rounding);
}

TEST(HeatMap, a_mistyped_code_is_answered_with_the_nearest) {
    EXPECT_THAT(complaint({.countries = {"DEX"}}), HasSubstr("Did you mean DEU?"));
    EXPECT_THAT(complaint({.poles = {"UAS", "CHN"}}), HasSubstr("Did you mean USA?"));
    EXPECT_THAT(complaint({.group = {"EU72"}}), HasSubstr("Did you mean EU27?"));
    EXPECT_THAT(complaint({.sort = "exposure_chian"}), HasSubstr("Did you mean exposure_china?"));
}

TEST(HeatMap, a_pole_cannot_be_a_row) {
    EXPECT_THAT(complaint({.countries = {"USA"}}), HasSubstr("USA is one of the powers"));
    EXPECT_THAT(complaint({.countries = {"ROW"}}), HasSubstr("ROW is the rest of the world"));
}

TEST(HeatMap, a_selection_without_economies_is_refused) {
    EXPECT_THAT(complaint({.countries = {"G2"}}), HasSubstr("leaves no economy to show"));
    EXPECT_THAT(complaint({.group = {"G2"}}), HasSubstr("leaves no economy to show"));
}

TEST(HeatMap, poles_are_two_and_do_not_overlap) {
    EXPECT_THAT(complaint({.poles = {"USA"}}), HasSubstr("two codes"));
    EXPECT_THAT(complaint({.poles = {"EU27", "DEU"}}), HasSubstr("DEU belongs to both poles"));
    EXPECT_THAT(complaint({.poles = {"USA", "USA"}}), HasSubstr("USA belongs to both poles"));
}

TEST(HeatMap, threads_do_not_change_a_single_byte) {
    const auto text = [](std::size_t threads) {
        return render(make_heat_map(world(), {.threads = threads}), {.format = Format::json});
    };

    EXPECT_EQ(text(1), text(2));
}

}  // namespace
}  // namespace entente
