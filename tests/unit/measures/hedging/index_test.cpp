#include "entente/measures/hedging/index.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "entente/numerics/normal.hpp"
#include "support/hedging_sample.hpp"

namespace entente {
namespace {

using namespace testing;

constexpr PerChannel<double> neutral{0.5, 0.5, 0.5, 0.5};
constexpr std::size_t trade = position(Channel::trade);
constexpr std::size_t technology = position(Channel::technology);
constexpr std::size_t finance = position(Channel::finance);
constexpr std::size_t diplomacy = position(Channel::diplomacy);

const SortedKappaPanel kappas{std::vector<double>{0.0, 0.2, 0.4, 0.6},
                              std::vector<double>{0.1, 0.3, 0.5, 0.7}};

PerPole<IntensityReading> readings(double anchor, double rival) {
    return {IntensityReading{{anchor, 1.0}, {anchor, 1.0}},
            IntensityReading{{rival, 1.0}, {rival, 1.0}}};
}

/// All four channels, round figures.
HedgingCase full_case() {
    HedgingCase one{.code = "AAA"};
    one.trade = readings(1.0, -0.5);
    one.technology = readings(-1.0, 0.0);
    one.finance[rival_pole] = 0.6;
    one.kappa = PerPole<double>{0.3, 0.2};
    one.trade_changes = {{0.8, 1.0}, {1.6, 1.0}};
    one.kappa_change = StandardValue{-1.0, 1.0};
    one.finance_before = 0.4;
    return one;
}

TEST(HedgingIndex, every_part_by_hand) {
    const PerChannel<double> signals{0.7, 0.5, 0.4, 0.2};

    const HedgingScore score = score_case(full_case(), kappas, signals, {});

    const auto& c = score.channels;
    EXPECT_DOUBLE_EQ(c[trade].level, normal_cdf(-0.5));
    EXPECT_EQ(c[trade].binding_pole, rival_pole);
    EXPECT_DOUBLE_EQ(c[trade].movement, normal_cdf(1.2 / 0.8));
    EXPECT_DOUBLE_EQ(c[technology].level, normal_cdf(-1.0));
    EXPECT_EQ(c[technology].binding_pole, anchor_pole);
    EXPECT_EQ(c[technology].movement, 0.5);
    EXPECT_FALSE(c[technology].has_movement);
    EXPECT_DOUBLE_EQ(c[finance].tie[anchor_pole], normal_cdf(1.0)) << "borrowed from trade";
    EXPECT_DOUBLE_EQ(c[finance].level, 0.6);
    EXPECT_DOUBLE_EQ(c[finance].movement, 0.6);
    // Two of four panel kappas lie below .3, one below .2.
    EXPECT_DOUBLE_EQ(c[diplomacy].tie[anchor_pole], 0.5);
    EXPECT_DOUBLE_EQ(c[diplomacy].level, 0.25);
    EXPECT_DOUBLE_EQ(c[diplomacy].movement, normal_cdf(-1.0));
    EXPECT_DOUBLE_EQ(c[diplomacy].score, 0.5 * 0.25 + 0.5 * (0.6 * normal_cdf(-1.0) + 0.4 * 0.2));
    EXPECT_DOUBLE_EQ(score.position, 25.0 * (normal_cdf(-0.5) + normal_cdf(-1.0) + 0.6 + 0.25));
    const double from_signals = 25.0 * 0.5 * 0.4 * (0.7 + 0.5 + 0.4 + 0.2);
    EXPECT_NEAR(score.signals_share, from_signals / score.index, 1e-15);
}

TEST(HedgingIndex, contributions_add_up_bit_for_bit) {
    const HedgingScore score = score_case(full_case(), kappas, neutral, {});

    double sum = 0.0;
    for (const ChannelScore& channel : score.channels) sum += channel.contribution;
    EXPECT_EQ(sum, score.index);
}

TEST(HedgingIndex, is_position_and_activity_in_their_shares) {
    HedgingParameters parameters;
    parameters.activity_share = 0.3;

    const HedgingScore score = score_case(full_case(), kappas, neutral, parameters);

    EXPECT_NEAR(score.index, 0.7 * score.position + 0.3 * score.activity, 1e-12);
}

TEST(HedgingIndex, swapping_the_poles_leaves_two_sidedness_unchanged) {
    HedgingCase swapped = full_case();
    std::swap((*swapped.trade)[0], (*swapped.trade)[1]);
    std::swap((*swapped.technology)[0], (*swapped.technology)[1]);
    std::swap(swapped.finance[0], swapped.finance[1]);
    std::swap((*swapped.kappa)[0], (*swapped.kappa)[1]);
    const SortedKappaPanel swapped_panel{kappas[1], kappas[0]};

    const HedgingScore score = score_case(full_case(), kappas, neutral, {});
    const HedgingScore other = score_case(swapped, swapped_panel, neutral, {});

    for (std::size_t k = 0; k < num_channels; ++k) {
        EXPECT_EQ(other.channels[k].level, score.channels[k].level) << k;
        EXPECT_NE(other.channels[k].binding_pole, score.channels[k].binding_pole) << k;
    }
    EXPECT_EQ(other.position, score.position);
}

TEST(HedgingIndex, noise_enters_in_raw_units) {
    HedgingCase one = full_case();
    for (IntensityReading& reading : *one.trade)
        reading.raw.per_unit = reading.residual.per_unit = 2.0;
    CaseNoise noise;
    noise.trade[rival_pole] = 0.1;
    noise.kappa[rival_pole] = 0.11;
    noise.finance[rival_pole] = 0.9;

    const HedgingScore score = score_case(one, kappas, neutral, {}, noise);

    EXPECT_DOUBLE_EQ(score.channels[trade].level, normal_cdf(-0.5 + 0.1 * 2.0));
    EXPECT_DOUBLE_EQ(score.channels[diplomacy].level, 0.5);
    EXPECT_DOUBLE_EQ(score.channels[finance].tie[rival_pole], 1.0) << "percentiles end at one";
}

TEST(HedgingIndex, a_missing_level_drops_its_channel_and_weights_make_up_for_it) {
    HedgingCase one = full_case();
    one.kappa.reset();

    const HedgingScore score = score_case(one, kappas, neutral, {});

    EXPECT_EQ(score.empty_reason, EmptyReason::none);
    EXPECT_FALSE(score.channels[diplomacy].is_present);
    EXPECT_EQ(score.channels[diplomacy].contribution, 0.0);
    EXPECT_DOUBLE_EQ(score.channels[trade].weight, 1.0 / 3.0);
}

TEST(HedgingIndex, without_trade_the_cell_is_empty) {
    HedgingCase taiwan{.code = "TWN"};
    taiwan.technology = readings(0.0, 0.0);
    taiwan.finance = {0.5, 0.5};

    const HedgingScore score = score_case(taiwan, kappas, neutral, {});

    EXPECT_EQ(score.empty_reason, EmptyReason::no_trade);
    EXPECT_TRUE(std::isnan(score.index));
}

TEST(HedgingIndex, hong_kong_has_a_score_without_votes_and_none_without_finance_too) {
    HedgingCase hong_kong = full_case();
    hong_kong.kappa.reset();
    hong_kong.kappa_change.reset();
    EXPECT_FALSE(score_case(hong_kong, kappas, neutral, {}).is_empty());

    hong_kong.finance = {};

    const HedgingScore score = score_case(hong_kong, kappas, neutral, {});
    EXPECT_EQ(score.empty_reason, EmptyReason::fewer_than_three_channels);
    EXPECT_TRUE(std::isnan(score.position));
}

TEST(HedgingIndex, zero_finance_is_a_figure) {
    HedgingCase one = full_case();
    one.finance[rival_pole] = 0.0;

    EXPECT_TRUE(score_case(one, kappas, neutral, {}).channels[finance].is_present);
    EXPECT_EQ(score_case(one, kappas, neutral, {}).channels[finance].level, 0.0);
}

TEST(HedgingIndex, rows_of_the_article_leave_every_score_unchanged) {
    HedgingEvidence evidence = sample_evidence(30);
    HedgingEvidence without = evidence;
    std::erase_if(without.ledger.rows, [](const SignalRow& row) { return row.is_from_article; });
    ASSERT_LT(without.ledger.rows.size(), evidence.ledger.rows.size());

    const auto scores = score_hedging(evidence);
    const auto scores_without = score_hedging(without);

    for (std::size_t i = 0; i < scores.size(); ++i) {
        EXPECT_EQ(scores[i].index, scores_without[i].index) << evidence.cases[i].code;
    }
}

TEST(HedgingIndex, weights_that_do_not_add_up_are_refused) {
    HedgingParameters parameters;
    parameters.weights = {0.3, 0.3, 0.3, 0.3};

    EXPECT_THROW(score_hedging(sample_evidence(3), parameters), OptionError);
    parameters.weights = {1.3, -0.1, -0.1, -0.1};
    EXPECT_THROW(check(parameters), OptionError);
    parameters.weights = {0.25, 0.25, 0.25, 0.25};
    parameters.signals.half_life_years = 0.0;
    EXPECT_THROW(check(parameters), OptionError);
}

TEST(HedgingIndex, equal_poles_are_refused) {
    EXPECT_THROW(require_different_poles("USA", "USA"), OptionError);
    EXPECT_THROW(require_different_poles("", "CHN"), OptionError);
    EXPECT_NO_THROW(require_different_poles("USA", "CHN"));
}

TEST(HedgingIndex, evidence_that_cannot_be_used_is_refused) {
    HedgingEvidence evidence = sample_evidence(3);
    evidence.cases[1].trade_changes.resize(most_trade_changes + 1);
    EXPECT_THROW(score_hedging(evidence), ShapeError);

    HedgingEvidence no_panel = sample_evidence(3);
    no_panel.kappa_panel[rival_pole].clear();
    EXPECT_THROW(score_hedging(no_panel), ShapeError);
}

}  // namespace
}  // namespace entente
