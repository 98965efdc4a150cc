#include "entente/study/explain/explanation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/base/error.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "support/explained_parts.hpp"
#include "support/power_worlds.hpp"

namespace entente::detail {
namespace {

using ::testing::HasSubstr;
using ::testing::Property;
using ::testing::Throws;

const World& world() {
    static const World built(testing::two_powers());
    return built;
}

const LayerSet no_layers;

Explanation explained(const std::string& code, const std::string& column,
                      const HeatMapOptions& options = {}) {
    const ExplainData data(world(), no_layers, options);
    const auto columns = explainable_columns(data.map().poles);
    return explain_column(data, column_named(columns, column), code);
}

TEST(Explain, value_is_that_of_the_heat_map) {
    const HeatMap map = make_heat_map(world(), {});

    const Explanation loss = explained("DEU", "exposure_us_pct");

    const auto row = std::ranges::find(map.countries, "DEU", &HeatMapRow::code);
    EXPECT_EQ(loss.value, number_cell(100.0 * row->ties[0].exposure));
    testing::expect_parts_give_the_figure(loss);
    EXPECT_FALSE(loss.cells.empty());
}

TEST(Explain, share_of_a_power_is_its_trade_over_all) {
    const Explanation share = explained("DEU", "trade_share_us", {.method = "closed_form"});

    ASSERT_EQ(share.steps.front().parts.size(), 2U);
    // 10 sold and 10 bought; 25 sold and 20 bought abroad.
    EXPECT_DOUBLE_EQ(share.steps.front().parts[0].value, 20.0);
    EXPECT_DOUBLE_EQ(share.steps.front().parts[1].value, 45.0);
}

TEST(Explain, every_column_of_every_row_is_explained_without_layers) {
    const ExplainData data(world(), no_layers, {});
    for (const auto* rows : {&data.map().countries, &data.map().groups}) {
        for (const HeatMapRow& row : *rows) {
            for (const ExplainableColumn& column : explainable_columns(data.map().poles)) {
                testing::expect_parts_give_the_figure(explain_column(data, column, row.code));
            }
        }
    }
}

TEST(Explain, a_column_without_its_layer_says_why_it_is_empty) {
    const Explanation hedging = explained("DEU", "hedging", {.method = "closed_form"});

    EXPECT_TRUE(hedging.value.is_empty());
    ASSERT_FALSE(hedging.notes.empty());
    EXPECT_THAT(hedging.notes.front(), HasSubstr("layer"));
}

TEST(Explain, names_answer_to_shorter_ones_and_typos_get_a_suggestion) {
    const auto columns = explainable_columns({Pole{"USA"}, Pole{"CHN"}});

    EXPECT_EQ(column_named(columns, "hedging").name, "hedging_activity");
    EXPECT_EQ(column_named(columns, "exposure_usa").name, "exposure_us_pct");
    EXPECT_THAT([&] { column_named(columns, "exposure_us_pc"); },
                Throws<OptionError>(
                    Property(&OptionError::what, HasSubstr("Did you mean exposure_us_pct?"))));
}

TEST(Explain, a_power_has_no_row) {
    EXPECT_THAT([] { explained("USA", "effective_partners", {.method = "closed_form"}); },
                Throws<OptionError>(Property(&OptionError::what, HasSubstr("has no row"))));
}

TEST(Explain, a_step_whose_parts_do_not_give_it_is_named) {
    const ExplainData data(world(), no_layers, {.method = "closed_form"});
    const ExplainableColumn wrong{
        .name = "effective_partners",
        .meaning = "A sum that is not one.",
        .explain = [](const ExplainData&, const HeatMapRow&, Explanation& explanation) {
            explanation.steps.push_back({.name = "effective_partners",
                                         .rule = PartRule::sum,
                                         .parts = {{"part", 1.0, {}, {}}},
                                         .value = 1.5});
        }};

    const Explanation explanation = explain_column(data, wrong, "DEU");

    ASSERT_FALSE(explanation.notes.empty());
    EXPECT_THAT(explanation.notes.front(), HasSubstr("is not explained"));
}

}  // namespace
}  // namespace entente::detail
