#include "entente/measures/agreement_links.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace entente {
namespace {

const std::vector<std::string> powers{"USA", "CHN"};

Signal act(const std::string& id, const std::string& actor, const std::string& counterpart,
           int year, const std::string& kind = "trade_agreement",
           SignalChannel channel = SignalChannel::trade) {
    Signal signal;
    signal.id = id;
    signal.actor = actor;
    signal.counterpart = counterpart;
    signal.kind = kind;
    signal.channel = channel;
    signal.direction = 1;
    signal.magnitude = 4;
    signal.status = "signed";
    signal.first_day = std::chrono::year(year) / std::chrono::May / 1;
    signal.last_day = signal.first_day;
    return signal;
}

SignalsLedger ledger_of(std::vector<Signal> signals) {
    SignalsLedger ledger;
    ledger.signals = std::move(signals);
    return ledger;
}

// [eq:link-share]
TEST(AgreementLinks, pairs_and_years_are_counted_by_hand) {
    const auto ledger = ledger_of({
        act("a", "JPN", "AUS", 2020),
        act("b", "AUS", "JPN", 2020),  // the other side of the same agreement
        act("c", "AUS", "JPN", 2022),
        act("d", "KOR", "USA", 2022),
        act("e", "AUS", "JPN", 2022, "security_pact", SignalChannel::security),
        act("f", "PHL", "USA", 2022, "basing_access", SignalChannel::security),
    });

    const AgreementLinks found = agreement_links(ledger, powers);

    ASSERT_EQ(found.years.size(), 3U);
    EXPECT_EQ(found.years[0].num_among_others, 1U);
    EXPECT_EQ(found.years[0].num_new_pairs, 1U);
    EXPECT_TRUE(std::isnan(found.years[1].share_among_others()));
    EXPECT_DOUBLE_EQ(found.years[2].share_among_others(), 0.5);
    EXPECT_EQ(found.years[2].num_new_pairs, 1U) << "security is a tie of its own";
    EXPECT_EQ(found.years[2].num_security_with_powers, 1U);
    ASSERT_EQ(found.links.size(), 2U);
    EXPECT_EQ(found.links[0].one, "AUS");
    EXPECT_EQ(found.links[0].other, "JPN");
    EXPECT_EQ(found.links[0].signal, "a");
    EXPECT_TRUE(found.links[1].is_security);
}

TEST(AgreementLinks, talk_threats_powers_alone_and_everybody_do_not_count) {
    Signal talk = act("a", "JPN", "AUS", 2020);
    talk.status = "talks";
    Signal away = act("b", "JPN", "AUS", 2020);
    away.direction = -1;
    Signal small = act("c", "JPN", "AUS", 2020);
    small.magnitude = 2;
    const auto ledger =
        ledger_of({talk, away, small, act("d", "CHN", "USA", 2020), act("e", "JPN", "WLD", 2020),
                   act("f", "JPN", "AUS", 2020, "visit")});

    EXPECT_TRUE(agreement_links(ledger, powers).years.empty());
}

}  // namespace
}  // namespace entente
