#include "entente/realignment/hazard/calibration_groups.hpp"

#include <algorithm>
#include <numeric>

#include "entente/base/parallel.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/realignment/hazard/country_draws.hpp"

namespace entente {
namespace {

constexpr std::size_t num_groups = 10;

/// Cases and events of a group.
struct Count {
    double cases = 0.0;
    double events = 0.0;
};

std::vector<Count> counts(const Backtest& backtest, const std::vector<std::size_t>& group_of,
                          const detail::ChosenCases& chosen) {
    std::vector<Count> result(num_groups);
    for (const std::size_t k : chosen) {
        result[group_of[k]].cases += 1.0;
        result[group_of[k]].events += backtest.cases[k].outcome;
    }
    return result;
}

}  // namespace

std::vector<CalibrationGroup> calibration_groups(const Backtest& backtest, std::size_t model,
                                                 const ScoreOptions& options) {
    const std::vector<double>& probability = backtest.models[model].probability;
    detail::ChosenCases order(backtest.cases.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t k) { return probability[k]; });
    std::vector<std::size_t> group_of(order.size());
    std::vector<CalibrationGroup> groups(num_groups);
    for (std::size_t k = 0; k < order.size(); ++k) {
        const std::size_t g = ((k + 1) * num_groups - 1) / order.size();
        group_of[order[k]] = g;
        groups[g].mean_probability += probability[order[k]];
        groups[g].frequency += backtest.cases[order[k]].outcome;
        ++groups[g].num_cases;
    }
    std::vector<std::vector<Count>> draws(options.num_resamples);
    const auto countries = detail::cases_by_country(backtest, order);
    parallel_for(draws.size(), options.threads, [&](std::size_t d) {
        draws[d] =
            counts(backtest, group_of,
                   detail::drawn_countries(countries, options.seed, static_cast<std::uint32_t>(d)));
    });
    std::vector<CalibrationGroup> result;
    for (std::size_t g = 0; g < num_groups; ++g) {
        CalibrationGroup group = groups[g];
        if (group.num_cases == 0) continue;
        const auto cases = static_cast<double>(group.num_cases);
        group.mean_probability /= cases;
        group.frequency /= cases;
        std::vector<double> frequencies;
        for (const std::vector<Count>& draw : draws) {
            if (draw[g].cases > 0.0) frequencies.push_back(draw[g].events / draw[g].cases);
        }
        if (frequencies.empty()) frequencies.push_back(group.frequency);
        std::ranges::sort(frequencies);
        group.low = sorted_quantile(frequencies, 0.05);
        group.high = sorted_quantile(frequencies, 0.95);
        result.push_back(group);
    }
    return result;
}

}  // namespace entente
