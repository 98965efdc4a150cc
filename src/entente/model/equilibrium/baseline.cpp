#include "entente/model/equilibrium/baseline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/world/trade_state.hpp"

namespace entente {
namespace {

void check_options(const World& world, const ModelOptions& options) {
    const double psi = options.supply_elasticity;
    if (!(psi >= 0.0) || !std::isfinite(psi)) {
        throw OptionError(fmt::format("The supply elasticity is {}; it must be 0 or more.", psi));
    }
    if (psi > 0.0 && (world.num_sectors() > 1 || world.has_inputs())) {
        throw OptionError(fmt::format(
            "A supply elasticity other than 0 is defined for worlds of one sector without inputs "
            "only: with more sectors or inputs it is not known which supply it moves. {} has {} "
            "sectors{}. Leave it at 0.",
            world.name(), world.num_sectors(), world.has_inputs() ? " and inputs" : ""));
    }
    if (!(options.largest_trade_elasticity >= 0.0)) {
        throw OptionError(fmt::format("The cap on theta is {}; it must be 0 (no cap) or more.",
                                      options.largest_trade_elasticity));
    }
    if (!options.trade_elasticity.empty() &&
        options.trade_elasticity.size() != world.num_sectors()) {
        throw ShapeError("The trade elasticities do not fit the sectors of the world.");
    }
    for (const double theta : options.trade_elasticity) {
        if (theta > 0.0) continue;
        throw OptionError(fmt::format("A trade elasticity is {}; it must be above 0.", theta));
    }
}

void take_elasticities(const World& world, Baseline& base) {
    const double cap = base.options.largest_trade_elasticity;
    const std::vector<double>& given = base.options.trade_elasticity;
    const double share = elasticity_share(base.options.horizon);
    for (std::size_t s = 0; s < world.num_sectors(); ++s) {
        double theta = given.empty() ? world.trade_elasticity(s) : given[s];
        if (cap > 0.0 && theta > cap) {
            base.capped_sectors.push_back(world.sectors()[s]);
            theta = cap;
        }
        base.trade_elasticity.push_back(share * theta);
    }
}

/// Cost shares that add up to one in every cell, also where the data state none because nothing is
/// made there: such a cell uses labour only.
void take_technology(const World& world, Baseline& base) {
    const std::size_t num_countries = world.num_countries();
    const std::size_t num_sectors = world.num_sectors();
    base.value_added_share = Array2<double>(num_countries, num_sectors, 1.0);
    if (!world.has_inputs()) return;
    base.input_cost_share = Array3<double>(num_countries, num_sectors, num_sectors);
    for (std::size_t n = 0; n < num_countries; ++n) {
        for (std::size_t r = 0; r < num_sectors; ++r) {
            double sum = 0.0;
            for (std::size_t s = 0; s < num_sectors; ++s) sum += world.input_share()(n, s, r);
            if (!(sum > 0.0)) continue;
            const double inputs = 1.0 - world.value_added_share()(n, r);
            base.value_added_share(n, r) = world.value_added_share()(n, r);
            for (std::size_t s = 0; s < num_sectors; ++s) {
                base.input_cost_share(n, s, r) = inputs * world.input_share()(n, s, r) / sum;
            }
        }
    }
}

/// Where a country spends nothing, whatever it comes to need is made at home.
void fill_empty_markets(Baseline& base) {
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            if (base.expenditure(n, s) <= 0.0) base.trade_share(n, n, s) = 1.0;
        }
    }
}

Baseline observed_baseline(const World& world, const ModelOptions& options) {
    TradeState state = observed_state(world);
    Baseline base{.countries = world.countries(),
                  .sectors = world.sectors(),
                  .options = options,
                  .trade_elasticity = {},
                  .trade_share = std::move(state.trade_share),
                  .tariff_rate = std::move(state.tariff_rate),
                  .value_added_share = {},
                  .input_cost_share = {},
                  .consumption_share = world.consumption_share(),
                  .expenditure = std::move(state.expenditure),
                  .value_added = std::move(state.value_added),
                  .tariff_revenue = std::move(state.tariff_revenue),
                  .trade_deficit = std::move(state.trade_deficit),
                  .income = {},
                  .capped_sectors = {}};
    if (options.deficits == DeficitMode::balanced) std::ranges::fill(base.trade_deficit, 0.0);
    take_elasticities(world, base);
    take_technology(world, base);
    fill_empty_markets(base);
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        base.income.push_back(base.value_added[n] + base.tariff_revenue[n] + base.trade_deficit[n]);
        if (base.income[n] > 0.0) continue;
        throw DataError({{.kind = ProblemKind::not_positive,
                          .column = "spending",
                          .where = base.countries[n],
                          .value = fmt::format("{:.6g}", base.income[n]),
                          .expected = "value added and tariff revenue larger than the surplus",
                          .fix = "correct the trade of this country, or use balanced deficits"}});
    }
    return base;
}

}  // namespace

// [eq:baseline]  the equilibrium of the data without a shock; from it on, every hat starts at one
Baseline make_baseline(const World& world, const ModelOptions& options) {
    check_options(world, options);
    Baseline base = observed_baseline(world, options);
    // Residuals of the base enter every later result, so it is solved as far as rounding allows:
    // that is 1e-13 but for the largest theta, which multiply the rounding of prices.
    constexpr double largest_residual = 1e-11;
    Equilibrium solution = solve_equilibrium(base, {}, {.tolerance = 1e-13, .max_passes = 300});
    if (!solution.is_usable()) {
        solution = solve_equilibrium(base, {}, {.tolerance = largest_residual});
    }
    if (!solution.is_usable()) {
        throw DataError({{.kind = ProblemKind::no_equilibrium,
                          .where = world.name(),
                          .value = solution.message,
                          .expected = fmt::format("residuals below {}", largest_residual)}});
    }
    TradeState state = trade_state(base, {}, solution);
    base.trade_share = std::move(state.trade_share);
    base.expenditure = std::move(state.expenditure);
    base.value_added = std::move(state.value_added);
    base.tariff_revenue = std::move(state.tariff_revenue);
    base.trade_deficit = std::move(state.trade_deficit);
    base.income = solution.income_new;
    base.residual = solution.residual;
    base.seconds = solution.seconds;
    fill_empty_markets(base);
    return base;
}

}  // namespace entente
