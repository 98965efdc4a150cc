#include "entente/measures/hedging/signals.hpp"

#include <algorithm>
#include <cmath>

#include "entente/numerics/normal.hpp"

namespace entente {
namespace {

bool contains(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

double signal_decay(double act_date, double as_of, const SignalWeighing& options) {
    const double age = as_of - act_date;
    if (age < 0.0 || age > options.window_years) return 0.0;
    return std::exp2(-age / options.half_life_years);
}

PerChannel<SignalBalance> signal_balances(const HedgingLedger& ledger, const std::string& code,
                                          double as_of, std::span<const double> magnitude,
                                          const SignalWeighing& options) {
    std::vector<std::string> blocs;
    for (const SignalBloc& bloc : ledger.blocs) {
        if (contains(bloc.members, code)) blocs.push_back(bloc.code);
    }
    PerChannel<SignalBalance> balances{};
    for (std::size_t k = 0; k < ledger.rows.size(); ++k) {
        const SignalRow& row = ledger.rows[k];
        const double weight = magnitude[k] * signal_decay(row.date, as_of, options);
        SignalBalance& balance = balances[position(row.channel)];
        if (row.actor == code) {
            balance.add(row, weight);
        } else if (row.channel == Channel::trade && contains(blocs, row.actor)) {
            balance.add(row, options.bloc_weight * weight);
        }
    }
    return balances;
}

PerChannel<double> mean_balances(const HedgingLedger& ledger, double as_of,
                                 std::span<const double> magnitude, const SignalWeighing& options) {
    PerChannel<SignalBalance> pool{};
    for (std::size_t k = 0; k < ledger.rows.size(); ++k) {
        const SignalRow& row = ledger.rows[k];
        if (contains(ledger.poles, row.actor)) continue;
        pool[position(row.channel)].add(row, magnitude[k] * signal_decay(row.date, as_of, options));
    }
    PerChannel<double> means{};
    for (std::size_t k = 0; k < num_channels; ++k) means[k] = pool[k].mean();
    return means;
}

double signal_score(const SignalBalance& balance, double mean_balance,
                    const SignalWeighing& options) {
    if (balance.mass == 0.0) return 0.5;
    const double b =
        (balance.toward_rival - mean_balance * balance.mass) / (options.shrinkage + balance.mass);
    return normal_cdf(b / options.width);
}

std::vector<double> stated_magnitudes(const HedgingLedger& ledger) {
    std::vector<double> magnitude;
    magnitude.reserve(ledger.rows.size());
    for (const SignalRow& row : ledger.rows) {
        magnitude.push_back(row.is_from_article ? 0.0 : row.magnitude);
    }
    return magnitude;
}

}  // namespace entente
