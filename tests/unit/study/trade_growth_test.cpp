#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/base/error.hpp"
#include "entente/study/hedging/history.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;

std::string layers(std::initializer_list<const char*> names) {
    std::string list;
    for (const char* name : names) {
        if (!list.empty()) list += ',';
        list += std::string(ENTENTE_SOURCE_DIR) + "/data/" + name;
    }
    return list;
}

TradeGrowth growth(std::vector<std::string> countries) {
    return make_trade_growth(WorldCatalog({}),
                             {.countries = std::move(countries),
                              .show = "growth",
                              .layers = layers({"totals", "geography", "us-trade"})});
}

// [eq:plus-identity]
TEST(TradeGrowth, parts_with_the_power_and_with_the_rest_add_up_for_every_economy) {
    const TradeGrowth all = growth({});

    EXPECT_GT(all.rows.size(), 100U);
    for (const TradeGrowthRow& row : all.rows) {
        const GrowthFigures& one = row.growth;
        EXPECT_NEAR(one.from_anchor + one.from_rest, one.total_growth, 1e-12) << row.code;
        EXPECT_NEAR(one.anchor_share * one.anchor_growth, one.from_anchor, 1e-12) << row.code;
        EXPECT_NEAR((1.0 - one.anchor_share) * one.rest_growth, one.from_rest, 1e-12) << row.code;
    }
}

TEST(TradeGrowth, economies_without_a_window_are_named) {
    const TradeGrowth none{.power = "USA", .missing = {"VNM"}};

    EXPECT_THAT(render(none, {}), HasSubstr("No publisher covers both ends of a window for: VNM"));
}

TEST(TradeGrowth, it_says_which_layer_is_missing) {
    EXPECT_THROW(make_trade_growth(WorldCatalog({}), {.show = "growth", .layers = "none"}),
                 OptionError);
    EXPECT_THROW(make_trade_growth(WorldCatalog({}),
                                   {.show = "growth", .layers = layers({"totals", "geography"})}),
                 OptionError);
    EXPECT_THROW(growth({"VNX"}), OptionError);
}

TEST(TradeGrowth, columns_are_named_by_the_power) {
    EXPECT_THAT(render(growth({"VNM"}), {.format = Format::csv}),
                HasSubstr("contribution_us_points,contribution_rest_points,growth_us_pct"));
}

}  // namespace
}  // namespace entente
