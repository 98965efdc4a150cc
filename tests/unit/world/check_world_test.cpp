#include "entente/world/check_world.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using testing::three_countries;

CheckResult find(const std::vector<CheckResult>& results, const std::string& check) {
    const auto found = std::ranges::find_if(
        results, [&](const CheckResult& result) { return result.check.starts_with(check); });
    if (found == results.end()) {
        ADD_FAILURE() << "no check starts with " << check;
        return {};
    }
    return *found;
}

/// The result of one reference value asked of the three countries.
CheckResult ask(const std::string& check, const std::string& subject, double value,
                const std::string& unit, std::optional<double> tolerance = 1e-12) {
    WorldData data = three_countries();
    data.reference_values = {{check, subject, value, unit, tolerance, "by hand"}};
    return check_world(World(data)).back();
}

TEST(CheckWorld, identities_of_a_sound_world_pass) {
    const std::vector<CheckResult> results = check_world(World(three_countries()));

    for (const char* check : {"output equals sales", "trade shares add up", "input shares add up",
                              "consumption shares add up", "deficits add up",
                              "final spending equals income", "inputs bought where nobody sells"}) {
        EXPECT_EQ(find(results, check).status, CheckStatus::passed) << check;
    }
}

TEST(CheckWorld, quality_is_counted_by_value_of_foreign_trade) {
    const std::vector<CheckResult> results = check_world(World(three_countries()));

    EXPECT_DOUBLE_EQ(find(results, "estimated part").value, 10.0 / 140.0);
    EXPECT_DOUBLE_EQ(find(results, "scaled part").value, 0.0);
    EXPECT_DOUBLE_EQ(find(results, "observed part").value, 130.0 / 140.0);
}

TEST(CheckWorld, the_smallest_domestic_share_is_named) {
    const CheckResult smallest =
        find(check_world(World(three_countries())), "smallest domestic share");

    EXPECT_EQ(smallest.subject, "BBB GDS");
    EXPECT_DOUBLE_EQ(smallest.value, 80.0 / 132.0);
}

TEST(CheckWorld, spending_without_domestic_sales_is_counted) {
    WorldData data = three_countries();
    data.gross_output(2, 1) -= data.trade_flow(2, 2, 1);
    data.trade_flow(2, 2, 1) = 0.0;

    const std::vector<CheckResult> results = check_world(World(data));

    EXPECT_EQ(find(results, "spending without any domestic sales").value, 1.0);
    EXPECT_EQ(find(results, "smallest domestic share").subject, "CCC SRV");
}

TEST(CheckWorld, inputs_that_nobody_sells_are_a_failure) {
    WorldData data = three_countries();
    for (std::size_t i = 0; i < 3; ++i) {
        data.gross_output(i, 1) -= data.trade_flow(i, 2, 1);
        data.trade_flow(i, 2, 1) = 0.0;
    }

    const CheckResult result = find(check_world(World(data)), "inputs bought where nobody sells");

    // Both sectors of CCC spend a quarter of their inputs on services, and CCC buys none.
    EXPECT_EQ(result.status, CheckStatus::failed);
    EXPECT_EQ(result.value, 2.0);
    EXPECT_EQ(result.subject, "CCC SRV");
}

TEST(CheckWorld, negative_final_demand_is_measured) {
    WorldData data = three_countries();
    // CCC's goods: absorption 90; its sectors spend 50 + 47.5 on inputs, now all of it on goods.
    for (std::size_t r = 0; r < 2; ++r) {
        data.input_share(2, 0, r) = 1.0;
        data.input_share(2, 1, r) = 0.0;
    }

    const std::vector<CheckResult> results = check_world(World(data));

    EXPECT_EQ(find(results, "cells of negative final demand").value, 1.0);
    EXPECT_DOUBLE_EQ(find(results, "negative final demand set to zero").value, 7.5 / 370.0);
}

TEST(CheckWorld, every_known_reference_is_computed_from_the_world) {
    const std::string money = "million USD";

    EXPECT_EQ(ask("gdp", "AAA", 145.0, money).status, CheckStatus::passed);
    EXPECT_EQ(ask("goods_flow", "AAA BBB", 20.0, money).status, CheckStatus::passed);
    EXPECT_EQ(ask("services_exports_world", "", 20.0, money).status, CheckStatus::passed);
    EXPECT_EQ(ask("balance_share", "AAA", -10.0 / 145.0, "1").status, CheckStatus::passed);
    EXPECT_EQ(ask("mean_absolute_balance_share", "", (10.0 / 145 + 10.0 / 97.5) / 3, "1").status,
              CheckStatus::passed);
    EXPECT_EQ(ask("services_share", "AAA", 80.0 / 145.0, "1").status, CheckStatus::passed);
    EXPECT_EQ(ask("final_demand_share", "AAA", 155.0 / 145.0, "1").status, CheckStatus::passed);
    EXPECT_EQ(ask("estimated_trade_share", "AAA", 10.0 / 70.0, "1").status, CheckStatus::passed);
    EXPECT_EQ(ask("tariff_mean", "BBB AAA", 10.0, "percent").status, CheckStatus::passed);
}

TEST(CheckWorld, a_reference_beyond_its_tolerance_fails_and_shows_both_values) {
    const CheckResult result = ask("gdp", "AAA", 150.0, "million USD", 4.0);

    EXPECT_EQ(result.status, CheckStatus::failed);
    EXPECT_DOUBLE_EQ(result.value, 145.0);
    EXPECT_EQ(result.reference, 150.0);
    EXPECT_EQ(result.tolerance, 4.0);
    EXPECT_EQ(result.source, "by hand");
}

TEST(CheckWorld, a_reference_without_tolerance_and_a_recorded_figure_are_shown) {
    const CheckResult shown = ask("gdp", "AAA", 150.0, "million USD", std::nullopt);
    const CheckResult recorded = ask("recorded_mass_moved", "", 0.03, "1");

    EXPECT_EQ(shown.status, CheckStatus::shown);
    EXPECT_EQ(recorded.status, CheckStatus::shown);
    EXPECT_EQ(recorded.value, 0.03);
    EXPECT_FALSE(recorded.reference.has_value());
}

TEST(CheckWorld, a_reference_that_cannot_be_checked_fails_and_says_why) {
    const CheckResult unknown = ask("gpd", "AAA", 1.0, "million USD");
    const CheckResult nowhere = ask("gdp", "ZZZ", 1.0, "million USD");
    const CheckResult alone = ask("goods_flow", "AAA", 1.0, "million USD");
    const CheckResult thousand = ask("gdp", "AAA", 1.0, "thousand USD");
    const CheckResult nothing = ask("tariff_mean", "AAA AAA", 0.0, "1");

    for (const CheckResult& result : {unknown, nowhere, alone, thousand}) {
        EXPECT_EQ(result.status, CheckStatus::failed);
        EXPECT_TRUE(std::isnan(result.value));
    }
    EXPECT_THAT(unknown.check, HasSubstr("no such check is known"));
    EXPECT_THAT(nowhere.check, HasSubstr("no country ZZZ"));
    EXPECT_THAT(alone.check, HasSubstr("2 country codes"));
    EXPECT_THAT(thousand.check, HasSubstr("million USD"));
    EXPECT_EQ(nothing.status, CheckStatus::passed);
}

}  // namespace
}  // namespace entente
