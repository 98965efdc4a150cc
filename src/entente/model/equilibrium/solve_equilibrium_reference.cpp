#include "entente/model/equilibrium/solve_equilibrium_reference.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using Eigen::Index;

/// The unknowns and data of the nested loops, written as in the paper and not for speed.
class NestedLoops {
  public:
    NestedLoops(const Baseline& base, const Shock& shock)
        : base_(base),
          shock_(shock),
          num_countries_(base.num_countries()),
          num_sectors_(base.num_sectors()),
          wage_(num_countries_, 1.0),
          cost_(num_countries_, num_sectors_, 1.0),
          price_(cost_),
          spending_(base.expenditure),
          income_(base.income) {}

    double tariff(std::size_t i, std::size_t n, std::size_t s) const {
        return shock_.tariff_rate.empty() || i == n ? base_.tariff_rate(i, n, s)
                                                    : shock_.tariff_rate(i, n, s);
    }

    double subsidy(std::size_t i, std::size_t s) const {
        return shock_.output_subsidy.empty() ? 0.0 : shock_.output_subsidy(i, s);
    }
    double transfer(std::size_t n) const {
        return shock_.transfer.empty() ? 0.0 : shock_.transfer[n];
    }

    /// pi (kappa_hat c_hat)^-theta, before division by P_hat^-theta.
    double pull(std::size_t i, std::size_t n, std::size_t s) const {
        double share = base_.trade_share(i, n, s);
        double kappa_hat = (1.0 + tariff(i, n, s)) / (1.0 + base_.tariff_rate(i, n, s));
        if (i != n && !shock_.trade_cost_hat.empty()) kappa_hat *= shock_.trade_cost_hat(i, n, s);
        if (i != n && !shock_.share_factor.empty()) share *= shock_.share_factor(i, n, s);
        kappa_hat *= 1.0 - subsidy(i, s);
        return share * std::pow(kappa_hat * cost_(i, s), -base_.trade_elasticity[s]);
    }

    double share_new(std::size_t i, std::size_t n, std::size_t s) const {
        return pull(i, n, s) * std::pow(price_(n, s), base_.trade_elasticity[s]);
    }

    void update_costs() {
        for (std::size_t n = 0; n < num_countries_; ++n) {
            for (std::size_t r = 0; r < num_sectors_; ++r) {
                double cost = std::pow(wage_[n], base_.value_added_share(n, r));
                for (std::size_t s = 0; s < num_sectors_ && !base_.input_cost_share.empty(); ++s) {
                    cost *= std::pow(price_(n, s), base_.input_cost_share(n, s, r));
                }
                cost_(n, r) = cost;
            }
        }
    }

    /// Inner fixed point of (1) and (2).
    void solve_prices() {
        for (int pass = 0; pass < 2000; ++pass) {
            update_costs();
            double change = 0.0;
            for (std::size_t n = 0; n < num_countries_; ++n) {
                for (std::size_t s = 0; s < num_sectors_; ++s) {
                    double sum = 0.0;
                    for (std::size_t i = 0; i < num_countries_; ++i) sum += pull(i, n, s);
                    const double price = std::pow(sum, -1.0 / base_.trade_elasticity[s]);
                    change = std::max(change, std::abs(std::log(price / price_(n, s))));
                    price_(n, s) = price;
                }
            }
            if (change < 1e-14) return;
        }
    }

    double value_added(std::size_t n) const {
        const double psi = base_.options.supply_elasticity;
        const double supply = psi == 0.0 ? 1.0 : std::pow(wage_[n] / price_(n, 0), psi);
        return base_.value_added[n] * wage_[n] * supply;
    }

    /// X = alpha I + Gamma Y with I = (1 + d) Xi (wL + R - S + T), or wL + R - S + T + D; R, S and
    /// Y are linear in X.
    void solve_spending(double spending_scale) {
        const auto size = static_cast<Index>(num_countries_ * num_sectors_);
        Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(size, size);
        Eigen::VectorXd right(size);
        const auto at = [&](std::size_t n, std::size_t s) {
            return static_cast<Index>(n * num_sectors_ + s);
        };
        for (std::size_t n = 0; n < num_countries_; ++n) {
            const double factor = own_factor(n) * spending_scale;
            for (std::size_t s = 0; s < num_sectors_; ++s) {
                const double alpha = base_.consumption_share(n, s);
                right(at(n, s)) =
                    alpha * (factor * (value_added(n) + transfer(n)) + fixed_deficit(n));
                for (std::size_t i = 0; i < num_countries_; ++i) {
                    for (std::size_t r = 0; r < num_sectors_; ++r) {
                        const double rate = tariff(i, n, r);
                        matrix(at(n, s), at(n, r)) -=
                            alpha * factor * share_new(i, n, r) * rate / (1.0 + rate);
                        const double sold =
                            share_new(n, i, r) / (1.0 + tariff(n, i, r)) / (1.0 - subsidy(n, r));
                        matrix(at(n, s), at(i, r)) += alpha * factor * subsidy(n, r) * sold;
                        if (base_.input_cost_share.empty()) continue;
                        matrix(at(n, s), at(i, r)) -= base_.input_cost_share(n, s, r) * sold;
                    }
                }
            }
        }
        const Eigen::VectorXd solution = matrix.partialPivLu().solve(right);
        for (Index k = 0; k < size; ++k) {
            spending_.values()[static_cast<std::size_t>(k)] = solution(k);
        }
    }

