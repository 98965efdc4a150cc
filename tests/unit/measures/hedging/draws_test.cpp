#include "entente/measures/hedging/draws.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/measures/hedging/draw_summary.hpp"
#include "support/hedging_sample.hpp"

namespace entente {
namespace {

using namespace testing;

HedgingNoise no_noise() {
    return {.trade = 0.0,
            .technology = 0.0,
            .trade_change = 0.0,
            .kappa = 0.0,
            .kappa_change = 0.0,
            .finance = 0.0};
}

/// Nothing varies.
HedgingDrawOptions still(std::size_t num_draws) {
    return {.num_draws = num_draws,
            .vary_choices = false,
            .vary_magnitudes = false,
            .keep_probability = 1.0,
            .noise = no_noise()};
}

TEST(HedgingDraws, the_fast_way_agrees_with_the_plain_one) {
    HedgingEvidence evidence = sample_evidence(20);
    evidence.cases[3].trade.reset();
    evidence.cases[4].kappa.reset();
    evidence.cases[5].signals_as_of = 2021.0;
    evidence.cases[6].signals_as_of.reset();
    evidence.reference_panel[7].kappa.reset();
    evidence.reference_panel[8].trade.reset();
    evidence.reference_panel[9].finance = {};
    evidence.reference_panel[10].finance[anchor_pole] = 0.3;
    const HedgingDrawOptions options{.num_draws = 50};

    const HedgingDraws fast = draw_hedging(evidence, options);
    const HedgingDraws plain = draw_hedging_reference(evidence, options);

    for (std::size_t i = 0; i < 20; ++i) {
        for (std::size_t d = 0; d < options.num_draws; ++d) {
            if (i == 3) {
                EXPECT_TRUE(std::isnan(fast.index(i, d)));
                EXPECT_EQ(fast.label(i, d), no_label);
                continue;
            }
            EXPECT_EQ(fast.index(i, d), plain.index(i, d)) << i << " " << d;
            EXPECT_EQ(fast.position(i, d), plain.position(i, d)) << i << " " << d;
            EXPECT_EQ(fast.activity(i, d), plain.activity(i, d)) << i << " " << d;
            EXPECT_EQ(fast.label(i, d), plain.label(i, d)) << i << " " << d;
        }
    }
    for (std::size_t d = 0; d < options.num_draws; ++d) {
        for (std::size_t k = 0; k < 4; ++k) {
            // Sums of the panel go in another order.
            EXPECT_NEAR(fast.cuts[d][k], plain.cuts[d][k], 1e-12);
        }
    }
}

TEST(HedgingDraws, any_number_of_threads_gives_the_same_bytes) {
    const HedgingEvidence evidence = sample_evidence(12);
    HedgingDrawOptions options{.num_draws = 300, .threads = 1};

    const HedgingDraws one = draw_hedging(evidence, options);
    options.threads = 3;
    const HedgingDraws three = draw_hedging(evidence, options);

    EXPECT_EQ(one.index, three.index);
    EXPECT_EQ(one.label, three.label);
    EXPECT_EQ(one.cuts, three.cuts);
}

TEST(HedgingDraws, a_draw_does_not_depend_on_how_many_there_are) {
    const HedgingEvidence evidence = sample_evidence(5);

    const HedgingDraws few = draw_hedging(evidence, {.num_draws = 10});
    const HedgingDraws many = draw_hedging(evidence, {.num_draws = 40});

    for (std::size_t d = 0; d < 10; ++d) EXPECT_EQ(few.index(4, d), many.index(4, d));
}

TEST(HedgingDraws, the_seed_matters) {
    const HedgingEvidence evidence = sample_evidence(5);

    EXPECT_NE(draw_hedging(evidence, {.seed = 1, .num_draws = 4}).index,
              draw_hedging(evidence, {.seed = 2, .num_draws = 4}).index);
}

TEST(HedgingDraws, when_nothing_varies_every_draw_is_the_default_score) {
    const HedgingEvidence evidence = sample_evidence(8);
    const auto scores = score_hedging(evidence);

    const HedgingDraws draws = draw_hedging(evidence, still(5));

    for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t d = 0; d < 5; ++d) EXPECT_EQ(draws.index(i, d), scores[i].index);
    }
}

TEST(HedgingDraws, without_noise_the_width_comes_from_choices_alone) {
    const HedgingEvidence evidence = sample_evidence(6);
    HedgingDrawOptions options = still(400);
    options.vary_choices = true;

    const auto no_data_error = summarize_draws(draw_hedging(evidence, options));
    options.noise = HedgingNoise{};
    const auto with_error = summarize_draws(draw_hedging(evidence, options));

    double width = 0.0;
    double width_with_error = 0.0;
    for (std::size_t i = 0; i < 6; ++i) {
        width += no_data_error[i]->index.width();
        width_with_error += with_error[i]->index.width();
        // The choices do not touch a country whose channels and parts are all alike.
        EXPECT_GT(no_data_error[i]->index.width(), 0.0);
    }
    EXPECT_GT(width_with_error, width);
}

TEST(HedgingDraws, choices_stay_in_their_bounds_and_weights_add_up) {
    for (std::uint32_t d = 0; d < 200; ++d) {
        const HedgingParameters p = drawn_parameters({}, d);

        EXPECT_NO_THROW(check(p));
        EXPECT_GT(p.activity_share, 0.25);
        EXPECT_LT(p.activity_share, 0.75);
        EXPECT_GT(p.signals.half_life_years, 1.0);
        EXPECT_LT(p.signals.half_life_years, 6.0);
    }
}

