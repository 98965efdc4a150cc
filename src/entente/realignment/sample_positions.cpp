#include "entente/realignment/sample_positions.hpp"

#include <algorithm>
#include <cmath>

#include "entente/base/parallel.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/numerics/random_draws.hpp"
#include "entente/realignment/position_scale.hpp"
#include "entente/realignment/state_path.hpp"
#include "entente/realignment/vote_chain.hpp"
#include "entente/realignment/vote_passes.hpp"

namespace entente {
namespace {

using detail::ItemChain;
using detail::PathPoint;
using detail::PositionBeliefs;
using detail::YearSignal;

constexpr std::uint32_t vote_purpose = 61;
constexpr std::uint32_t path_purpose = 62;
constexpr std::size_t max_kept = 500;
constexpr std::size_t burn_in_parts = 5;
constexpr std::size_t fitting_passes = 10;

/// [year, state] of the start; 0 where nothing is known.
PositionBeliefs start_of(const RollCallData& data, const Positions& start) {
    PositionBeliefs beliefs{.mean = Array2<double>(data.years.size(), data.states.size()),
                            .variance = Array2<double>(data.years.size(), data.states.size())};
    for (std::size_t state = 0; state < data.states.size(); ++state) {
        for (std::size_t t = 0; t < data.years.size(); ++t) {
            if (data.votes_cast(state, t) == 0) continue;
            beliefs.mean(t, state) = start.smoothed(state, t);
            beliefs.variance(t, state) =
                start.smoothed_error(state, t) * start.smoothed_error(state, t);
        }
    }
    return beliefs;
}

std::vector<ItemChain> start_chains(const RollCallData& data, const PositionBeliefs& beliefs,
                                    std::size_t threads) {
    detail::VotePasses passes(data, threads);
    detail::VoteSums sums{
        .score = beliefs.mean, .weight = beliefs.mean, .information = beliefs.mean};
    passes.run(0, data.years.size(), beliefs, fitting_passes, sums);
    std::vector<ItemChain> chains(data.roll_calls.size());
    for (std::size_t k = 0; k < chains.size(); ++k) {
        const std::size_t year = data.roll_calls[k].year;
        chains[k].item = passes.items()[k];
        chains[k].shape = detail::cholesky(
            detail::item_information(chains[k].item, data.roll_calls[k], beliefs.mean.row(year),
                                     beliefs.variance.row(year))
                .upper);
    }
    return chains;
}

/// The roll calls of one year, and what the numbers behind their votes say of each state.
void sweep_year(const RollCallData& data, std::size_t year, const Array2<double>& position,
                const PositionSampleOptions& options, std::uint32_t sweep,
                std::vector<ItemChain>& chains, Array2<YearSignal>& signals) {
    const std::span<const double> theta = position.row(year);
    for (YearSignal& signal : signals.row(year)) signal = {};
    for (std::size_t k = data.year_begin[year]; k < data.year_begin[year + 1]; ++k) {
        const UsableRollCall& roll_call = data.roll_calls[k];
        RandomStream stream({.seed = options.seed,
                             .draw = sweep,
                             .purpose = vote_purpose,
                             .entity = static_cast<std::uint32_t>(k)});
        detail::step_item(chains[k], roll_call, theta, stream);
        const detail::VoteItem& item = chains[k].item;
        for (const Vote& vote : roll_call.votes) {
            const double noise =
                detail::noise_draw(item, theta[vote.state], vote.option, stream.uniform());
            YearSignal& signal = signals(year, vote.state);
            signal.value += item.slope * (item.slope * theta[vote.state] + noise);
            signal.precision += item.slope * item.slope;
        }
    }
    for (YearSignal& signal : signals.row(year)) {
        if (signal.precision > 0.0) signal.value /= signal.precision;
    }
}

/// [eq:path-draw]  theta_T from the filter, then theta_t given theta_t+1 backwards.
void draw_path(const RollCallData& data, std::size_t state, const Array2<YearSignal>& signals,
               const detail::WalkVariances& variances, RandomStream& stream,
               Array2<double>& position) {
    std::vector<YearSignal> of_state(data.years.size());
    for (std::size_t t = 0; t < of_state.size(); ++t) of_state[t] = signals(t, state);
    const std::vector<PathPoint> filtered = detail::filter_path(data.years, of_state, variances);
    const std::size_t last = filtered.size() - 1;
    position(last, state) =
        filtered[last].mean + std::sqrt(filtered[last].variance) * normal_draw(stream);
    for (std::size_t t = last; t-- > 0;) {
        const PathPoint point = detail::before_year(filtered[t], data.years[t + 1] - data.years[t],
                                                    variances, position(t + 1, state));
        position(t, state) = point.mean + std::sqrt(point.variance) * normal_draw(stream);
    }
}

/// Means and bounds over the kept draws, each [year, state].
PositionSample sum_up(const RollCallData& data, const std::vector<Array2<double>>& draws) {
    constexpr double tail = 0.05;
    PositionBeliefs empty{.mean = Array2<double>(data.years.size(), data.states.size()),
                          .variance = {}};
    Array2<double> mean = empty.mean;
    Array2<double> low = empty.mean;
    Array2<double> high = empty.mean;
    std::vector<double> cell(draws.size());
    for (std::size_t k = 0; k < mean.values().size(); ++k) {
        double sum = 0.0;
        for (std::size_t d = 0; d < draws.size(); ++d) {
            cell[d] = draws[d].values()[k];
            sum += cell[d];
        }
        std::ranges::sort(cell);
        mean.values()[k] = sum / static_cast<double>(draws.size());
        low.values()[k] = sorted_quantile(cell, tail);
        high.values()[k] = sorted_quantile(cell, 1.0 - tail);
    }
    return {.mean = detail::where_voted(data, mean),
            .low = detail::where_voted(data, low),
            .high = detail::where_voted(data, high),
            .num_draws = draws.size()};
}

}  // namespace

PositionSample sample_positions(const RollCallData& data, const Positions& start,
                                const PositionSampleOptions& options) {
    const std::size_t anchor = data.states.at(options.model.anchor);
    const detail::WalkVariances variances{options.model.walk_variance, options.model.variance};
    const PositionBeliefs beliefs = start_of(data, start);
    std::vector<ItemChain> chains = start_chains(data, beliefs, options.model.threads);
    Array2<double> position = beliefs.mean;
    Array2<YearSignal> signals(data.years.size(), data.states.size());
    const std::size_t burn_in = options.num_sweeps / burn_in_parts;
    const std::size_t thinning = (options.num_sweeps - burn_in + max_kept - 1) / max_kept;
    std::vector<Array2<double>> draws;
    for (std::size_t sweep = 0; sweep < options.num_sweeps; ++sweep) {
        const auto number = static_cast<std::uint32_t>(sweep);
        parallel_for(data.years.size(), options.model.threads, [&](std::size_t year) {
            sweep_year(data, year, position, options, number, chains, signals);
        });
        parallel_for(data.states.size(), options.model.threads, [&](std::size_t state) {
            RandomStream stream({.seed = options.seed,
                                 .draw = number,
                                 .purpose = path_purpose,
                                 .entity = static_cast<std::uint32_t>(state)});
            draw_path(data, state, signals, variances, stream, position);
        });
        if (sweep < burn_in || (sweep - burn_in) % thinning != 0) continue;
        PositionBeliefs shown{.mean = position, .variance = beliefs.variance};
        for (std::size_t t = 0; t < data.years.size(); ++t) {
            detail::standardise(data, t, anchor, shown);
        }
        draws.push_back(std::move(shown.mean));
    }
    PositionSample sample = sum_up(data, draws);
    double taken = 0.0;
    for (const ItemChain& chain : chains) taken += static_cast<double>(chain.num_taken);
    sample.acceptance = taken / static_cast<double>(chains.size() * options.num_sweeps);
    return sample;
}

}  // namespace entente