    double own_factor(std::size_t n) const {
        if (base_.options.deficits != DeficitMode::multiplicative) return 1.0;
        return 1.0 + base_.trade_deficit[n] / (base_.value_added[n] + base_.tariff_revenue[n]);
    }
    double fixed_deficit(std::size_t n) const {
        return base_.options.deficits == DeficitMode::multiplicative ? 0.0 : base_.trade_deficit[n];
    }

    /// [n] excess labour demand over supply, as a part of supply; fills income on the way.
    std::vector<double> excess_demand(double& spending_scale) {
        solve_spending(spending_scale);
        std::vector<double> excess(num_countries_);
        double own_total = 0.0;
        double spent = 0.0;
        for (std::size_t n = 0; n < num_countries_; ++n) {
            double demand = 0.0;
            double revenue = 0.0;
            for (std::size_t m = 0; m < num_countries_; ++m) {
                for (std::size_t s = 0; s < num_sectors_; ++s) {
                    const double sales = share_new(n, m, s) / (1.0 + tariff(n, m, s)) *
                                         spending_(m, s) / (1.0 - subsidy(n, s));
                    demand += base_.value_added_share(n, s) * sales;
                    revenue -= subsidy(n, s) * sales;
                    const double rate = tariff(m, n, s);
                    revenue += rate / (1.0 + rate) * share_new(m, n, s) * spending_(n, s);
                }
            }
            excess[n] = demand / value_added(n) - 1.0;
            const double own = value_added(n) + revenue + transfer(n);
            income_[n] = own_factor(n) * spending_scale * own + fixed_deficit(n);
            own_total += own;
            spent += own_factor(n) * own;
        }
        if (base_.options.deficits == DeficitMode::multiplicative) {
            spending_scale = own_total / spent;
        }
        return excess;
    }

    void scale_wages(const std::vector<double>& excess, double step) {
        double before = 0.0;
        for (std::size_t n = 0; n < num_countries_; ++n) {
            wage_[n] *=
                std::exp(step * std::clamp(std::log1p(std::max(excess[n], -0.9)), -0.5, 0.5));
            before += base_.value_added[n];
        }
        // Wages and prices scale together, so relative prices stay.
        double now = 0.0;
        solve_prices();
        for (std::size_t n = 0; n < num_countries_; ++n) now += value_added(n);
        for (double& wage : wage_) wage *= before / now;
        for (double& price : price_.values()) price *= before / now;
        update_costs();
    }

    Equilibrium result() const {
        Equilibrium result;
        result.wage_hat = wage_;
        result.price_index_hat = price_;
        result.unit_cost_hat = cost_;
        result.expenditure_new = spending_;
        result.income_new = income_;
        return result;
    }

  private:
    const Baseline& base_;
    const Shock& shock_;
    std::size_t num_countries_, num_sectors_;
    std::vector<double> wage_;
    Array2<double> cost_, price_, spending_;
    std::vector<double> income_;
};

}  // namespace

Equilibrium solve_equilibrium_reference(const Baseline& baseline, const Shock& shock,
                                        double tolerance, std::size_t max_passes) {
    if (!shock.is_given()) throw OptionError("Quotas and chosen tariffs are no part of one solve.");
    NestedLoops loops(baseline, shock);
    // Small enough for the largest theta; excess demand answers a wage with about theta.
    const double step = 0.8 / (1.0 + std::ranges::max(baseline.trade_elasticity));
    double spending_scale = 1.0;
    double residual = std::numeric_limits<double>::infinity();
    std::size_t pass = 0;
    loops.solve_prices();
    while (pass < max_passes) {
        ++pass;
        const double scale_before = spending_scale;
        const std::vector<double> excess = loops.excess_demand(spending_scale);
        residual = std::abs(spending_scale - scale_before);
        for (const double value : excess) {
            // A number that is none must not pass for a small one.
            residual = std::isfinite(value) ? std::max(residual, std::abs(value))
                                            : std::numeric_limits<double>::infinity();
            if (!std::isfinite(residual)) break;
        }
        if (residual <= tolerance || !std::isfinite(residual)) break;
        loops.scale_wages(excess, step);
    }
    Equilibrium result = loops.result();
    result.residual = residual;
    result.passes = pass;
    result.spending_scale = spending_scale;
    result.termination =
        residual <= tolerance ? Termination::converged : Termination::not_converged;
    return result;
}

}  // namespace entente
