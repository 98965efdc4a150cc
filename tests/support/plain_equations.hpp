#pragma once

// The equations of the equilibrium written out once more, straight from docs/theory/equilibrium.md
// and from a Baseline alone, so that another program can solve them. Slow and plain on purpose.

#include <cmath>
#include <optional>
#include <vector>

#include "entente/model/equilibrium/baseline.hpp"
#include "entente/scenario/shock.hpp"

namespace entente::testing {

/// Unknowns: ln w_hat [n], ln P_hat [n, s], ln X_new [n, s], side by side. The labour market of the
/// last country follows from the others, so the numeraire stands in its place.
class PlainEquations {
  public:
    PlainEquations(const Baseline& base, const Shock& shock)
        : base_(base),
          size_(base.num_countries()),
          sectors_(base.num_sectors()),
          weight_(size_, size_, sectors_),
          rate_(base.tariff_rate),
          need_(size_, sectors_) {
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t n = 0; n < size_; ++n) {
                for (std::size_t s = 0; s < sectors_; ++s) take_cell(shock, i, n, s);
            }
        }
        for (std::size_t n = 0; n < size_; ++n) {
            for (std::size_t s = 0; s < sectors_; ++s) {
                need_(n, s) = base.expenditure(n, s) + base.consumption_share(n, s);
                for (std::size_t r = 0; r < sectors_; ++r) {
                    need_(n, s) += input(n, s, r) * base.expenditure(n, r);
                }
            }
        }
    }

    std::size_t num_unknowns() const { return size_ * (1 + 2 * sectors_); }

    /// The baseline itself, but that cells with no spending start small.
    std::vector<double> start() const {
        std::vector<double> unknown(num_unknowns(), 0.0);
        for (std::size_t n = 0; n < size_; ++n) {
            for (std::size_t s = 0; s < sectors_; ++s) {
                if (!(need_(n, s) > 0.0)) continue;
                unknown[spending_at(n, s)] =
                    std::log(std::max(base_.expenditure(n, s), 1e-9 * base_.income[n]));
            }
        }
        return unknown;
    }

    /// ln(demanded / present) of every equation; nothing where a demand is not positive.
    std::optional<std::vector<double>> residual(const double* unknown) const {
        std::vector<double> gap(num_unknowns(), 0.0);
        const Array2<double> cost = unit_costs(unknown);
        Array2<double> output(size_, sectors_);
        std::vector<double> revenue(size_, 0.0);
        for (std::size_t n = 0; n < size_; ++n) {
            for (std::size_t s = 0; s < sectors_; ++s) {
                if (!(need_(n, s) > 0.0)) {
                    gap[price_at(n, s)] = unknown[price_at(n, s)];
                    gap[spending_at(n, s)] = unknown[spending_at(n, s)];
                    continue;
                }
                const double theta = base_.trade_elasticity[s];
                double market = 0.0;
                for (std::size_t i = 0; i < size_; ++i) market += weight_(i, n, s) * cost(i, s);
                gap[price_at(n, s)] = -std::log(market) / theta - unknown[price_at(n, s)];
                const double spending = std::exp(unknown[spending_at(n, s)]);
                for (std::size_t i = 0; i < size_; ++i) {
                    const double bought = weight_(i, n, s) * cost(i, s) / market * spending;
                    const double net = bought / (1.0 + rate_(i, n, s));
                    output(i, s) += net;
                    revenue[n] += bought - net;
                }
            }
        }
        return close_markets(unknown, output, revenue, gap) ? std::optional(gap) : std::nullopt;
    }

  private:
    std::size_t price_at(std::size_t n, std::size_t s) const { return size_ + n * sectors_ + s; }
    std::size_t spending_at(std::size_t n, std::size_t s) const {
        return size_ + size_ * sectors_ + n * sectors_ + s;
    }
    double input(std::size_t n, std::size_t s, std::size_t r) const {
        return base_.input_cost_share.empty() ? 0.0 : base_.input_cost_share(n, s, r);
    }

    void take_cell(const Shock& shock, std::size_t i, std::size_t n, std::size_t s) {
        weight_(i, n, s) = base_.trade_share(i, n, s);
        if (i == n) return;
        double kappa = 1.0;
        if (!shock.tariff_rate.empty()) {
            rate_(i, n, s) = shock.tariff_rate(i, n, s);
            kappa = (1.0 + rate_(i, n, s)) / (1.0 + base_.tariff_rate(i, n, s));
        }
        if (!shock.trade_cost_hat.empty()) kappa *= shock.trade_cost_hat(i, n, s);
        if (!shock.share_factor.empty()) weight_(i, n, s) *= shock.share_factor(i, n, s);
        weight_(i, n, s) *= std::pow(kappa, -base_.trade_elasticity[s]);
    }

    /// c_hat^-theta
    Array2<double> unit_costs(const double* unknown) const {
        Array2<double> cost(size_, sectors_);
        for (std::size_t n = 0; n < size_; ++n) {
            for (std::size_t r = 0; r < sectors_; ++r) {
                double log_cost = base_.value_added_share(n, r) * unknown[n];
                for (std::size_t s = 0; s < sectors_; ++s) {
                    log_cost += input(n, s, r) * unknown[price_at(n, s)];
                }
                cost(n, r) = std::exp(-base_.trade_elasticity[r] * log_cost);
            }
        }
        return cost;
    }

    bool close_markets(const double* unknown, const Array2<double>& output,
                       const std::vector<double>& revenue, std::vector<double>& gap) const {
        const bool multiplicative = base_.options.deficits == DeficitMode::multiplicative;
        std::vector<double> earned(size_), income(size_);
        double world_before = 0.0, world_now = 0.0, all_earned = 0.0, all_spent = 0.0;
        for (std::size_t n = 0; n < size_; ++n) {
            const double real_wage = unknown[n] - unknown[price_at(n, 0)];
            earned[n] = base_.value_added[n] *
                        std::exp(unknown[n] + base_.options.supply_elasticity * real_wage);
            world_before += base_.value_added[n];
            world_now += earned[n];
            const double own = earned[n] + revenue[n];
            income[n] = multiplicative ? own * base_.income[n] /
                                             (base_.value_added[n] + base_.tariff_revenue[n])
                                       : own + base_.trade_deficit[n];
            all_earned += own;
            all_spent += income[n];
        }
        for (std::size_t n = 0; n < size_; ++n) {
            if (multiplicative) income[n] *= all_earned / all_spent;
            double labour = 0.0;
            for (std::size_t s = 0; s < sectors_; ++s) {
                labour += base_.value_added_share(n, s) * output(n, s);
                if (!(need_(n, s) > 0.0)) continue;
                double demand = base_.consumption_share(n, s) * income[n];
                for (std::size_t r = 0; r < sectors_; ++r) demand += input(n, s, r) * output(n, r);
                if (!(demand > 0.0)) return false;
                gap[spending_at(n, s)] = std::log(demand) - unknown[spending_at(n, s)];
            }
            if (!(labour > 0.0)) return false;
            gap[n] = std::log(labour / earned[n]);
        }
        gap[size_ - 1] = std::log(world_now / world_before);
        return std::isfinite(gap[size_ - 1]);
    }

    const Baseline& base_;
    std::size_t size_, sectors_;
    Array3<double> weight_, rate_;
    /// [n, s] 0 where nobody ever buys.
    Array2<double> need_;
};

}  // namespace entente::testing
