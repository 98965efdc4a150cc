#include "entente/model/equilibrium/jacobian.hpp"

#include <algorithm>
#include <numeric>

#include "entente/model/equilibrium/sweeps.hpp"
#include "entente/numerics/dot.hpp"

namespace entente::detail {

void DirectWeights::reset(std::size_t num_countries, std::size_t num_sectors) {
    income.assign(num_countries, 0.0);
    spending_scale = 0.0;
    unit_cost = price = expenditure = Array2<double>(num_countries, num_sectors);
}

void Jacobian::take(const TradeSystem& system) {
    system_ = &system;
    const Baseline& base = system.baseline();
    const std::size_t num_countries = base.num_countries();
    const std::size_t num_sectors = base.num_sectors();
    if (price_.shape() != base.expenditure.shape()) {
        for (auto* array : {&price_, &spending_, &cost_, &scaled_, &market_, &net_market_, &pull_,
                            &sales_, &market_weight_, &cost_weight_, &net_share_weight_,
                            &sales_weight_, &buyer_sales_weight_}) {
            *array = Array2<double>(num_countries, num_sectors);
        }
        for (auto* vector : {&labour_demand_, &numeraire_wage_, &numeraire_price_, &wage_,
                             &value_added_, &income_, &own_, &revenue_}) {
            vector->assign(num_countries, 0.0);
        }
        is_open_ = Array2<unsigned char>(num_countries, num_sectors);
        nothing_.reset(num_countries, num_sectors);
    }
    const double psi = base.options.supply_elasticity;
    const double world =
        std::accumulate(system.value_added().begin(), system.value_added().end(), 0.0);
    for (std::size_t n = 0; n < num_countries; ++n) {
        labour_demand_[n] = dot(base.value_added_share.row(n), system.sales().row(n));
        numeraire_wage_[n] = (1.0 + psi) * system.value_added()[n] / world;
        numeraire_price_[n] = -psi * system.value_added()[n] / world;
        for (std::size_t s = 0; s < num_sectors; ++s) {
            is_open_(n, s) = system.is_active(n, s) && !system.is_at_floor(n, s) ? 1 : 0;
        }
    }
}

// The numeraire first: what moves all money alike moves nothing.
void Jacobian::change_unknowns(const Packed<const double>& change) {
    const Baseline& base = system_->baseline();
    const double psi = base.options.supply_elasticity;
    double shift = 0.0;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        shift -= numeraire_wage_[n] * change.wage(n) + numeraire_price_[n] * change.prices(n)[0];
    }
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        wage_[n] = change.wage(n) + shift;
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            price_(n, s) = change.prices(n)[s] + shift;
            spending_(n, s) = change.spending(n)[s] + shift;
        }
        value_added_[n] = (1.0 + psi) * wage_[n] - psi * price_(n, 0);
    }
}

void Jacobian::change_unit_cost() {
    const Baseline& base = system_->baseline();
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        const std::span<double> cost = cost_.row(n);
        for (std::size_t r = 0; r < base.num_sectors(); ++r) {
            cost[r] = base.value_added_share(n, r) * wage_[n];
        }
        if (!base.input_cost_share.empty()) {
            add_scaled_rows(price_.row(n), base.input_cost_share.plane(n), cost);
        }
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            scaled_(n, s) = -base.trade_elasticity[s] * cost[s] * system_->competitiveness()(n, s);
        }
    }
}

// Prices, the part of spending left to sellers, revenue, and sales.
void Jacobian::change_markets(const Packed<double>& to) {
    const Baseline& base = system_->baseline();
    const TradeSystem& here = *system_;
    add_up_markets(here.weight(), here.net_weight(), scaled_, market_, net_market_);
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        revenue_[n] = 0.0;
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            const double market = market_(n, s) / here.market()(n, s);
            const double net_share = here.net_share()(n, s);
            const double net_change = net_market_(n, s) / here.market()(n, s) - net_share * market;
            revenue_[n] +=
                here.expenditure()(n, s) * ((1.0 - net_share) * spending_(n, s) - net_change);
            pull_(n, s) = here.pull()(n, s) * (spending_(n, s) - market);
            to.prices(n)[s] = -market / base.trade_elasticity[s] - price_(n, s);
        }
    }
    add_up_sales(here.net_weight(), here.competitiveness(), pull_, sales_);
    for (std::size_t i = 0; i < base.num_countries(); ++i) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            if (here.has_subsidies()) sales_(i, s) *= here.producer_factor()(i, s);
            sales_(i, s) -= base.trade_elasticity[s] * cost_(i, s) * here.sales()(i, s);
        }
        // What subsidies cost is taken where tariff revenue is added.
        if (here.has_subsidies()) revenue_[i] -= dot(here.output_subsidy().row(i), sales_.row(i));
    }
}

