#include "entente/model/equilibrium/solved_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/model/equilibrium/one_way_trade.hpp"

namespace entente::detail {
namespace {

std::string place(const Baseline& baseline, const Worst& worst) {
    const std::string& country = baseline.countries[worst.country];
    if (!worst.sector) return fmt::format("the labour market of {}", country);
    return fmt::format("{} in {}", baseline.sectors[*worst.sector], country);
}

Array2<double> exponentials(const Array2<double>& logs) {
    Array2<double> values(logs.rows(), logs.columns());
    std::ranges::transform(logs.values(), values.values().begin(),
                           [](double x) { return std::exp(x); });
    return values;
}

// [eq:balance]  sum_i,s X_new[i,n,s] - D_new[n] = sum_m,s X_new[n,m,s], net of tariffs
// Source: Caliendo and Parro (2015), the balance of trade. Own sales stand on both sides.
double largest_excess_demand(const TradeSystem& system, const std::vector<double>& deficit) {
    const Baseline& base = system.baseline();
    double largest = 0.0;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        double excess = -deficit[n];
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            excess += system.expenditure()(n, s) * system.net_share()(n, s) - system.sales()(n, s);
        }
        // Sales as buyers pay them.
        excess += system.subsidy_cost()[n];
        largest = std::max(largest, std::abs(excess) / system.value_added()[n]);
    }
    return largest;
}

std::optional<std::size_t> country_without_income(const Equilibrium& result) {
    const auto poor = std::ranges::find_if(result.income_new, [](double x) { return !(x > 0.0); });
    if (poor == result.income_new.end()) return std::nullopt;
    return static_cast<std::size_t>(poor - result.income_new.begin());
}

}  // namespace

bool has_no_equilibrium(const TradeSystem& system, Equilibrium& result) {
    const Baseline& baseline = system.baseline();
    if (const auto cell = system.cell_without_seller()) {
        result.termination = Termination::no_supplier;
        result.message =
            fmt::format("Nobody is left to sell {} to {}.", baseline.sectors[cell->second],
                        baseline.countries[cell->first]);
        return true;
    }
    if (const auto pair = one_way_trade(system)) {
        result.termination = Termination::one_way_trade;
        result.message = fmt::format(
            "Trade cannot balance: {} buys from {}, and neither {} nor its customers can sell "
            "anything outside.",
            baseline.countries[pair->second], baseline.countries[pair->first],
            baseline.countries[pair->second]);
        return true;
    }
    return false;
}

void take_levels(const TradeSystem& system, const Guess& guess, Equilibrium& result) {
    const Baseline& base = system.baseline();
    result.wage_hat.resize(base.num_countries());
    std::ranges::transform(guess.log_wage, result.wage_hat.begin(),
                           [](double x) { return std::exp(x); });
    result.unit_cost_hat = exponentials(system.log_unit_cost());
    result.price_index_hat = exponentials(guess.log_price);
    result.expenditure_new = system.expenditure();
    result.gross_output_new = system.sales();
    result.value_added_new = system.value_added();
    result.tariff_revenue_new = system.tariff_revenue();
    result.subsidy_cost_new = system.subsidy_cost();
    result.income_new = system.income();
    result.spending_scale = system.spending_scale();
    result.trade_deficit_new.resize(base.num_countries());
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        result.trade_deficit_new[n] = result.income_new[n] - result.value_added_new[n] -
                                      result.tariff_revenue_new[n] + result.subsidy_cost_new[n];
    }
    result.walras = largest_excess_demand(system, result.trade_deficit_new);
}

void state_ending(const Baseline& baseline, bool is_found, const Worst& worst,
                  Equilibrium& result) {
    result.termination = is_found ? Termination::converged : Termination::not_converged;
    if (const auto poor = country_without_income(result); is_found && poor) {
        // The equations hold, yet nobody can spend less than nothing.
        result.termination = Termination::not_converged;
        result.message = fmt::format(
            "The only point found leaves {} with a negative income under its fixed surplus.",
            baseline.countries[*poor]);
        return;
    }
    result.message = fmt::format("{} after {} passes; the largest residual is {:.1e}, in {}.",
                                 is_found ? "Converged" : "Not converged", result.passes,
                                 result.residual, place(baseline, worst));
}

}  // namespace entente::detail
