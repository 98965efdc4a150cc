#include "entente/model/equilibrium/home_links.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

#include "entente/model/equilibrium/sweeps.hpp"
#include "entente/numerics/dot.hpp"

namespace entente::detail {
namespace {

// Bounds on one step in logarithms: further away the linear picture says nothing.
constexpr double largest_wage_step = 0.3;
constexpr double largest_spending_step = 1.0;

}  // namespace

HomeLinks::HomeLinks(const Baseline& baseline) : scratch_(baseline.num_sectors()) {
    invert(baseline);
    measure_labour_demand(baseline);
}

void HomeLinks::invert(const Baseline& baseline) {
    if (baseline.input_cost_share.empty()) return;
    const std::size_t num_countries = baseline.num_countries();
    const std::size_t num_sectors = baseline.num_sectors();
    const auto size = static_cast<Eigen::Index>(num_sectors);
    multiplier_ = Array3<double>(num_countries, num_sectors, num_sectors);
    Eigen::MatrixXd matrix(size, size);
    for (std::size_t n = 0; n < num_countries; ++n) {
        for (std::size_t s = 0; s < num_sectors; ++s) {
            for (std::size_t r = 0; r < num_sectors; ++r) {
                matrix(static_cast<Eigen::Index>(s), static_cast<Eigen::Index>(r)) =
                    (s == r ? 1.0 : 0.0) -
                    baseline.input_cost_share(n, s, r) * baseline.trade_share(n, n, r);
            }
        }
        const Eigen::MatrixXd inverse = matrix.partialPivLu().inverse();
        for (std::size_t s = 0; s < num_sectors; ++s) {
            for (std::size_t r = 0; r < num_sectors; ++r) {
                multiplier_(n, s, r) =
                    inverse(static_cast<Eigen::Index>(s), static_cast<Eigen::Index>(r));
            }
        }
    }
}

// When the wage of n rises by one percent, costs rise by cost[s] through home inputs, sales fall
// by theta[s] cost[s] times the part of each market that others hold, and spending at home rises.
void HomeLinks::measure_labour_demand(const Baseline& baseline) {
    const std::size_t num_countries = baseline.num_countries();
    const std::size_t num_sectors = baseline.num_sectors();
    labour_response_.assign(num_countries, 1.0);
    std::vector<double> price(num_sectors);
    std::vector<double> cost(num_sectors);
    for (std::size_t n = 0; n < num_countries; ++n) {
        std::ranges::copy(baseline.value_added_share.row(n), cost.begin());
        if (!multiplier_.empty()) {
            std::ranges::fill(price, 0.0);
            for (std::size_t s = 0; s < num_sectors; ++s) {
                add_scaled(baseline.trade_share(n, n, s) * baseline.value_added_share(n, s),
                           multiplier_.row(n, s), price);
            }
            for (std::size_t s = 0; s < num_sectors; ++s) {
                add_scaled(price[s], baseline.input_cost_share.row(n, s), cost);
            }
        }
        double fall = 0.0;
        double at_home = 0.0;
        for (std::size_t m = 0; m < num_countries; ++m) {
            for (std::size_t s = 0; s < num_sectors; ++s) {
                const double share = baseline.trade_share(n, m, s);
                const double value_added = baseline.value_added_share(n, s) * share *
                                           baseline.expenditure(m, s) /
                                           (1.0 + baseline.tariff_rate(n, m, s));
                fall += value_added * baseline.trade_elasticity[s] * (1.0 - share) * cost[s];
                if (m == n) at_home += value_added;
            }
        }
        const double abroad = std::max(0.0, 1.0 - at_home / baseline.value_added[n]);
        labour_response_[n] = fall / baseline.value_added[n] + abroad;
    }
}

void HomeLinks::step(const TradeSystem& system, double damping, Guess& step) {
    const Baseline& base = system.baseline();
    const Residual& residual = system.residual();
    const std::size_t num_sectors = base.num_sectors();
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        const double wage_step =
            std::clamp(damping * residual.log_wage[n] / std::max(labour_response_[n], 1e-3),
                       -largest_wage_step, largest_wage_step);
        step.log_wage[n] = wage_step;
        const std::span<double> price = step.log_price.row(n);
        const std::span<double> spending = step.log_expenditure.row(n);
        std::ranges::fill(price, 0.0);
        const double earned = system.value_added()[n] * wage_step;
        for (std::size_t s = 0; s < num_sectors; ++s) {
            const double wage_part =
                base.trade_share(n, n, s) * base.value_added_share(n, s) * wage_step;
            scratch_[s] = residual.log_price(n, s) + wage_part;
            // Demanded less present spending, in money; the multiplier works on money.
            spending[s] = system.demand()(n, s) - system.expenditure()(n, s) +
                          base.consumption_share(n, s) * earned;
        }
        if (multiplier_.empty()) {
            std::ranges::copy(scratch_, price.begin());
            std::ranges::copy(spending, scratch_.begin());
        } else {
            add_scaled_rows(scratch_, multiplier_.plane(n), price);
            dot_rows(multiplier_.plane(n), spending, scratch_);
        }
        for (std::size_t s = 0; s < num_sectors; ++s) {
            const double present = system.expenditure()(n, s);
            const double change = present > 0.0 ? scratch_[s] / present : 0.0;
            spending[s] = std::clamp(change > -0.5 ? std::log1p(change) : -1.0,
                                     -largest_spending_step, largest_spending_step);
        }
    }
}

}  // namespace entente::detail
