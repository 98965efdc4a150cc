#include "entente/study/exposure/draws.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "entente/base/array.hpp"
#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/ensemble/uncertain_inputs.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/study/exposure/barrier.hpp"
#include "entente/study/exposure/side_losses.hpp"
#include "entente/study/selection.hpp"
#include "entente/world/trade_state.hpp"

namespace entente::detail {
namespace {

// Losses are then right to a hundred thousandth of a percentage point, as they are stored, in half
// the passes that 1e-9 takes.
constexpr double draw_tolerance = 1e-5;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// One cell with everything that is solved for it.
struct DrawnCell {
    ExposureCell cell;
    Power power;
    Barrier barrier;
    std::vector<std::size_t> economies;
    std::vector<Sides> sides;
    /// [draw, k] what economies[k] and the power lose; NaN without a solution.
    Array2<double> loss;
    Array2<double> own;
};

DrawnCell prepare(const World& world, const ExposureCell& cell, std::size_t num_draws) {
    DrawnCell drawn{.cell = cell,
                    .power = power_named(world, cell.power),
                    .barrier = {.scope = scope_named(world, cell.scope)},
                    .economies = {},
                    .sides = {},
                    .loss = {},
                    .own = {}};
    drawn.economies = economies(world, {drawn.power});
    for (const std::size_t n : drawn.economies) {
        drawn.sides.push_back({.countries = {n}, .power = drawn.power.members});
    }
    drawn.loss = Array2<double>(num_draws, drawn.economies.size(), none);
    drawn.own = drawn.loss;
    return drawn;
}

void solve_draw(const World& world, const UncertainInputs& inputs, const ExposureDrawPlan& plan,
                const std::string& horizon, std::size_t draw, std::vector<DrawnCell>& cells) {
    const SamplePoint point{.seed = plan.seed, .draw = static_cast<std::uint32_t>(draw)};
    const ModelOptions options{.trade_elasticity = inputs.draw(point).trade_elasticity,
                               .horizon = horizon_named(horizon, plan.profile)};
    try {
        const EquilibriumLosses exact(world, make_baseline(world, options),
                                      {.tolerance = draw_tolerance});
        Workspace workspace(exact.baseline());
        for (DrawnCell& drawn : cells) {
            if (drawn.cell.horizon != horizon) continue;
            std::vector<SideLosses> losses(drawn.sides.size());
            exact.solve(drawn.sides, drawn.barrier, workspace, losses);
            for (std::size_t k = 0; k < losses.size(); ++k) {
                drawn.loss(draw, k) = losses[k].countries;
                drawn.own(draw, k) = losses[k].power;
            }
        }
    } catch (const DataError&) {
        // Elasticities without a solved baseline are a draw without a solution.
    }
}

// [eq:exposure-interval]
LossQuantiles quantiles(std::vector<double>& values) {
    std::ranges::sort(values);
    return {.low = sorted_quantile(values, 0.05),
            .median = sorted_quantile(values, 0.5),
            .high = sorted_quantile(values, 0.95)};
}

/// Quantiles of a figure over the draws that have it; the number of those in `count`.
std::optional<LossQuantiles> over_draws(std::size_t num_draws,
                                        const std::function<double(std::size_t)>& figure,
                                        std::size_t& count) {
    std::vector<double> values;
    for (std::size_t d = 0; d < num_draws; ++d) {
        if (const double value = figure(d); std::isfinite(value)) values.push_back(value);
    }
    count = values.size();
    if (values.empty()) return std::nullopt;
    return quantiles(values);
}

void add_economies(const World& world, const DrawnCell& drawn, std::size_t num_draws,
                   ExposureDraws& result) {
    for (std::size_t k = 0; k < drawn.economies.size(); ++k) {
        std::size_t count = 0;
        const auto own = over_draws(
            num_draws, [&](auto d) { return drawn.own(d, k); }, count);
        const auto difference = over_draws(
            num_draws, [&](auto d) { return drawn.loss(d, k) - drawn.own(d, k); }, count);
        const auto loss = over_draws(
            num_draws, [&](auto d) { return drawn.loss(d, k); }, count);
        if (!loss) continue;
        result.intervals.push_back({.cell = drawn.cell,
                                    .code = world.countries()[drawn.economies[k]],
                                    .num_draws = count,
                                    .loss = *loss,
                                    .own = own,
                                    .difference = difference});
    }
}

/// Groups of which a member is an economy: their mean in each draw.
void add_groups(const World& world, const std::vector<double>& gdp, const DrawnCell& drawn,
                std::size_t num_draws, ExposureDraws& result) {
    for (const std::string& group : world.groups()) {
        std::vector<std::size_t> places;
        std::vector<double> weights(drawn.economies.size());
        for (const std::size_t n : world.members(group)) {
            const auto found = std::ranges::lower_bound(drawn.economies, n);
            if (found == drawn.economies.end() || *found != n) continue;
            places.push_back(static_cast<std::size_t>(found - drawn.economies.begin()));
            weights[places.back()] = gdp[n];
        }
        if (places.empty()) continue;
        std::size_t count = 0;
        const auto loss = over_draws(
            num_draws,
            [&](std::size_t d) {
                std::vector<double> losses;
                for (std::size_t k = 0; k < weights.size(); ++k) losses.push_back(drawn.loss(d, k));
                return weighted_mean(losses, weights, places);
            },
            count);
        if (!loss) continue;
        result.intervals.push_back(
            {.cell = drawn.cell, .code = group, .num_draws = count, .loss = *loss});
    }
}

void add_draws(const World& world, const DrawnCell& drawn, std::size_t num_kept,
               ExposureDraws& result) {
    for (std::size_t k = 0; k < drawn.economies.size(); ++k) {
        for (std::size_t d = 0; d < num_kept; ++d) {
            if (!std::isfinite(drawn.loss(d, k))) continue;
            result.draws.push_back({.cell = drawn.cell,
                                    .code = world.countries()[drawn.economies[k]],
                                    .draw = d,
                                    .loss = drawn.loss(d, k),
                                    .own = drawn.own(d, k)});
        }
    }
}

}  // namespace

Scenario varying_elasticities() {
    Scenario scenario;
    scenario.uncertainty = Uncertainty{.vary = {UncertainInput::trade_elasticity}};
    return scenario;
}

ExposureDraws solve_exposure_draws(const World& world, const ExposureDrawPlan& plan) {
    const Scenario scenario = varying_elasticities();
    const UncertainInputs inputs(world, scenario, Sampler::philox);
    std::vector<DrawnCell> cells;
    for (const std::string& power : plan.powers) {
        for (const std::string& horizon : plan.horizons) {
            cells.push_back(prepare(world, {power, plan.scope, horizon}, plan.num_draws));
        }
    }
    // Draw by draw, because the cells of a horizon share the baseline of the draw.
    const std::size_t num_horizons = plan.horizons.size();
    parallel_for(plan.num_draws * num_horizons, plan.threads, [&](std::size_t k) {
        solve_draw(world, inputs, plan, plan.horizons[k % num_horizons], k / num_horizons, cells);
    });
    ExposureDraws result{.world = world.name(),
                         .world_hash = world.content_hash(),
                         .seed = plan.seed,
                         .num_draws = plan.num_draws,
                         .elasticity_error = inputs.error_without_se(),
                         .profile = plan.profile,
                         .program_version = ENTENTE_VERSION,
                         .intervals = {},
                         .draws = {}};
    const std::vector<double> gdp = observed_state(world).value_added;
    for (const DrawnCell& drawn : cells) {
        add_economies(world, drawn, plan.num_draws, result);
        add_groups(world, gdp, drawn, plan.num_draws, result);
        add_draws(world, drawn, std::min(plan.num_kept, plan.num_draws), result);
    }
    return result;
}

}  // namespace entente::detail