TEST(HedgingDraws, whole_events_are_kept_or_left_out) {
    const HedgingLedger ledger = sample_ledger(400, 24);
    HedgingDrawOptions options;
    options.vary_magnitudes = false;
    std::size_t kept = 0;
    std::size_t rows = 0;

    for (std::uint32_t d = 0; d < 50; ++d) {
        const auto magnitude = drawn_magnitudes(ledger, options, d);
        for (std::size_t k = 0; k + 1 < magnitude.size(); k += 2) {
            if (ledger.rows[k].is_from_article || ledger.rows[k + 1].is_from_article) continue;
            EXPECT_EQ(magnitude[k] == 0.0, magnitude[k + 1] == 0.0) << k;
            kept += magnitude[k] == 0.0 ? 0 : 1;
            ++rows;
        }
    }

    // Five standard errors of a share of .7.
    const auto n = static_cast<double>(rows);
    EXPECT_NEAR(static_cast<double>(kept) / n, 0.7, 5.0 * std::sqrt(0.21 / n));
}

TEST(HedgingDraws, magnitudes_move_by_one_at_most_and_stay_on_the_scale) {
    const HedgingLedger ledger = sample_ledger(400, 24);
    HedgingDrawOptions options;
    options.keep_probability = 1.0;
    std::size_t moved = 0;

    const auto magnitude = drawn_magnitudes(ledger, options, 0);

    for (std::size_t k = 0; k < magnitude.size(); ++k) {
        if (ledger.rows[k].is_from_article) {
            EXPECT_EQ(magnitude[k], 0.0);
            continue;
        }
        EXPECT_LE(std::abs(magnitude[k] - ledger.rows[k].magnitude), 1.0);
        EXPECT_GE(magnitude[k], 1.0);
        EXPECT_LE(magnitude[k], 5.0);
        moved += magnitude[k] == ledger.rows[k].magnitude ? 0 : 1;
    }
    EXPECT_GT(moved, 100U);
    EXPECT_LT(moved, 250U);
}

TEST(HedgingDraws, cuts_part_the_panel_into_fifths) {
    const HedgingCuts cuts = label_cuts({0.0, 10.0, 20.0, 30.0, 40.0, 50.0, NAN});

    EXPECT_THAT(cuts, ::testing::ElementsAre(10.0, 20.0, 30.0, 40.0));
    EXPECT_EQ(label_of(9.9, cuts), 0);
    EXPECT_EQ(label_of(10.0, cuts), 1);
    EXPECT_EQ(label_of(99.0, cuts), 4);
    EXPECT_EQ(label_of(NAN, cuts), no_label);
    EXPECT_EQ(label_of(1.0, label_cuts({})), no_label);
}

TEST(HedgingDraws, signals_do_not_move_the_cuts) {
    HedgingEvidence evidence = sample_evidence(6);
    const HedgingCuts before = reference_cuts(evidence, {});
    for (HedgingCase& one : evidence.reference_panel) one.signals_as_of = 2026.0;

    EXPECT_EQ(reference_cuts(evidence, {}), before);
}

TEST(HedgingDraws, a_group_is_the_weighted_mean_inside_each_draw) {
    HedgingEvidence evidence = sample_evidence(4);
    evidence.cases[2].trade.reset();
    const HedgingDraws draws = draw_hedging(evidence, {.num_draws = 7});

    const HedgingDraws group = group_draws(
        draws, std::vector<HedgingGroup>{{"GRP", {0, 1, 2}, {1.0, 3.0, 9.0}}, {"NON", {2}, {1.0}}});

    for (std::size_t d = 0; d < 7; ++d) {
        EXPECT_DOUBLE_EQ(group.index(0, d), (draws.index(0, d) + 3.0 * draws.index(1, d)) / 4.0);
        EXPECT_EQ(group.label(0, d), label_of(group.index(0, d), draws.cuts[d]));
        EXPECT_TRUE(std::isnan(group.index(1, d)));
    }
    EXPECT_THROW(group_draws(draws, std::vector<HedgingGroup>{{"BAD", {9}, {1.0}}}), ShapeError);
    EXPECT_THROW(group_draws(draws, std::vector<HedgingGroup>{{"BAD", {1}, {}}}), ShapeError);
}

TEST(HedgingDraws, options_out_of_range_are_refused) {
    const HedgingEvidence evidence = sample_evidence(2);

    EXPECT_THROW(draw_hedging(evidence, {.num_draws = 0}), OptionError);
    EXPECT_THROW(draw_hedging(evidence, {.weight_concentration = 0.0}), OptionError);
    EXPECT_THROW(draw_hedging(evidence, {.signal_share = {0.6, 0.2}}), OptionError);
    EXPECT_THROW(draw_hedging(evidence, {.keep_probability = 1.5}), OptionError);
    EXPECT_THROW(draw_hedging(evidence, {.noise = {.trade = -0.1}}), OptionError);
    EXPECT_THROW(draw_hedging(evidence, {.half_life_years = {0.0, 6.0}}), OptionError);
}

}  // namespace
}  // namespace entente