void Jacobian::change_income() {
    const Baseline& base = system_->baseline();
    const TradeSystem& here = *system_;
    const bool is_scaled = base.options.deficits == DeficitMode::multiplicative;
    double earned = 0.0;
    double earned_change = 0.0;
    double spent_change = 0.0;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        own_[n] = here.value_added()[n] * value_added_[n] + revenue_[n];
        const double own = here.own_income()[n];
        income_[n] = is_scaled ? own_[n] * here.income()[n] / own : own_[n];
        earned += own;
        earned_change += own_[n];
        spent_change += income_[n];
    }
    if (!is_scaled) return;
    // Xi keeps world spending at what the world earns.
    const double scale_change = (earned_change - spent_change) / earned;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        income_[n] += here.income()[n] * scale_change;
    }
}

void Jacobian::apply(std::span<const double> change, std::span<double> residual_change) {
    const Baseline& base = system_->baseline();
    const Packed<double> to(residual_change, base);
    change_unknowns({change, base});
    change_unit_cost();
    change_markets(to);
    change_income();
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        to.wage(n) =
            dot(base.value_added_share.row(n), sales_.row(n)) / labour_demand_[n] - value_added_[n];
        const std::span<double> demand = to.spending(n);
        if (base.input_cost_share.empty()) {
            std::ranges::fill(demand, 0.0);
        } else {
            dot_rows(base.input_cost_share.plane(n), sales_.row(n), demand);
        }
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            demand[s] += base.consumption_share(n, s) * income_[n];
            demand[s] = is_open_(n, s) != 0 ? demand[s] / system_->demand()(n, s) : 0.0;
            demand[s] -= spending_(n, s);
        }
    }
}

void Jacobian::apply_regular(std::span<const double> change, std::span<double> residual_change) {
    apply(change, residual_change);
    const Packed<const double> from(change, system_->baseline());
    const Packed<double> to(residual_change, system_->baseline());
    double world = 0.0;
    for (std::size_t n = 0; n < wage_.size(); ++n) {
        world += numeraire_wage_[n] * from.wage(n) + numeraire_price_[n] * from.prices(n)[0];
    }
    for (std::size_t n = 0; n < wage_.size(); ++n) to.wage(n) -= world;
}

// From here on against the flow: from residuals to unknowns.
void Jacobian::weigh_demand(const Packed<const double>& from, const DirectWeights& direct,
                            const Packed<double>& to) {
    const Baseline& base = system_->baseline();
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        const std::span<double> sales = sales_weight_.row(n);
        income_[n] = direct.income[n] / system_->income()[n];
        for (std::size_t r = 0; r < base.num_sectors(); ++r) {
            sales[r] = base.value_added_share(n, r) * from.wage(n) / labour_demand_[n];
        }
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            to.spending(n)[s] = direct.expenditure(n, s) - from.spending(n)[s];
            if (is_open_(n, s) == 0) continue;
            const double money = from.spending(n)[s] / system_->demand()(n, s);
            income_[n] += base.consumption_share(n, s) * money;
            if (base.input_cost_share.empty()) continue;
            add_scaled(money, base.input_cost_share.row(n, s), sales);
        }
    }
}

void Jacobian::weigh_income(const DirectWeights& direct) {
    const Baseline& base = system_->baseline();
    const TradeSystem& here = *system_;
    std::ranges::copy(income_, own_.begin());
    if (base.options.deficits != DeficitMode::multiplicative) return;
    double earned = 0.0;
    double of_scale = direct.spending_scale;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        earned += here.own_income()[n];
        of_scale += income_[n] * here.income()[n];
    }
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        const double spent = here.income()[n] / here.own_income()[n];
        own_[n] = spent * income_[n] + of_scale * (1.0 - spent) / earned;
    }
}

