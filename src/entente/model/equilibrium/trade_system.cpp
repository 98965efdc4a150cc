#include "entente/model/equilibrium/trade_system.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/sweeps.hpp"
#include "entente/numerics/dot.hpp"

namespace entente::detail {
namespace {

void check_shape(const Array3<double>& array, const Baseline& base) {
    const std::array<std::size_t, 3> shape{base.num_countries(), base.num_countries(),
                                           base.num_sectors()};
    if (!array.empty() && array.shape() != shape) {
        throw ShapeError("A shock does not fit the world it is applied to.");
    }
}

// Part of present spending below which demand is taken as this.
constexpr double smallest_demand = 1e-3;

double or_else(const Array3<double>& array, std::size_t i, std::size_t n, std::size_t s,
               double otherwise) {
    return array.empty() ? otherwise : array(i, n, s);
}

}  // namespace

void check_shock_shape(const Baseline& baseline, const Shock& shock) {
    check_shape(shock.tariff_rate, baseline);
    check_shape(shock.trade_cost_hat, baseline);
    check_shape(shock.share_factor, baseline);
}

// weight[i,n,s] = pi[i,n,s] share_factor[i,n,s] kappa_hat[i,n,s]^-theta[s]
// kappa_hat     = trade_cost_hat (1 + t_new) / (1 + t)
// Only what prices and sales need of the shock: a pass then takes no powers of pairs.
void TradeSystem::update_weights(const Shock& shock, double part) {
    const Baseline& base = *baseline_;
    const std::size_t num_countries = base.num_countries();
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            for (std::size_t s = 0; s < base.num_sectors(); ++s) {
                double weight = base.trade_share(i, n, s);
                double rate = base.tariff_rate(i, n, s);
                if (i != n && weight > 0.0) {
                    const double rate_new = or_else(shock.tariff_rate, i, n, s, rate);
                    const double kappa_hat = or_else(shock.trade_cost_hat, i, n, s, 1.0) *
                                             (1.0 + rate_new) / (1.0 + rate);
                    weight *= or_else(shock.share_factor, i, n, s, 1.0);
                    if (kappa_hat != 1.0) weight *= std::pow(kappa_hat, -base.trade_elasticity[s]);
                    rate = rate_new;
                }
                weight_(i, n, s) = weight;
                net_weight_(i, n, s) = weight / (1.0 + rate);
                if (part == 1.0) continue;
                const double before = base.trade_share(i, n, s);
                weight_(i, n, s) = (1.0 - part) * before + part * weight;
                net_weight_(i, n, s) = (1.0 - part) * before / (1.0 + base.tariff_rate(i, n, s)) +
                                       part * net_weight_(i, n, s);
            }
        }
    }
}

// [eq:subsidy]  buyers everywhere pay q[i,s] = c[i,s] (1 - b[i,s]), so that
//               weight[i,n,s] has the factor (1 - b[i,s])^-theta[s], at home too
void TradeSystem::take_subsidies(const Shock& shock, double part) {
    const Baseline& base = *baseline_;
    output_subsidy_ = {};
    producer_factor_ = {};
    if (shock.output_subsidy.empty()) return;
    if (shock.output_subsidy.shape() != base.expenditure.shape()) {
        throw ShapeError("A shock does not fit the world it is applied to.");
    }
    output_subsidy_ = shock.output_subsidy;
    producer_factor_ = shock.output_subsidy;
    for (std::size_t i = 0; i < base.num_countries(); ++i) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            double& subsidy = output_subsidy_(i, s);
            subsidy *= part;
            producer_factor_(i, s) = 1.0 / (1.0 - subsidy);
            if (subsidy == 0.0) continue;
            const double factor = std::pow(1.0 - subsidy, -base.trade_elasticity[s]);
            for (std::size_t n = 0; n < base.num_countries(); ++n) {
                weight_(i, n, s) *= factor;
                net_weight_(i, n, s) *= factor;
            }
        }
    }
}

void TradeSystem::take_transfers(const Shock& shock, double part) {
    std::ranges::fill(transfer_, 0.0);
    if (shock.transfer.empty()) return;
    if (shock.transfer.size() != transfer_.size()) {
        throw ShapeError("A shock does not fit the world it is applied to.");
    }
    for (std::size_t n = 0; n < transfer_.size(); ++n) transfer_[n] = part * shock.transfer[n];
}

