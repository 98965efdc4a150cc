#pragma once

// Dated acts of countries toward the poles. A ledger is evidence and not a census, so what counts
// is the balance of a country's acts against the average balance, shrunk where few acts are known.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "entente/measures/hedging/channel.hpp"

namespace entente {

/// One act of one actor.
struct SignalRow {
    /// Code of a country or of a bloc.
    std::string actor;
    Channel channel = Channel::trade;
    /// In years: 2025.5 is the middle of 2025.
    double date = 0.0;
    /// Whether the counterpart is the rival pole.
    bool is_toward_rival = false;
    /// +1 the actor moves closer to its counterpart, -1 further away.
    int direction = 0;
    /// 1 (statement) to 5 (treaty).
    double magnitude = 1.0;
    /// Number of the event the row belongs to; an event with several actors has several rows.
    std::size_t event = 0;
    /// Whether it restates the article the measure is compared with. Such rows never count, because
    /// the comparison would go round in a circle.
    bool is_from_article = false;
    /// Position in the ledger it was read from, so that a reader can be shown its words.
    std::size_t ledger_row = 0;
};

/// A group that acts for its members in trade policy.
struct SignalBloc {
    std::string code;
    std::vector<std::string> members;
};

struct HedgingLedger {
    std::vector<SignalRow> rows;
    std::vector<SignalBloc> blocs;
    /// Codes of the poles; their acts are not evidence of others' hedging.
    std::vector<std::string> poles;
};

/// How signals are weighed.
struct SignalWeighing {
    /// Years after which an act counts half; infinite = acts do not age. > 0.
    double half_life_years = 3.0;
    /// Acts older than this many years do not count.
    double window_years = 8.0;
    /// Mass of signals at which a balance counts half, K; >= 0.
    double shrinkage = 6.0;
    /// Part of a bloc's act that counts for a member, omega; 0 to 1, in trade only.
    double bloc_weight = 0.5;
    /// Balance at one standard deviation of the score.
    double width = 0.2;
};

/// Weighted acts of one country in one channel.
struct SignalBalance {
    /// sum mu delta
    double mass = 0.0;
    /// sum mu delta d 1[counterpart is the rival]
    double toward_rival = 0.0;

    void add(const SignalRow& row, double weight) {
        mass += weight;
        if (row.is_toward_rival) toward_rival += weight * row.direction;
    }
    /// 0 without acts.
    double mean() const { return mass > 0.0 ? toward_rival / mass : 0.0; }
};

/// [eq:signal-decay]  delta = 2^(-age / half-life); 0 for an act after the date or outside the
/// window.
double signal_decay(double act_date, double as_of, const SignalWeighing& options);

/// [channel] Balances of one country. Its own acts count fully; acts of blocs it is in count with
/// omega in trade and not at all elsewhere.
///
/// @param magnitude  [row of the ledger] mu, 0 = the row is left out.
PerChannel<SignalBalance> signal_balances(const HedgingLedger& ledger, const std::string& code,
                                          double as_of, std::span<const double> magnitude,
                                          const SignalWeighing& options);

/// [eq:signal-mean]  dbar[k] = sum mu delta d 1[C] / sum mu delta, over all actors but the poles
/// 0 in a channel without acts.
PerChannel<double> mean_balances(const HedgingLedger& ledger, double as_of,
                                 std::span<const double> magnitude, const SignalWeighing& options);

/// [eq:signal-score]  b = (toward rival - dbar mass) / (K + mass),  s = Phi(b / .2)
///
/// Our own definition: exactly .5 for a country without acts, and .5 for one of average balance
/// however many acts are known.
double signal_score(const SignalBalance& balance, double mean_balance,
                    const SignalWeighing& options);

/// [row] Magnitudes as coded; 0 for rows of the article.
std::vector<double> stated_magnitudes(const HedgingLedger& ledger);

}  // namespace entente
