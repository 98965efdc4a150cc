#include "entente/model/dynamics/sourcing_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/model/dynamics/border_changes.hpp"
#include "entente/model/equilibrium/search.hpp"
#include "entente/model/equilibrium/solved_levels.hpp"

namespace entente {
namespace {

// Nearer to zero the index of held relations would lose digits.
constexpr double smallest_elasticity = 1e-4;

void check_rate(double rate) {
    if (rate > 0.0 && rate <= 1.0) return;
    throw OptionError(
        fmt::format("The part of buyers that choose anew in a year is {}; it must be above 0 and "
                    "up to 1.",
                    rate));
}

/// A baseline as buyers answer within a year, from which the search measures its steps.
Baseline within_a_year(const Baseline& baseline, const SourcingOptions& options) {
    check_rate(options.rate);
    if (!(options.short_run >= 0.0 && options.short_run <= 1.0)) {
        throw OptionError(
            fmt::format("The short-run part of the elasticity is {}; it must be from 0 to 1.",
                        options.short_run));
    }
    Baseline soft = baseline;
    const std::vector<double> held = held_elasticity(baseline, options.short_run);
    for (std::size_t s = 0; s < held.size(); ++s) {
        soft.trade_elasticity[s] += (1.0 - options.rate) * (held[s] - soft.trade_elasticity[s]);
    }
    return soft;
}

}  // namespace

std::vector<double> held_elasticity(const Baseline& baseline, double short_run) {
    std::vector<double> held;
    for (const double theta : baseline.trade_elasticity) {
        const double elasticity = short_run * (theta + 1.0) - 1.0;
        held.push_back(std::abs(elasticity) < smallest_elasticity ? smallest_elasticity
                                                                  : elasticity);
    }
    return held;
}

SourcingState base_sourcing(const Baseline& baseline) {
    const std::size_t num_countries = baseline.num_countries();
    const std::size_t num_sectors = baseline.num_sectors();
    return {.trade_share = baseline.trade_share,
            .price_hat = Array3<double>(num_countries, num_countries, num_sectors, 1.0),
            .share_factor = Array3<double>(num_countries, num_countries, num_sectors, 1.0),
            .log_price = Array2<double>(num_countries, num_sectors)};
}

SourcingPath::SourcingPath(const Baseline& baseline, const SourcingOptions& options)
    : baseline_(&baseline),
      workspace_(within_a_year(baseline, options)),
      state_(base_sourcing(baseline)) {
    held_.elasticity = held_elasticity(baseline, options.short_run);
    held_.mass = state_.log_price;
    held_.weight = state_.trade_share;
    held_.net_weight = state_.trade_share;
}

// [eq:broken]  b[n,s] = sum_i pi_before[i,n,s] (1 - min(1, f[i,n,s] / f_before[i,n,s])),
//              h[n,s] = (1 - zeta) (1 - b[n,s])
// Relations whose supplier is forbidden break, so their buyers choose anew at once.
void SourcingPath::hold(const Shock& shock, double rate) {
    const Baseline& base = *baseline_;
    held_.log_price = state_.log_price;
    for (std::size_t n = 0; n < base.num_countries(); ++n) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            const double exponent = -held_.elasticity[s];
            double kept = 0.0;
            for (std::size_t i = 0; i < base.num_countries(); ++i) {
                double weight = state_.trade_share(i, n, s);
                if (weight > 0.0) {
                    const detail::BorderChange border = detail::border_change(base, shock, i, n, s);
                    const double before = state_.share_factor(i, n, s);
                    if (border.share_factor < before) weight *= border.share_factor / before;
                    kept += weight;
                    weight *= std::pow(border.kappa_hat / state_.price_hat(i, n, s), exponent);
                    held_.net_weight(i, n, s) = weight / (1.0 + border.tariff_rate);
                } else {
                    held_.net_weight(i, n, s) = 0.0;
                }
                held_.weight(i, n, s) = weight;
            }
            held_.mass(n, s) = (1.0 - rate) * kept;
            for (std::size_t i = 0; i < base.num_countries() && kept > 0.0; ++i) {
                held_.weight(i, n, s) /= kept;
                held_.net_weight(i, n, s) /= kept;
            }
        }
    }
}

void SourcingPath::take_state(const Shock& shock) {
    const Baseline& base = *baseline_;
    const detail::WorkspaceState& work = workspace_.state();
    state_.trade_share = work.system.baseline_here().trade_share;
    state_.log_price = work.guess.log_price;
    for (std::size_t i = 0; i < base.num_countries(); ++i) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            const double cost = std::exp(work.system.log_unit_cost()(i, s));
            for (std::size_t n = 0; n < base.num_countries(); ++n) {
                const detail::BorderChange border = detail::border_change(base, shock, i, n, s);
                state_.price_hat(i, n, s) = border.kappa_hat * cost;
                state_.share_factor(i, n, s) = border.share_factor;
            }
        }
    }
}

Equilibrium SourcingPath::advance(const Shock& shock, double rate, const SolveOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    check_rate(rate);
    Equilibrium result;
    detail::WorkspaceState& work = workspace_.state();
    work.is_solved = false;
    detail::check_shock_shape(*baseline_, shock);
    hold(shock, rate);
    work.system.prepare(*baseline_, shock, 1.0, &held_);
    if (detail::has_no_equilibrium(work.system, result)) return result;
    SolveOptions without_newton = options;
    without_newton.method = SolveMethod::anderson;
    detail::Search search(*baseline_, shock, without_newton, work);
    const bool is_found = has_guess_ ? search.find_nearby() : search.find();
    detail::take_levels(work.system, work.guess, result);
    result.passes = search.passes();
    result.residual = search.worst().size;
    detail::state_ending(*baseline_, is_found, search.worst(), result);
    has_guess_ = result.is_usable();
    if (has_guess_) take_state(shock);
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

TradeState SourcingPath::trade_state(const Shock& shock, const Equilibrium& equilibrium) const {
    TradeState state{
        .trade_flow = state_.trade_share,
        .tariff_rate = shock.tariff_rate.empty() ? baseline_->tariff_rate : shock.tariff_rate,
        .expenditure = equilibrium.expenditure_new,
        .trade_share = state_.trade_share,
        .gross_output = equilibrium.gross_output_new,
        .value_added = equilibrium.value_added_new,
        .tariff_revenue = equilibrium.tariff_revenue_new,
        .trade_deficit = equilibrium.trade_deficit_new};
    for (std::size_t i = 0; i < baseline_->num_countries(); ++i) {
        for (std::size_t n = 0; n < baseline_->num_countries(); ++n) {
            for (std::size_t s = 0; s < baseline_->num_sectors(); ++s) {
                state.trade_flow(i, n, s) *=
                    state.expenditure(n, s) / (1.0 + state.tariff_rate(i, n, s));
            }
        }
    }
    return state;
}

}  // namespace entente