void TradeSystem::prepare(const Baseline& baseline, const Shock& shock, double part,
                          const HeldSourcing* held) {
    check_shock_shape(baseline, shock);
    if (!shock.is_given()) {
        throw OptionError(
            "This scenario has quotas or tariffs that are chosen in answer, which depend on the "
            "equilibrium itself; solve solves them, this task does not.");
    }
    if (held && !shock.output_subsidy.empty()) {
        throw OptionError(
            "A path of years cannot hold a subsidy: leave it out of the path, or solve it alone.");
    }
    baseline_ = &baseline;
    held_ = held;
    const std::size_t num_countries = baseline.num_countries();
    const std::size_t num_sectors = baseline.num_sectors();
    if (weight_.shape() != baseline.trade_share.shape()) {
        weight_ = Array3<double>(num_countries, num_countries, num_sectors);
        net_weight_ = weight_;
        is_active_ = Array2<unsigned char>(num_countries, num_sectors);
        for (auto* array :
             {&log_unit_cost_, &competitiveness_, &market_, &net_market_, &net_share_,
              &expenditure_, &demand_, &sales_, &residual_.log_price, &residual_.log_expenditure}) {
            *array = Array2<double>(num_countries, num_sectors);
        }
        for (auto* vector : {&value_added_, &revenue_, &subsidy_cost_, &transfer_, &own_income_,
                             &income_, &residual_.log_wage}) {
            vector->assign(num_countries, 0.0);
        }
    }
    if (held_ && held_market_.empty()) {
        for (auto* array :
             {&held_competitiveness_, &held_market_, &held_net_market_, &held_sales_}) {
            *array = Array2<double>(num_countries, num_sectors);
        }
    }
    update_weights(shock, part);
    take_subsidies(shock, part);
    take_transfers(shock, part);
    for (std::size_t n = 0; n < num_countries; ++n) {
        for (std::size_t s = 0; s < num_sectors; ++s) {
            double use = baseline.expenditure(n, s) + baseline.consumption_share(n, s);
            for (std::size_t r = 0; !baseline.input_cost_share.empty() && r < num_sectors; ++r) {
                use += baseline.input_cost_share(n, s, r) * baseline.expenditure(n, r);
            }
            is_active_(n, s) = use > 0.0 ? 1 : 0;
        }
    }
}

std::optional<std::pair<std::size_t, std::size_t>> TradeSystem::cell_without_seller() const {
    const Baseline& base = *baseline_;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            double weight = 0.0;
            for (std::size_t i = 0; i < base.num_countries(); ++i) weight += weight_(i, n, s);
            if (!(weight > 0.0) && is_active(n, s)) return std::pair{n, s};
        }
    }
    return std::nullopt;
}

Baseline TradeSystem::baseline_here() const {
    Baseline here = *baseline_;
    here.expenditure = expenditure_;
    here.value_added = value_added_;
    for (std::size_t i = 0; i < here.num_countries(); ++i) {
        for (std::size_t n = 0; n < here.num_countries(); ++n) {
            for (std::size_t s = 0; s < here.num_sectors(); ++s) {
                const double weight = weight_(i, n, s);
                here.trade_share(i, n, s) = weight * competitiveness_(i, s) / market_(n, s);
                if (held_) {
                    // [eq:blended-share]
                    const double mass = held_->mass(n, s);
                    here.trade_share(i, n, s) *= 1.0 - mass;
                    if (mass > 0.0) {
                        here.trade_share(i, n, s) += mass * held_->weight(i, n, s) *
                                                     held_competitiveness_(i, s) /
                                                     held_market_(n, s);
                    }
                }
                here.tariff_rate(i, n, s) =
                    weight > 0.0 ? weight / net_weight_(i, n, s) - 1.0 : 0.0;
            }
        }
    }
    for (std::size_t s = 0; held_ && s < here.num_sectors(); ++s) {
        double mass = 0.0;
        for (std::size_t n = 0; n < here.num_countries(); ++n) mass += held_->mass(n, s);
        mass /= static_cast<double>(here.num_countries());
        here.trade_elasticity[s] += mass * (held_->elasticity[s] - here.trade_elasticity[s]);
    }
    return here;
}

// [eq:numeraire]  sum_n wL_new[n] = sum_n wL[n],  wL_new = wL w_hat (w_hat / P_hat)^psi
// Every nominal unknown is shifted by the same factor, which leaves all relative prices alone.
void TradeSystem::fix_numeraire(Guess& guess) {
    const Baseline& base = *baseline_;
    const double psi = base.options.supply_elasticity;
    double before = 0.0;
    double now = 0.0;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        double log_hat = guess.log_wage[n];
        if (psi != 0.0) log_hat += psi * (guess.log_wage[n] - guess.log_price(n, 0));
        value_added_[n] = base.value_added[n] * std::exp(log_hat);
        before += base.value_added[n];
        now += value_added_[n];
    }
    const double factor = before / now;
    const double shift = std::log(factor);
    for (double& value : value_added_) value *= factor;
    for (double& value : guess.log_wage) value += shift;
    for (double& value : guess.log_price.values()) value += shift;
    for (double& value : guess.log_expenditure.values()) value += shift;
}

