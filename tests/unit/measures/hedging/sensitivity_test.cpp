#include "entente/measures/hedging/sensitivity.hpp"

#include <gtest/gtest.h>

#include "entente/base/error.hpp"
#include "entente/measures/hedging/draw_summary.hpp"
#include "support/hedging_sample.hpp"

namespace entente {
namespace {

using namespace testing;

HedgingDrawOptions nothing_varies(std::size_t num_draws) {
    HedgingDrawOptions options{.num_draws = num_draws, .vary_magnitudes = false};
    options.keep_probability = 1.0;
    // Weights this concentrated are equal to a hundredth of a percent.
    options.weight_concentration = 1e8;
    options.activity_share = {0.5, 0.5};
    options.signal_share = {0.4, 0.4};
    options.residual_share = {0.5, 0.5};
    options.half_life_years = {3.0, 3.0};
    options.shrinkage = {6.0, 6.0};
    options.bloc_weight = {0.5, 0.5};
    options.noise = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
    return options;
}

double total_of(const SobolIndices& indices, HedgingInput input) {
    return indices.inputs[static_cast<std::size_t>(input)].total.value;
}

double first_of(const SobolIndices& indices, HedgingInput input) {
    return indices.inputs[static_cast<std::size_t>(input)].first.value;
}

TEST(HedgingSensitivity, the_only_input_that_varies_explains_everything) {
    const HedgingEvidence evidence = sample_evidence(6);
    const std::vector<std::size_t> asked{1};
    HedgingDrawOptions options = nothing_varies(512);
    options.activity_share = {0.25, 0.75};

    const auto of_share = hedging_sensitivity(evidence, asked, options).front();
    options.activity_share = {0.5, 0.5};
    options.noise.trade = 0.2;
    const auto of_trade = hedging_sensitivity(evidence, asked, options).front();

    EXPECT_NEAR(first_of(*of_share, HedgingInput::activity_share), 1.0, 0.01);
    EXPECT_NEAR(total_of(*of_share, HedgingInput::activity_share), 1.0, 0.01);
    EXPECT_NEAR(total_of(*of_share, HedgingInput::trade_error), 0.0, 1e-12);
    // 512 random draws know a variance to about 6 percent.
    EXPECT_NEAR(total_of(*of_trade, HedgingInput::trade_error), 1.0, 0.15);
    EXPECT_NEAR(total_of(*of_trade, HedgingInput::events), 0.0, 1e-12);
}

TEST(HedgingSensitivity, variance_is_that_of_the_draws_and_parts_fill_it) {
    const HedgingEvidence evidence = sample_evidence(6);
    const std::vector<std::size_t> asked{0, 4};
    const HedgingDrawOptions options{.num_draws = 2048};

    const auto all = hedging_sensitivity(evidence, asked, options);
    const HedgingDraws draws = draw_hedging(evidence, options);

    for (std::size_t a = 0; a < asked.size(); ++a) {
        double mean = 0.0;
        double square = 0.0;
        for (const double x : draws.index.row(asked[a])) {
            mean += x / 2048.0;
            square += x * x / 2048.0;
        }
        EXPECT_NEAR(all[a]->variance / (square - mean * mean), 1.0, 0.1);
        double first = 0.0;
        double total = 0.0;
        for (const SobolIndex& input : all[a]->inputs) {
            first += input.first.value;
            total += input.total.value;
        }
        EXPECT_GT(first, 0.8);
        EXPECT_LT(first, 1.15);
        EXPECT_GT(total, first - 0.1);
    }
}

TEST(HedgingSensitivity, neither_threads_nor_a_missing_case_change_the_others) {
    HedgingEvidence evidence = sample_evidence(5);
    evidence.cases[2].trade.reset();
    const std::vector<std::size_t> asked{2, 3};

    const auto one = hedging_sensitivity(evidence, asked, {.num_draws = 64, .threads = 1});
    const auto two = hedging_sensitivity(evidence, asked, {.num_draws = 64, .threads = 2});

    EXPECT_FALSE(one[0]);
    EXPECT_EQ(one[1]->variance, two[1]->variance);
    EXPECT_EQ(total_of(*one[1], HedgingInput::events), total_of(*two[1], HedgingInput::events));
}

TEST(HedgingSensitivity, a_position_that_is_no_case_is_refused) {
    const HedgingEvidence evidence = sample_evidence(2);
    const std::vector<std::size_t> asked{2};

    EXPECT_THROW(hedging_sensitivity(evidence, asked, {.num_draws = 16}), ShapeError);
}

}  // namespace
}  // namespace entente
