#include "entente/measures/hedging/signals.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/hedging_sample.hpp"

namespace entente {
namespace {

constexpr double as_of = 2026.0;
constexpr std::size_t trade = position(Channel::trade);
constexpr std::size_t finance = position(Channel::finance);

SignalRow act(const std::string& actor, Channel channel, double date, bool toward_rival,
              int direction, double magnitude) {
    return {.actor = actor,
            .channel = channel,
            .date = date,
            .is_toward_rival = toward_rival,
            .direction = direction,
            .magnitude = magnitude};
}

/// Scores of one country with the magnitudes as coded.
PerChannel<double> scores_of(const HedgingLedger& ledger, const std::string& code,
                             const SignalWeighing& options = {}) {
    const auto magnitude = stated_magnitudes(ledger);
    const auto means = mean_balances(ledger, as_of, magnitude, options);
    const auto balances = signal_balances(ledger, code, as_of, magnitude, options);
    PerChannel<double> s{};
    for (std::size_t k = 0; k < num_channels; ++k) {
        s[k] = signal_score(balances[k], means[k], options);
    }
    return s;
}

HedgingLedger two_countries() {
    return {.rows = {act("AAA", Channel::trade, 2026.0, true, 1, 4),
                     act("AAA", Channel::trade, 2023.0, true, -1, 2),
                     act("BBB", Channel::trade, 2023.0, false, 1, 2),
                     act("USA", Channel::trade, 2026.0, true, -1, 5)},
            .blocs = {},
            .poles = {"USA", "CHN"}};
}

TEST(Signals, balance_and_score_by_hand) {
    // Masses with a half-life of three years: 4 + 1 for A, 1 for B. Toward the rival 4 - 1.
    const HedgingLedger ledger = two_countries();
    const auto magnitude = stated_magnitudes(ledger);

    const auto balance = signal_balances(ledger, "AAA", as_of, magnitude, {})[trade];
    const double mean = mean_balances(ledger, as_of, magnitude, {})[trade];

    EXPECT_DOUBLE_EQ(balance.mass, 5.0);
    EXPECT_DOUBLE_EQ(balance.toward_rival, 3.0);
    EXPECT_DOUBLE_EQ(mean, 0.5) << "the pole's own act does not count";
    const double b = (3.0 - 0.5 * 5.0) / (6.0 + 5.0);
    EXPECT_DOUBLE_EQ(signal_score(balance, mean, {}), 0.5 * std::erfc(-b / 0.2 / std::sqrt(2.0)));
}

TEST(Signals, a_country_without_acts_is_exactly_neutral) {
    const HedgingLedger ledger = two_countries();

    for (const double s : scores_of(ledger, "ZZZ")) EXPECT_EQ(s, 0.5);
}

TEST(Signals, average_behaviour_is_neutral_however_many_acts) {
    HedgingLedger ledger{.rows = {}, .blocs = {}, .poles = {}};
    for (int k = 0; k < 20; ++k) {
        ledger.rows.push_back(act("AAA", Channel::trade, 2025.0, k % 2 == 0, 1, 4));
    }
    ledger.rows.push_back(act("BBB", Channel::trade, 2025.0, true, 1, 4));
    ledger.rows.push_back(act("BBB", Channel::trade, 2025.0, false, 1, 4));

    EXPECT_NEAR(scores_of(ledger, "AAA")[trade], 0.5, 1e-15);
    EXPECT_NEAR(scores_of(ledger, "BBB")[trade], 0.5, 1e-15);
}

TEST(Signals, duplicating_every_row_of_a_country_changes_its_score_only_through_shrinkage) {
    const HedgingLedger ledger = two_countries();
    HedgingLedger twice = ledger;
    for (const SignalRow& row : ledger.rows) {
        if (row.actor == "AAA") twice.rows.push_back(row);
    }
    SignalWeighing half;
    half.shrinkage = 3.0;

    const auto once_balance =
        signal_balances(ledger, "AAA", as_of, stated_magnitudes(ledger), {})[trade];
    const auto twice_balance =
        signal_balances(twice, "AAA", as_of, stated_magnitudes(twice), {})[trade];

    // The mean is given: it belongs to all countries.
    EXPECT_DOUBLE_EQ(signal_score(twice_balance, 0.1, {}), signal_score(once_balance, 0.1, half));
}

TEST(Signals, an_infinite_half_life_means_no_decay) {
    SignalWeighing forever;
    forever.half_life_years = std::numeric_limits<double>::infinity();

    EXPECT_EQ(signal_decay(2019.0, as_of, forever), 1.0);
    EXPECT_DOUBLE_EQ(signal_decay(2023.0, as_of, {}), 0.5);
}

TEST(Signals, acts_of_the_future_and_of_long_ago_do_not_count) {
    EXPECT_EQ(signal_decay(2026.5, as_of, {}), 0.0);
    EXPECT_EQ(signal_decay(2017.9, as_of, {}), 0.0);
    EXPECT_GT(signal_decay(2018.0, as_of, {}), 0.0);
}

TEST(Signals, rows_of_the_article_never_count) {
    HedgingLedger ledger = two_countries();
    const auto before = scores_of(ledger, "AAA");
    SignalRow claim = act("AAA", Channel::trade, 2026.0, true, 1, 5);
    claim.is_from_article = true;
    ledger.rows.push_back(claim);

    EXPECT_EQ(scores_of(ledger, "AAA"), before);
}

TEST(Signals, a_bloc_reaches_its_members_in_trade_only) {
    HedgingLedger ledger = two_countries();
    ledger.blocs = {{"EU27", {"HUN"}}};
    // Rows of two more countries keep the means away from the bloc's own balance.
    for (const Channel channel : all_channels) {
        ledger.rows.push_back(act("EU27", channel, 2026.0, true, -1, 5));
        ledger.rows.push_back(act("BBB", channel, 2026.0, true, 1, 5));
    }

    const auto s = scores_of(ledger, "HUN");

    EXPECT_LT(s[trade], 0.5);
    for (const Channel channel : {Channel::technology, Channel::finance, Channel::diplomacy}) {
        EXPECT_EQ(s[position(channel)], 0.5);
    }
    const auto balance =
        signal_balances(ledger, "HUN", as_of, stated_magnitudes(ledger), {})[trade];
    EXPECT_DOUBLE_EQ(balance.mass, 2.5) << "half of the bloc's act counts";
}

TEST(Signals, a_bloc_s_acts_enter_the_mean_as_its_own) {
    HedgingLedger ledger{.rows = {act("EU27", Channel::finance, 2026.0, true, -1, 4),
                                  act("AAA", Channel::finance, 2026.0, false, 1, 4)},
                         .blocs = {{"EU27", {"AAA"}}},
                         .poles = {}};

    EXPECT_DOUBLE_EQ(mean_balances(ledger, as_of, stated_magnitudes(ledger), {})[finance], -0.5);
}

}  // namespace
}  // namespace entente