// [eq:unit-cost]  c_hat[n,r] = w_hat[n]^gamma[n,r] prod_s P_hat[n,s]^Gamma[n,s,r]
// Source: Caliendo and Parro (2015), the system in relative changes.
void TradeSystem::update_unit_cost(const Guess& guess) {
    const Baseline& base = *baseline_;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        const std::span<double> log_cost = log_unit_cost_.row(n);
        for (std::size_t r = 0; r < base.num_sectors(); ++r) {
            log_cost[r] = base.value_added_share(n, r) * guess.log_wage[n];
        }
        if (!base.input_cost_share.empty()) {
            add_scaled_rows(guess.log_price.row(n), base.input_cost_share.plane(n), log_cost);
        }
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            competitiveness_(n, s) = std::exp(-base.trade_elasticity[s] * log_cost[s]);
        }
        for (std::size_t s = 0; held_ && s < base.num_sectors(); ++s) {
            held_competitiveness_(n, s) = std::exp(-held_->elasticity[s] * log_cost[s]);
        }
    }
}

// [eq:price-index]  P_hat[n,s] = ( sum_i weight[i,n,s] c_hat[i,s]^-theta[s] )^(-1/theta[s])
// Source: Caliendo and Parro (2015), the system in relative changes; their kappa is our trade cost;
// theirs is [n,i].
void TradeSystem::update_price_index(const Guess& guess) {
    const Baseline& base = *baseline_;
    add_up_markets(weight_, net_weight_, competitiveness_, market_, net_market_);
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            if (!(market_(n, s) > 0.0) && !is_active(n, s)) {
                // Nobody buys here and nobody sells: any price will do.
                residual_.log_price(n, s) = 0.0;
                market_(n, s) = 1.0;
                net_share_(n, s) = 1.0;
                continue;
            }
            residual_.log_price(n, s) =
                -std::log(market_(n, s)) / base.trade_elasticity[s] - guess.log_price(n, s);
            net_share_(n, s) = net_market_(n, s) / market_(n, s);
        }
    }
    if (held_) blend_prices(guess);
}

// [eq:blended-price]  ln P_hat = (1 - h) ln P_hat* + h (ln P_hat of the year before + ln H_hat)
// [eq:held-price]     H_hat[n,s] = ( sum_i held[i,n,s] p_change[i,n,s]^-theta_held[s] )
//                                  ^(-1 / theta_held[s])
// with h the mass of held relations and p_change the price of the supplier over that of the year
// before, which stands in the weights but for the unit cost.
void TradeSystem::blend_prices(const Guess& guess) {
    const HeldSourcing& held = *held_;
    add_up_markets(held.weight, held.net_weight, held_competitiveness_, held_market_,
                   held_net_market_);
    for (std::size_t n = 0; n < held_market_.rows(); ++n) {
        for (std::size_t s = 0; s < held_market_.columns(); ++s) {
            const double mass = held.mass(n, s);
            if (!(mass > 0.0)) {
                held_market_(n, s) = 1.0;
                continue;
            }
            const double chosen = residual_.log_price(n, s) + guess.log_price(n, s);
            const double kept =
                held.log_price(n, s) - std::log(held_market_(n, s)) / held.elasticity[s];
            residual_.log_price(n, s) = chosen + mass * (kept - chosen) - guess.log_price(n, s);
            net_share_(n, s) +=
                mass * (held_net_market_(n, s) / held_market_(n, s) - net_share_(n, s));
        }
    }
}

// [eq:blended-share]  pi_new = (1 - h) pi_new* + h held share, each times spending net of tariffs
void TradeSystem::add_held_sales() {
    const auto spending = expenditure_.values();
    const auto mass = held_->mass.values();
    const auto chosen_pull = net_market_.values();
    const auto held_pull = held_net_market_.values();
    for (std::size_t k = 0; k < spending.size(); ++k) {
        chosen_pull[k] *= 1.0 - mass[k];
        held_pull[k] = mass[k] * spending[k] / held_market_.values()[k];
    }
    add_up_sales(held_->net_weight, held_competitiveness_, held_net_market_, held_sales_);
}