// From what makers receive to what buyers pay; the subsidy between them comes out of own income.
void Jacobian::weigh_subsidies() {
    const TradeSystem& here = *system_;
    if (here.has_subsidies()) {
        for (std::size_t n = 0; n < own_.size(); ++n) {
            add_scaled(-own_[n], here.output_subsidy().row(n), sales_weight_.row(n));
        }
    }
    std::ranges::copy(sales_weight_.values(), buyer_sales_weight_.values().begin());
    if (!here.has_subsidies()) return;
    const auto weight = buyer_sales_weight_.values();
    const auto factor = here.producer_factor().values();
    for (std::size_t k = 0; k < weight.size(); ++k) weight[k] *= factor[k];
}

void Jacobian::weigh_markets(const Packed<const double>& from, const Packed<double>& to) {
    const Baseline& base = system_->baseline();
    const TradeSystem& here = *system_;
    for (std::size_t i = 0; i < base.num_countries(); ++i) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            scaled_(i, s) = here.competitiveness()(i, s) * buyer_sales_weight_(i, s);
        }
    }
    add_up_market(here.net_weight(), scaled_, net_market_);
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            const double spending = here.expenditure()(n, s);
            const double net_share = here.net_share()(n, s);
            const double of_pull = here.pull()(n, s) * net_market_(n, s);
            const double of_net_share = -spending * own_[n];
            to.spending(n)[s] += of_pull + spending * (1.0 - net_share) * own_[n];
            net_share_weight_(n, s) = of_net_share;
            market_weight_(n, s) =
                -of_pull - net_share * of_net_share - from.prices(n)[s] / base.trade_elasticity[s];
        }
    }
}

void Jacobian::weigh_costs(const Packed<const double>& from, const DirectWeights& direct,
                           const Packed<double>& to) {
    const Baseline& base = system_->baseline();
    const TradeSystem& here = *system_;
    const double psi = base.options.supply_elasticity;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            market_(n, s) = market_weight_(n, s) / here.market()(n, s);
            pull_(n, s) = net_share_weight_(n, s) / here.market()(n, s);
        }
    }
    add_up_both_sales(here.weight(), here.net_weight(), here.competitiveness(), market_, pull_,
                      cost_weight_);
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        const std::span<double> cost = cost_weight_.row(n);
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            cost[s] =
                direct.unit_cost(n, s) -
                base.trade_elasticity[s] * (cost[s] + here.sales()(n, s) * sales_weight_(n, s));
        }
        const double value_added = here.value_added()[n] * own_[n] - from.wage(n);
        to.wage(n) = dot(base.value_added_share.row(n), cost) + (1.0 + psi) * value_added;
        const std::span<double> price = to.prices(n);
        if (base.input_cost_share.empty()) {
            std::ranges::fill(price, 0.0);
        } else {
            dot_rows(base.input_cost_share.plane(n), cost, price);
        }
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            price[s] += direct.price(n, s) - from.prices(n)[s];
        }
        to.prices(n)[0] -= psi * value_added;
    }
}

void Jacobian::subtract_numeraire(double total, const Packed<double>& to) const {
    for (std::size_t n = 0; n < numeraire_wage_.size(); ++n) {
        to.wage(n) -= total * numeraire_wage_[n];
        to.prices(n)[0] -= total * numeraire_price_[n];
    }
}

void Jacobian::apply_transpose(std::span<const double> weight, const DirectWeights& direct,
                               std::span<double> result) {
    const Packed<const double> from(weight, system_->baseline());
    const Packed<double> to(result, system_->baseline());
    weigh_demand(from, direct, to);
    weigh_income(direct);
    weigh_subsidies();
    weigh_markets(from, to);
    weigh_costs(from, direct, to);
    subtract_numeraire(std::accumulate(result.begin(), result.end(), 0.0), to);
}

void Jacobian::apply_transpose(std::span<const double> weight, std::span<double> result) {
    apply_transpose(weight, nothing_, result);
}

void Jacobian::apply_regular_transpose(std::span<const double> weight, std::span<double> result) {
    apply_transpose(weight, result);
    const double total = std::accumulate(
        weight.begin(), weight.begin() + static_cast<std::ptrdiff_t>(wage_.size()), 0.0);
    subtract_numeraire(total, {result, system_->baseline()});
}

}  // namespace entente::detail
