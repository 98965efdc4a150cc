#include "entente/realignment/estimate_positions.hpp"

#include <algorithm>
#include <cmath>

#include "entente/base/parallel.hpp"
#include "entente/realignment/bridges.hpp"
#include "entente/realignment/position_scale.hpp"
#include "entente/realignment/state_path.hpp"
#include "entente/realignment/vote_passes.hpp"
#include "entente/realignment/year_start.hpp"

namespace entente {
namespace {

using detail::PathPoint;
using detail::PositionBeliefs;
using detail::VotePasses;
using detail::VoteSums;
using detail::YearSignal;

/// Roll calls start from nothing in their first pass.
constexpr std::size_t first_steps = 5;
/// Of a first guess.
constexpr double start_error = 0.1;

VoteSums empty_sums(const RollCallData& data) {
    return {.score = Array2<double>(data.years.size(), data.states.size()),
            .weight = Array2<double>(data.years.size(), data.states.size()),
            .information = Array2<double>(data.years.size(), data.states.size())};
}

PositionBeliefs empty_beliefs(const RollCallData& data) {
    return {.mean = Array2<double>(data.years.size(), data.states.size()),
            .variance = Array2<double>(data.years.size(), data.states.size(), start_error)};
}

/// [eq:position-step]  theta_new = theta + ( g + (m - theta) / P ) / ( w + 1 / P ),
/// g score and w weight of the votes of the year, N(m, P) the prior.
///
/// Passes over one year until its positions rest.
void fit_year(VotePasses& passes, std::size_t year, const std::vector<PathPoint>& priors,
              const PositionOptions& options, PositionBeliefs& beliefs, VoteSums& sums) {
    for (std::size_t pass = 0; pass < options.num_passes; ++pass) {
        passes.run(year, year + 1, beliefs, pass == 0 ? first_steps : 1, sums);
        double change = 0.0;
        for (std::size_t state = 0; state < priors.size(); ++state) {
            const double trust = 1.0 / priors[state].variance;
            const double precision =
                0.5 * (sums.weight(year, state) + sums.information(year, state)) + trust;
            double& theta = beliefs.mean(year, state);
            const double step =
                (sums.score(year, state) + trust * (priors[state].mean - theta)) / precision;
            theta += step;
            beliefs.variance(year, state) = 1.0 / precision;
            change = std::max(change, std::abs(step));
        }
        if (change < options.tolerance) break;
    }
}

/// Each year from its own votes.
PositionBeliefs estimate_years(const RollCallData& data, const PositionOptions& options) {
    PositionBeliefs beliefs = empty_beliefs(data);
    VotePasses passes(data, 1);
    VoteSums sums = empty_sums(data);
    const std::size_t anchor = data.states.at(options.anchor);
    const std::vector<PathPoint> priors(data.states.size(), {0.0, options.variance});
    parallel_for(data.years.size(), options.threads, [&](std::size_t year) {
        detail::start_from_agreement(data, year, anchor, beliefs.mean.row(year));
        fit_year(passes, year, priors, options, beliefs, sums);
        detail::standardise(data, year, anchor, beliefs);
    });
    return beliefs;
}

/// Forward through the years; scaled each year, so that the random walk keeps its unit.
PositionBeliefs estimate_forward(const RollCallData& data, const PositionOptions& options) {
    PositionBeliefs beliefs = empty_beliefs(data);
    VotePasses passes(data, options.threads);
    VoteSums sums = empty_sums(data);
    const std::size_t anchor = data.states.at(options.anchor);
    const detail::WalkVariances variances{options.walk_variance, options.variance};
    std::vector<PathPoint> known(data.states.size(), {0.0, options.variance});
    for (std::size_t year = 0; year < data.years.size(); ++year) {
        const int gap = year == 0 ? 0 : data.years[year] - data.years[year - 1];
        for (std::size_t state = 0; state < known.size(); ++state) {
            known[state] = detail::after_years(known[state], gap, variances);
            beliefs.mean(year, state) = known[state].mean;
        }
        if (year == 0) detail::start_from_agreement(data, year, anchor, beliefs.mean.row(year));
        fit_year(passes, year, known, options, beliefs, sums);
        detail::standardise(data, year, anchor, beliefs);
        for (std::size_t state = 0; state < known.size(); ++state) {
            if (data.votes_cast(state, year) == 0) continue;
            known[state] = {beliefs.mean(year, state), beliefs.variance(year, state)};
        }
    }
    return beliefs;
}

/// The path of one state given what its votes say around where it is thought to be.
void update_path(const RollCallData& data, std::size_t state, const VoteSums& sums,
                 const detail::WalkVariances& variances, PositionBeliefs& beliefs) {
    std::vector<YearSignal> signals(data.years.size());
    for (std::size_t t = 0; t < signals.size(); ++t) {
        const double weight = 0.5 * (sums.weight(t, state) + sums.information(t, state));
        if (!(weight > 0.0)) continue;
        signals[t] = {beliefs.mean(t, state) + sums.score(t, state) / weight, weight};
    }
    const auto path = detail::smooth_path(
        data.years, detail::filter_path(data.years, signals, variances), variances);
    for (std::size_t t = 0; t < path.size(); ++t) {
        beliefs.mean(t, state) = path[t].mean;
        beliefs.variance(t, state) = path[t].variance;
    }
}

/// Each year on its own scale, or all on one where bridges hold years together.
void rescale(const RollCallData& data, const PositionOptions& options, VotePasses& passes,
             PositionBeliefs& beliefs) {
    const std::size_t anchor = data.states.at(options.anchor);
    if (options.with_bridges) {
        const detail::YearScale scale = detail::standardise_all(data, anchor, beliefs);
        for (std::size_t t = 0; t < data.years.size(); ++t) passes.rescale(t, scale);
        return;
    }
    for (std::size_t t = 0; t < data.years.size(); ++t) {
        passes.rescale(t, detail::standardise(data, t, anchor, beliefs));
    }
}

/// Passes over all years together, from what is in `beliefs`.
void smooth(const RollCallData& data, const detail::BridgeGroups& bridges,
            const PositionOptions& options, PositionBeliefs& beliefs, PositionEstimate& result) {
    VotePasses passes(data, options.threads, bridges);
    VoteSums sums = empty_sums(data);
    const detail::WalkVariances variances{options.walk_variance, options.variance};
    while (result.num_passes < options.num_passes) {
        const Array2<double> before = beliefs.mean;
        passes.run(0, data.years.size(), beliefs, result.num_passes == 0 ? first_steps : 1, sums);
        ++result.num_passes;
        parallel_for(data.states.size(), options.threads, [&](std::size_t state) {
            update_path(data, state, sums, variances, beliefs);
        });
        rescale(data, options, passes, beliefs);
        result.last_change = 0.0;
        for (std::size_t cell = 0; cell < before.values().size(); ++cell) {
            result.last_change = std::max(
                result.last_change, std::abs(beliefs.mean.values()[cell] - before.values()[cell]));
        }
        result.converged = result.last_change < options.tolerance;
        if (result.converged) break;
    }
}

}  // namespace

PositionEstimate estimate_positions(const RollCallData& data, const PositionOptions& options) {
    const PositionBeliefs yearly = estimate_years(data, options);
    const PositionBeliefs filtered = estimate_forward(data, options);
    PositionEstimate result{.num_roll_calls = data.roll_calls.size()};
    for (const UsableRollCall& roll_call : data.roll_calls) {
        result.num_votes += roll_call.votes.size();
    }
    PositionBeliefs smoothed = filtered;
    if (options.with_smoothed && options.with_bridges) {
        const detail::BridgedRollCalls bridged = detail::bridged_roll_calls(data);
        result.num_bridges = bridged.groups.size();
        for (const auto& group : bridged.groups) result.num_bridged += group.size();
        smooth(bridged.data, bridged.groups, options, smoothed, result);
    } else if (options.with_smoothed) {
        smooth(data, {}, options, smoothed, result);
    }
    for (double& variance : smoothed.variance.values()) variance = std::sqrt(variance);
    result.positions = {.states = data.states,
                        .years = data.years,
                        .smoothed = detail::where_voted(data, smoothed.mean),
                        .smoothed_error = detail::where_voted(data, smoothed.variance),
                        .filtered = detail::where_voted(data, filtered.mean),
                        .yearly = detail::where_voted(data, yearly.mean),
                        .votes_cast = data.votes_cast};
    return result;
}

}  // namespace entente
