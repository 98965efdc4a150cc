#include "entente/realignment/hazard/placebo.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/numerics/forecast_scores.hpp"

namespace entente {
namespace {

constexpr std::uint32_t dealing_purpose = 0x706c;

}  // namespace

HazardTable dealt(const HazardTable& table, std::uint64_t seed, std::uint32_t deal) {
    std::vector<bool> was_partner(table.states.size(), false);
    std::set<std::pair<std::size_t, int>> existed;
    for (const HazardRow& row : table.rows) {
        if (row.is_partner) was_partner[row.state] = true;
        existed.emplace(row.state, row.year);
    }
    RandomStream stream({.seed = seed, .draw = deal, .purpose = dealing_purpose});
    std::vector<std::size_t> receiver(table.states.size());
    for (const bool kind : {false, true}) {
        std::vector<std::size_t> members;
        for (std::size_t n = 0; n < table.states.size(); ++n) {
            if (was_partner[n] == kind) members.push_back(n);
        }
        std::vector<std::size_t> shuffled = members;
        for (std::size_t k = shuffled.size(); k > 1; --k) {
            const auto other = static_cast<std::size_t>(stream.uniform() * static_cast<double>(k));
            std::swap(shuffled[k - 1], shuffled[other]);
        }
        for (std::size_t k = 0; k < members.size(); ++k) receiver[members[k]] = shuffled[k];
    }
    HazardTable result = table;
    result.events.clear();
    for (HazardEvent event : table.events) {
        event.state = receiver[event.state];
        if (existed.contains({event.state, event.year - 1})) result.events.push_back(event);
    }
    std::sort(result.events.begin(), result.events.end(),
              [](const HazardEvent& a, const HazardEvent& b) {
                  return std::pair(a.state, a.year) < std::pair(b.state, b.year);
              });
    return result;
}

std::vector<PlaceboScore> run_placebos(const HazardTable& table, const PlaceboOptions& options) {
    std::vector<PlaceboScore> scores(options.num_deals);
    BacktestOptions serial = options.backtest;
    serial.threads = 1;
    parallel_for(scores.size(), options.backtest.threads, [&](std::size_t d) {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        try {
            const Backtest backtest =
                run_backtest(dealt(table, options.seed, static_cast<std::uint32_t>(d)), serial);
            std::vector<std::uint8_t> outcome;
            for (const ForecastCase& each : backtest.cases) outcome.push_back(each.outcome);
            const std::vector<double>& p = backtest.models.front().probability;
            scores[d] = {area_under_roc(p, outcome),
                         skill(brier_score(p, outcome),
                               brier_score(backtest.base_rate.probability, outcome))};
        } catch (const OptionError&) {
            scores[d] = {none, none};
        }
    });
    return scores;
}

}  // namespace entente
