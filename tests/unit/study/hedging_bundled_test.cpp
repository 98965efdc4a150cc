// The hedging index on the layers that come with entente. Figures are those of an independent trial
// on the same public data, kept in docs/theory/hedging.md, "Figures of the trial and ours".

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "entente/measures/hedging/index.hpp"
#include "entente/study/hedging/evidence.hpp"
#include "entente/study/hedging/trade.hpp"
#include "entente/study/hedging/votes.hpp"
#include "unit/study/bundled_layers.hpp"

namespace entente {
namespace {

HedgingLayers layers() {
    return testing::bundled_layers().for_hedging();
}

const HedgingEvidence& evidence() {
    static const HedgingEvidence made = make_hedging_evidence(layers());
    return made;
}

std::size_t position_of(const HedgingEvidence& evidence, const std::string& code) {
    const auto at = std::find_if(evidence.cases.begin(), evidence.cases.end(),
                                 [&](const HedgingCase& one) { return one.code == code; });
    return static_cast<std::size_t>(at - evidence.cases.begin());
}

detail::VoteLens votes() {
    return {*layers().votes, {"USA", "CHN"}, {"DEU"}};
}

TEST(HedgingBundled, kappa_of_germany_is_that_of_the_trial) {
    const detail::VoteLens lens = votes();

    EXPECT_NEAR((*lens.kappa("DEU", 2019))[anchor_pole], 0.383, 0.001);
    EXPECT_NEAR((*lens.kappa("DEU", 2019))[rival_pole], 0.001, 0.001);
    EXPECT_NEAR((*lens.kappa("DEU", 2018))[rival_pole], -0.013, 0.001);
    EXPECT_NEAR((*lens.kappa("DEU", 2023))[rival_pole], -0.123, 0.001);
}

TEST(HedgingBundled, a_year_of_few_votes_does_not_end_a_window) {
    const detail::VoteLens lens = votes();

    EXPECT_EQ(lens.window_end(2019), 2019);
    EXPECT_EQ(lens.window_end(2026), 2023);
    EXPECT_EQ(lens.kappa("DEU", 2026), lens.kappa("DEU", 2023));
    EXPECT_EQ(lens.window_end(2024), 2023) << "2024 has six votes";
    const HedgingEvidence later = make_hedging_evidence(layers(), {.year = 2026});
    EXPECT_EQ(later.cases[position_of(later, "DEU")].as_of[position(Channel::diplomacy)],
              "2019 to 2023, UN votes");
}

TEST(HedgingBundled, mean_balances_of_the_ledger_are_those_of_the_trial) {
    const auto means = mean_balances(evidence().ledger, *evidence().cases[0].signals_as_of,
                                     stated_magnitudes(evidence().ledger), {});

    EXPECT_NEAR(means[position(Channel::trade)], 0.03, 0.005);
    EXPECT_NEAR(means[position(Channel::technology)], -0.03, 0.005);
    EXPECT_NEAR(means[position(Channel::finance)], 0.40, 0.005);
    EXPECT_NEAR(means[position(Channel::diplomacy)], 0.72, 0.005);
}

TEST(HedgingBundled, every_economy_has_a_score_or_a_reason) {
    const auto scores = score_hedging(evidence());

    ASSERT_EQ(scores.size(), 64);
    std::size_t num_scored = 0;
    for (const HedgingScore& score : scores) {
        EXPECT_EQ(std::isnan(score.index), score.is_empty());
        if (!score.is_empty()) ++num_scored;
    }
    EXPECT_EQ(num_scored, 63);
    // The World Bank states no GDP of Taiwan, so its trade has no expectation.
    EXPECT_EQ(scores[position_of(evidence(), "TWN")].empty_reason, EmptyReason::no_trade);
    const HedgingScore& hong_kong = scores[position_of(evidence(), "HKG")];
    EXPECT_FALSE(hong_kong.channels[position(Channel::diplomacy)].is_present);
    EXPECT_FALSE(hong_kong.is_empty());
}

TEST(HedgingBundled, the_anchor_binds_in_trade_about_as_often_as_in_the_trial) {
    double num_scored = 0.0;
    double num_anchor = 0.0;
    for (const HedgingScore& score : score_hedging(evidence())) {
        if (score.is_empty()) continue;
        num_scored += 1.0;
        if (score.channels[position(Channel::trade)].binding_pole == anchor_pole) num_anchor += 1.0;
    }

    EXPECT_NEAR(num_anchor / num_scored, 0.43, 0.03);
}

TEST(HedgingBundled, slopes_of_size_and_distance_are_near_those_of_the_trial) {
    const TradeTotals& totals = *layers().totals;
    const detail::TradeLens lens(
        totals, *layers().geography, {"USA", "CHN"},
        {totals.find("unctad", 2005), totals.find("unctad", 2015), totals.find("icio", 2018),
         totals.find("campos", 2019), totals.find("baci", 2023)},
        {});

    // The trial's list of some 120 economies is not known; ours has up to 140.
    EXPECT_NEAR(lens.fit(anchor_pole).log_gdp, 0.24, 0.02);
    EXPECT_NEAR(lens.fit(anchor_pole).log_distance, -1.46, 0.08);
    EXPECT_NEAR(lens.fit(rival_pole).log_gdp, 0.02, 0.02);
    EXPECT_NEAR(lens.fit(rival_pole).log_distance, -0.23, 0.05);
}

TEST(HedgingBundled, rows_of_the_article_leave_every_score_unchanged) {
    const std::filesystem::path folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data";
    const SignalsLedger ledger = read_signals(
        open_layer(WorldCatalog({}), (folder / "signals").string()), {.include_articles = true});
    HedgingLayers with_articles = layers();
    with_articles.signals = &ledger;
    const HedgingEvidence circular = make_hedging_evidence(with_articles);
    ASSERT_GT(circular.ledger.rows.size(), evidence().ledger.rows.size());
    const auto before = score_hedging(evidence());
    const auto after = score_hedging(circular);

    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i].is_empty()) continue;
        EXPECT_EQ(before[i].index, after[i].index) << evidence().cases[i].code;
    }
}

}  // namespace
}  // namespace entente
