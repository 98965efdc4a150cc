#include "entente/model/equilibrium/one_way_trade.hpp"

#include <algorithm>
#include <vector>

namespace entente::detail {
namespace {

using Marks = std::vector<char>;

// Deficits below this part of income are rounding.
constexpr double no_deficit = 1e-12;

bool sells_to(const TradeSystem& system, std::size_t i, std::size_t n) {
    return std::ranges::any_of(system.weight().row(i, n), [](double w) { return w > 0.0; });
}

/// Everybody that `country` sells to, directly or through others, and itself; or, backwards, who
/// sells to it.
Marks reached_from(const TradeSystem& system, std::size_t country, bool is_backwards) {
    const std::size_t num_countries = system.baseline().num_countries();
    Marks is_reached(num_countries, 0);
    std::vector<std::size_t> next{country};
    is_reached[country] = 1;
    while (!next.empty()) {
        const std::size_t i = next.back();
        next.pop_back();
        for (std::size_t n = 0; n < num_countries; ++n) {
            if (is_reached[n] != 0) continue;
            if (!(is_backwards ? sells_to(system, n, i) : sells_to(system, i, n))) continue;
            is_reached[n] = 1;
            next.push_back(n);
        }
    }
    return is_reached;
}

bool is_everybody(const Marks& marks) {
    return std::ranges::all_of(marks, [](char mark) { return mark != 0; });
}

/// Whether n surely spends on goods of i: whatever its income, a part goes there.
bool must_buy(const TradeSystem& system, std::size_t i, std::size_t n) {
    for (std::size_t s = 0; s < system.baseline().num_sectors(); ++s) {
        if (system.weight()(i, n, s) > 0.0 && system.baseline().consumption_share(n, s) > 0.0) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<std::pair<std::size_t, std::size_t>> one_way_trade(const TradeSystem& system) {
    const Baseline& base = system.baseline();
    if (base.options.deficits == DeficitMode::multiplicative) return std::nullopt;
    // Nearly every world is seen at a glance: goods of the first country reach all, and it buys, at
    // last, from all.
    if (is_everybody(reached_from(system, 0, false)) &&
        is_everybody(reached_from(system, 0, true))) {
        return std::nullopt;
    }
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        const Marks customers = reached_from(system, n, false);
        double deficit = 0.0;
        double income = 0.0;
        for (std::size_t m = 0; m < base.num_countries(); ++m) {
            if (customers[m] == 0) continue;
            deficit += base.trade_deficit[m];
            income += base.income[m];
        }
        if (deficit > no_deficit * income) continue;
        for (std::size_t i = 0; i < base.num_countries(); ++i) {
            if (customers[i] == 0 && must_buy(system, i, n)) return std::pair{i, n};
        }
    }
    return std::nullopt;
}

}  // namespace entente::detail
