#include "entente/study/hedging/options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/base/error.hpp"
#include "entente/study/heat_map/hedging_column.hpp"

namespace entente::detail {
namespace {

using ::testing::HasSubstr;

std::string complaint(const HedgingWords& words) {
    try {
        hedging_options(words);
    } catch (const OptionError& error) {
        return error.what();
    }
    return {};
}

TEST(HedgingOptions, weights_are_taken_by_name_in_any_order) {
    const HedgingColumnOptions options = hedging_options(
        HedgingWords{.poles = {"USA", "CHN"},
                     .weights = {"diplomacy=0.1", "trade=0.4", "finance=0.2", "technology=0.3"}});

    EXPECT_EQ(options.draws.center.weights, (PerChannel<double>{0.4, 0.3, 0.2, 0.1}));
}

TEST(HedgingOptions, without_weights_all_channels_count_the_same) {
    EXPECT_EQ(hedging_options(HedgingWords{.poles = {"USA", "CHN"}}).draws.center.weights,
              (PerChannel<double>{0.25, 0.25, 0.25, 0.25}));
}

TEST(HedgingOptions, weights_that_cannot_be_meant_are_refused_by_name) {
    EXPECT_THAT(complaint({.weights = {"trade=1"}}),
                HasSubstr("leave out technology, finance, diplomacy"));
    EXPECT_THAT(complaint({.weights = {"trade=0.5", "trade=0.5"}}), HasSubstr("given twice"));
    EXPECT_THAT(complaint({.weights = {"trade"}}), HasSubstr("needs a number"));
    EXPECT_THAT(complaint({.weights = {"tech=1"}}), HasSubstr("no channel"));
    EXPECT_THAT(
        complaint({.weights = {"trade=0.5", "technology=0.5", "finance=0.5", "diplomacy=0.5"}}),
        HasSubstr("add up to 2"));
}

TEST(HedgingOptions, a_day_is_a_day) {
    EXPECT_TRUE(hedging_options(HedgingWords{.as_of = "2024-12-31"}).as_of);
    EXPECT_FALSE(hedging_options(HedgingWords{}).as_of);
    EXPECT_THAT(complaint({.as_of = "2024-13-01"}), HasSubstr("such as 2024-12-31"));
}

TEST(HedgingColumn, without_layers_every_row_is_empty_and_says_why) {
    const HedgingColumn column({}, {});

    EXPECT_FALSE(column.legend());
    EXPECT_THAT(column.missing(), HasSubstr("totals"));
    EXPECT_FALSE(column.country("DEU").figures);
    EXPECT_EQ(column.country("DEU").missing, column.missing());
    EXPECT_EQ(column.group({.codes = {"DEU"}, .weights = {1.0}}).missing, column.missing());
}

}  // namespace
}  // namespace entente::detail