// [eq:sales]  Y_new[i,s] = sum_n pi_new[i,n,s] / (1 + t_new[i,n,s]) X_new[n,s]
// with pi_new[i,n,s] = weight[i,n,s] (c_hat[i,s] / P_hat[n,s])^-theta[s], as in their paper.
void TradeSystem::update_sales(const Guess& guess) {
    const auto log_spending = guess.log_expenditure.values();
    const auto spending = expenditure_.values();
    const auto active = is_active_.values();
    for (std::size_t k = 0; k < spending.size(); ++k) {
        spending[k] = active[k] != 0 ? std::exp(log_spending[k]) : 0.0;
    }
    // From here on net_market_ holds spending over market size: the pull of each market.
    const auto market = market_.values();
    const auto pull = net_market_.values();
    for (std::size_t k = 0; k < spending.size(); ++k) pull[k] = spending[k] / market[k];
    if (held_) add_held_sales();
    add_up_sales(net_weight_, competitiveness_, net_market_, sales_);
    if (held_) add_scaled(1.0, held_sales_.values(), sales_.values());
    if (!has_subsidies()) return;
    // [eq:subsidy]  makers receive Y_new = sum over buyers / (1 - b)
    const auto sales = sales_.values();
    const auto factor = producer_factor_.values();
    for (std::size_t k = 0; k < sales.size(); ++k) sales[k] *= factor[k];
}

// [eq:income]  I[n] = wL_new[n] + R_new[n] + D[n], or (1 + d[n]) (wL_new[n] + R_new[n]) Xi
// [eq:subsidy] takes S[n] = sum_s b[n,s] Y_new[n,s] from what a country earns.
void TradeSystem::update_income() {
    const Baseline& base = *baseline_;
    spending_scale_ = 1.0;
    double earned = 0.0;
    double spent = 0.0;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        revenue_[n] = 0.0;
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            revenue_[n] += expenditure_(n, s) * (1.0 - net_share_(n, s));
        }
        subsidy_cost_[n] = has_subsidies() ? dot(output_subsidy_.row(n), sales_.row(n)) : 0.0;
        const double own = value_added_[n] + revenue_[n] - subsidy_cost_[n] + transfer_[n];
        own_income_[n] = own;
        if (base.options.deficits == DeficitMode::multiplicative) {
            const double own_base = base.value_added[n] + base.tariff_revenue[n];
            income_[n] = own * (1.0 + base.trade_deficit[n] / own_base);
        } else {
            income_[n] = own + base.trade_deficit[n];
        }
        earned += own;
        spent += income_[n];
    }
    if (base.options.deficits != DeficitMode::multiplicative) return;
    spending_scale_ = earned / spent;
    for (double& income : income_) income *= spending_scale_;
}

// [eq:expenditure-new]  X_new[n,s] = alpha[n,s] I_new[n] + sum_r Gamma[n,s,r] Y_new[n,r]
// Source: Caliendo and Parro (2015), the system in relative changes.
void TradeSystem::update_expenditure(const Guess& guess) {
    const Baseline& base = *baseline_;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        if (!base.input_cost_share.empty()) {
            dot_rows(base.input_cost_share.plane(n), sales_.row(n), demand_.row(n));
        }
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            double demand = base.consumption_share(n, s) * income_[n];
            if (!base.input_cost_share.empty()) demand += demand_(n, s);
            // Far from the solution a fixed deficit can leave a country with less than nothing to
            // spend; the floor keeps the search going and is never near a solution.
            demand_(n, s) = std::max(demand, smallest_demand * expenditure_(n, s));
            residual_.log_expenditure(n, s) =
                is_active(n, s) ? std::log(demand_(n, s)) - guess.log_expenditure(n, s) : 0.0;
        }
    }
}

bool TradeSystem::is_at_floor(std::size_t n, std::size_t s) const {
    return !(demand_(n, s) > smallest_demand * expenditure_(n, s));
}

// [eq:labour-market]  sum_s gamma[n,s] Y_new[n,s] = wL_new[n]
// With [eq:income] and [eq:expenditure-new] this is the balance of trade.
void TradeSystem::update_labour_market() {
    const Baseline& base = *baseline_;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        const double demand = dot(base.value_added_share.row(n), sales_.row(n));
        residual_.log_wage[n] = std::log(demand / value_added_[n]);
    }
}

void TradeSystem::evaluate(Guess& guess) {
    fix_numeraire(guess);
    update_unit_cost(guess);
    update_price_index(guess);
    update_sales(guess);
    update_income();
    update_expenditure(guess);
    update_labour_market();
}

Worst TradeSystem::worst() const {
    Worst worst;
    // Written so that a residual that is not a number counts as the largest.
    const auto take = [&](double residual, std::size_t n, std::optional<std::size_t> s) {
        const double size =
            std::isnan(residual) ? std::numeric_limits<double>::infinity() : std::abs(residual);
        if (size > worst.size) worst = {.size = size, .country = n, .sector = s};
    };
    for (std::size_t n = 0; n < baseline_->num_countries(); ++n) {
        take(residual_.log_wage[n], n, std::nullopt);
        for (std::size_t s = 0; s < baseline_->num_sectors(); ++s) {
            take(residual_.log_price(n, s), n, s);
            take(residual_.log_expenditure(n, s), n, s);
        }
    }
    return worst;
}

}  // namespace entente::detail
