#include "entente/report/explain/explanation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

ExplanationStep step_of(PartRule rule, const std::vector<double>& values) {
    ExplanationStep step{.name = "figure", .rule = rule};
    for (const double value : values) step.parts.push_back({.name = "part", .value = value});
    step.value = recomputed(step);
    return step;
}

TEST(ExplanationStep, each_rule_is_what_its_name_says) {
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::sum, {1.0, 2.5, -0.5})), 3.0);
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::product, {100.0, 0.25, 0.5})), 12.5);
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::ratio, {20.0, 45.0})), 20.0 / 45.0);
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::smallest, {0.6, 0.2})), 0.2);
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::inverse_square_sum, {0.5, 0.5})), 2.0);
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::loss_of_logs, {std::log(0.8), 0.0})), 20.0);
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::joint_loss, {50.0, 50.0})), 75.0);
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::capped_exponential, {1.0, 1.0})), 1.0);
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::capped_exponential, {std::log(0.5)})), 0.5);
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::logistic, {std::log(3.0)})), 0.75);
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::normal, {1.0, -1.0})), 0.5);
    EXPECT_DOUBLE_EQ(recomputed(step_of(PartRule::root_of_sum, {9.0, 16.0})), 5.0);
    EXPECT_TRUE(std::isnan(recomputed(step_of(PartRule::beside, {1.0}))));
}

TEST(ExplanationStep, formula_is_filled_with_its_parts) {
    EXPECT_EQ(filled_in(step_of(PartRule::sum, {1.0, -0.25})), "0.75 = 1 + (-0.25)");
    EXPECT_EQ(filled_in(step_of(PartRule::joint_loss, {50.0, 10.0})),
              "55 = 100 (1 - (1 - 50 / 100) x (1 - 10 / 100))");
    EXPECT_EQ(filled_in(step_of(PartRule::root_of_sum, {9.0, 16.0})), "5 = sqrt(9 + 16)");
    EXPECT_EQ(filled_in(step_of(PartRule::beside, {1.0})), "");
}

TEST(ExplanationStep, long_sums_name_the_largest_parts_and_count_the_others) {
    std::vector<double> values(9, 0.5);
    values[8] = 3.0;

    EXPECT_THAT(filled_in(step_of(PartRule::sum, values)), HasSubstr("(2 others)"));
    EXPECT_THAT(filled_in(step_of(PartRule::sum, values)), HasSubstr("+ 1 (2 others)"));
}

TEST(ExplanationStep, shares_are_those_of_what_adds_up) {
    const ExplanationStep sum = step_of(PartRule::sum, {3.0, 1.0});
    const ExplanationStep ratio = step_of(PartRule::ratio, {3.0, 1.0});

    EXPECT_DOUBLE_EQ(*share_of_part(sum, sum.parts[0]), 0.75);
    EXPECT_FALSE(share_of_part(ratio, ratio.parts[0]));
}

TEST(Explanation, every_format_has_formula_label_parts_and_cells) {
    Explanation explanation{.world = {},
                            .code = "VNM",
                            .name = "Viet Nam",
                            .column = "figure",
                            .meaning = "A figure.",
                            .value = number_cell(4.0)};
    explanation.steps = {step_of(PartRule::sum, {3.0, 1.0})};
    explanation.steps[0].formula = "F = a + b [eq:fifths]";
    explanation.steps[0].page = "heat-map.md";
    explanation.cells = {
        {.source = "layer totals", .item = "trade", .as_of = "2023", .value = number_cell(7.0)}};

    for (const Format format : {Format::text, Format::json, Format::md, Format::csv}) {
        const std::string text = render(explanation, {.format = format});
        EXPECT_THAT(text, HasSubstr("figure"));
        EXPECT_THAT(text, HasSubstr("2023"));
        if (format == Format::csv) continue;
        EXPECT_THAT(text, HasSubstr("docs/theory/heat-map.md"));
        EXPECT_THAT(text, HasSubstr("4 = 3 + 1"));
    }
    EXPECT_THAT(render(explanation, {.format = Format::json}),
                HasSubstr("\"label\": \"[eq:fifths]\""));
    EXPECT_THAT(render(explanation, {.format = Format::csv}), Not(HasSubstr("nan")));
}

}  // namespace
}  // namespace entente
