#include "entente/study/policy_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/ensemble/path_solver.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/study/dated_scenario.hpp"
#include "entente/study/selection.hpp"
#include "entente/study/tariff_history.hpp"

namespace entente {
namespace {

using detail::Power;
using detail::RegimeHistory;

/// Paths without doubles: draws with the same regimes share one.
struct Draws {
    std::vector<RegimePath> paths;
    /// [draw] position among the paths.
    std::vector<std::size_t> path_of_draw;
};

Draws draw_paths(const PathSolver& solver, std::size_t num_draws) {
    Draws draws;
    if (num_draws == 0) {
        draws.paths.push_back(solver.without_regimes());
        draws.path_of_draw.push_back(0);
        return draws;
    }
    std::map<RegimePath, std::size_t> known;
    for (std::size_t d = 0; d < num_draws; ++d) {
        RegimePath path = solver.regimes(static_cast<std::uint32_t>(d));
        const auto [at, is_new] = known.try_emplace(path, draws.paths.size());
        if (is_new) draws.paths.push_back(std::move(path));
        draws.path_of_draw.push_back(at->second);
    }
    return draws;
}

PathRow row_of(const World& world, std::size_t n, int year, std::size_t figure,
               std::vector<double> values) {
    PathRow row{.code = world.countries()[n],
                .name = world.country_name(n),
                .year = year,
                .figure = figure,
                .num_draws = values.size()};
    for (const double value : values) row.mean += value / static_cast<double>(values.size());
    std::ranges::sort(values);
    for (std::size_t q = 0; q < path_quantiles.size(); ++q) {
        row.quantiles[q] = sorted_quantile(values, path_quantiles[q]);
    }
    return row;
}

std::vector<PathRow> rows_of(const World& world, const PathSolver& solver, const Draws& draws,
                             const std::vector<PathRecord>& records,
                             const std::vector<std::size_t>& shown) {
    std::vector<PathRow> rows;
    for (const std::size_t n : shown) {
        for (std::size_t f = 0; f < num_path_figures; ++f) {
            for (std::size_t t = 0; t < solver.years().size(); ++t) {
                std::vector<double> values;
                for (const std::size_t path : draws.path_of_draw) {
                    if (records[path].is_usable()) {
                        values.push_back(records[path].figures[t](n, f));
                    }
                }
                rows.push_back(row_of(world, n, solver.years()[t], f, std::move(values)));
            }
        }
    }
    return rows;
}

void add_regimes(const Scenario& scenario, const PathSolver& solver, const RegimeHistory& history,
                 PolicyPathReport& report) {
    const RegimeChain& chain = *solver.chain();
    const auto& names = chain.names();
    const std::vector<double> long_run = stationary_shares(chain);
    const auto target = std::ranges::find(names, std::string(policy_regimes.back()));
    std::vector<double> until(names.size());
    if (target != names.end()) {
        report.target = *target;
        until = expected_hitting_times(chain, static_cast<std::size_t>(target - names.begin()));
    }
    const std::vector<std::string> known = regime_names();
    const auto position = [&](std::size_t r) {
        return static_cast<std::size_t>(std::ranges::find(known, names[r]) - known.begin());
    };
    for (std::size_t r = 0; r < names.size(); ++r) {
        RegimeRow row{.name = names[r],
                      .long_run = long_run[r],
                      .years_until = until[r],
                      .num_measures = scenario.regimes[r].measures.size()};
        for (std::size_t q = 0; q < names.size(); ++q) {
            row.chance.push_back(chain.chance(r, q));
            if (!solver.draws_chances()) continue;
            row.low.push_back(history.estimate.low(position(r), position(q)));
            row.high.push_back(history.estimate.high(position(r), position(q)));
        }
        report.regimes.push_back(std::move(row));
    }
    if (!solver.draws_chances()) return;
    report.history = fmt::format(
        "Chances: US duties over goods imports, {} to {}; years sorted by the rate over its lowest "
        "in ten years, from 1.2 transactional, from 1.5 confrontational (our definition). Every "
        "draw has chances of its own from what the counts leave open.",
        history.years.front(), history.years.back());
    const PolicySwing swing = policy_swing(history.estimate.chain(), history.mean_rates());
    report.swing_mean = swing.mean;
    report.swing_deviation = std::sqrt(swing.variance);
}

int last_year(const Scenario& scenario, const PolicyPathOptions& options) {
    if (options.until != 0) return static_cast<int>(options.until);
    return scenario.path ? scenario.path->until.value_or(default_last_year) : default_last_year;
}

}  // namespace

PolicyPathReport make_policy_path(const WorldCatalog& worlds, const PolicyPathOptions& options) {
    if (options.poles.size() != 2) {
        throw OptionError(
            fmt::format("poles has {} codes; it must have two.", options.poles.size()));
    }
    const detail::PlacedScenario placed =
        detail::place_scenario(worlds, {.file = options.scenario, .world = options.world});
    const Scenario& scenario = placed.dated.scenario;
    const World& world = placed.world;
    const std::vector<Power> poles{detail::power_named(world, options.poles[0]),
                                   detail::power_named(world, options.poles[1])};
    const std::vector<std::size_t> shown =
        options.country.empty() ? detail::economies(world, poles)
                                : detail::selected_economies(world, {}, options.country);
    const RegimeHistory history = detail::regime_history();
    const PathPlan plan{.deficits = detail::deficits_of(scenario, options.deficits),
                        .seed = options.seed,
                        .until = last_year(scenario, options),
                        .poles = {poles[0].members, poles[1].members},
                        .history = history.estimate,
                        .last_regime = policy_regimes[history.regime.back()]};
    const PathSolver solver(world, scenario, plan, placed.products_or_none());
    const std::size_t num_draws = solver.has_regimes() ? options.draws : 0;
    const Draws draws = draw_paths(solver, num_draws);
    std::vector<PathRecord> records(draws.paths.size());
    parallel_for(records.size(), options.threads,
                 [&](std::size_t k) { records[k] = solver.solve(draws.paths[k]); });

    const PolicyPath path = scenario.path.value_or(PolicyPath{});
    PolicyPathReport report{
        .world = detail::stamp(world),
        .title = scenario.title,
        .poles = {poles[0].pole, poles[1].pole},
        .base_year = world.base_year(),
        .first_policy_year = solver.first_policy_year(),
        .until = plan.until,
        .rate = solver.sourcing().rate,
        .short_run = solver.sourcing().short_run,
        .risk_response = path.risk_response,
        .deficits = detail::deficit_names[static_cast<std::size_t>(plan.deficits)],
        .num_draws = num_draws,
        .num_different = draws.paths.size(),
        .seed = options.seed,
        .first_regime = solver.first_regime()};
    for (const std::size_t k : draws.path_of_draw) {
        if (records[k].is_usable()) continue;
        if (report.num_failed == 0) report.failure = records[k].reason;
        ++report.num_failed;
    }
    if (num_draws > 0) add_regimes(scenario, solver, history, report);
    report.rows = rows_of(world, solver, draws, records, shown);
    return report;
}

}  // namespace entente
