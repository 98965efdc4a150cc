#include "entente/realignment/hazard/placebo.hpp"

#include <algorithm>
#include <limits>
#include <map>
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
    std::set<std::size_t> ever_partner;
    std::set<std::pair<std::size_t, int>> existed;
    std::set<std::pair<std::size_t, int>> partner_years;
    for (const HazardRow& row : table.rows) {
        existed.emplace(row.state, row.year);
        if (!row.is_partner) continue;
        ever_partner.insert(row.state);
        partner_years.emplace(row.state, row.year);
    }
    const std::vector<std::size_t> members(ever_partner.begin(), ever_partner.end());
    std::vector<std::size_t> shuffled = members;
    RandomStream stream({.seed = seed, .draw = deal, .purpose = dealing_purpose});
    for (std::size_t k = shuffled.size(); k > 1; --k) {
        const auto other = static_cast<std::size_t>(stream.uniform() * static_cast<double>(k));
        std::swap(shuffled[k - 1], shuffled[other]);
    }
    std::map<std::size_t, std::size_t> receiver;
    for (std::size_t k = 0; k < members.size(); ++k) receiver[members[k]] = shuffled[k];

    HazardTable result = table;
    result.events.clear();
    std::set<std::pair<std::size_t, int>> taken;
    for (HazardEvent event : table.events) {
        if (partner_years.contains({event.state, event.year - 1})) {
            event.state = receiver[event.state];
        }
        const bool is_first = taken.emplace(event.state, event.year).second;
        if (is_first && existed.contains({event.state, event.year - 1})) {
            result.events.push_back(event);
        }
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
