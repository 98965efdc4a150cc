// The step of the home links as a linear map and its transpose.

#include <algorithm>
#include <cmath>

#include "entente/model/equilibrium/home_links.hpp"
#include "entente/model/equilibrium/packed.hpp"
#include "entente/model/equilibrium/sweeps.hpp"
#include "entente/numerics/dot.hpp"

namespace entente::detail {
namespace {

// As in HomeLinks::step: a country hardly linked to others gets no boundless wage step.
constexpr double smallest_response = 1e-3;

}  // namespace

void HomeLinks::linear_step(const TradeSystem& system, std::span<const double> residual,
                            std::span<double> step) {
    const Baseline& base = system.baseline();
    const std::size_t num_sectors = base.num_sectors();
    const Packed<const double> from(residual, base);
    const Packed<double> to(step, base);
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        const double wage_step = from.wage(n) / std::max(labour_response_[n], smallest_response);
        to.wage(n) = wage_step;
        const double earned = system.value_added()[n] * wage_step;
        const std::span<double> price = to.prices(n);
        const std::span<double> spending = to.spending(n);
        for (std::size_t s = 0; s < num_sectors; ++s) {
            scratch_[s] = from.prices(n)[s] +
                          base.trade_share(n, n, s) * base.value_added_share(n, s) * wage_step;
        }
        if (multiplier_.empty()) {
            std::ranges::copy(scratch_, price.begin());
        } else {
            std::ranges::fill(price, 0.0);
            add_scaled_rows(scratch_, multiplier_.plane(n), price);
        }
        for (std::size_t s = 0; s < num_sectors; ++s) {
            scratch_[s] = system.expenditure()(n, s) * from.spending(n)[s] +
                          base.consumption_share(n, s) * earned;
        }
        if (multiplier_.empty()) {
            std::ranges::copy(scratch_, spending.begin());
        } else {
            dot_rows(multiplier_.plane(n), scratch_, spending);
        }
        for (std::size_t s = 0; s < num_sectors; ++s) {
            const double present = system.expenditure()(n, s);
            spending[s] = present > 0.0 ? spending[s] / present : from.spending(n)[s];
        }
    }
}

void HomeLinks::linear_step_transpose(const TradeSystem& system, std::span<const double> weight,
                                      std::span<double> result) {
    const Baseline& base = system.baseline();
    const std::size_t num_sectors = base.num_sectors();
    const Packed<const double> from(weight, base);
    const Packed<double> to(result, base);
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        // What a unit of money more in each sector is worth, by way of the multiplier.
        std::vector<double>& money = scratch_;
        std::ranges::fill(money, 0.0);
        for (std::size_t s = 0; s < num_sectors; ++s) {
            const double present = system.expenditure()(n, s);
            if (!(present > 0.0)) continue;
            if (multiplier_.empty()) {
                money[s] = from.spending(n)[s] / present;
            } else {
                add_scaled(from.spending(n)[s] / present, multiplier_.row(n, s), money);
            }
        }
        if (multiplier_.empty()) {
            std::ranges::copy(from.prices(n), to.prices(n).begin());
        } else {
            dot_rows(multiplier_.plane(n), from.prices(n), to.prices(n));
        }
        double of_wage = from.wage(n);
        for (std::size_t s = 0; s < num_sectors; ++s) {
            const double present = system.expenditure()(n, s);
            const double gap = to.prices(n)[s];
            to.spending(n)[s] = present > 0.0 ? present * money[s] : from.spending(n)[s];
            of_wage += gap * base.trade_share(n, n, s) * base.value_added_share(n, s) +
                       money[s] * base.consumption_share(n, s) * system.value_added()[n];
        }
        to.wage(n) = of_wage / std::max(labour_response_[n], smallest_response);
    }
}

}  // namespace entente::detail
