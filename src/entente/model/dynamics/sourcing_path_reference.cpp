#include "entente/model/dynamics/sourcing_path_reference.hpp"

#include <algorithm>
#include <cmath>

#include "entente/model/dynamics/border_changes.hpp"
#include "entente/model/dynamics/sourcing_market.hpp"

namespace entente {
namespace {

// Part of the gap between labour demanded and supplied that wages close in one pass.
constexpr double wage_step = 0.15;

/// The unknowns of one year and one pass over its equations.
class PlainYear {
  public:
    PlainYear(const Baseline& base, const Shock& shock, const SourcingState& before,
              const SourcingOptions& options)
        : base_(base),
          shock_(shock),
          before_(before),
          rate_(options.rate),
          held_elasticity_(held_elasticity(base, options.short_run)),
          now_(before),
          wage_(base.num_countries(), 1.0),
          output_(base.num_countries(), base.num_sectors()) {
        result_.expenditure_new = base.expenditure;
        result_.income_new = base.income;
    }

    /// Largest change of any unknown.
    double pass() {
        update_prices_of_pairs();
        double change = 0.0;
        for (std::size_t n = 0; n < base_.num_countries(); ++n) {
            for (std::size_t s = 0; s < base_.num_sectors(); ++s) {
                change = std::max(change, update_market(n, s));
            }
        }
        return std::max({change, update_spending(), update_wages()});
    }

    SourcingYear finish(bool is_found, double change, std::size_t passes) {
        result_.termination = is_found ? Termination::converged : Termination::not_converged;
        result_.residual = change;
        result_.passes = passes;
        result_.wage_hat = wage_;
        result_.price_index_hat = now_.log_price;
        for (double& price : result_.price_index_hat.values()) price = std::exp(price);
        return {result_, now_};
    }

  private:
    detail::BorderChange border(std::size_t i, std::size_t n, std::size_t s) const {
        return detail::border_change(base_, shock_, i, n, s);
    }

    /// [eq:delivered-price]  p_hat[i,n,s] = kappa_hat[i,n,s] c_hat[i,s]
    void update_prices_of_pairs() {
        for (std::size_t i = 0; i < base_.num_countries(); ++i) {
            for (std::size_t s = 0; s < base_.num_sectors(); ++s) {
                double log_cost = base_.value_added_share(i, s) * std::log(wage_[i]);
                for (std::size_t r = 0; r < base_.num_sectors() && !base_.input_cost_share.empty();
                     ++r) {
                    log_cost += base_.input_cost_share(i, r, s) * now_.log_price(i, r);
                }
                for (std::size_t n = 0; n < base_.num_countries(); ++n) {
                    now_.price_hat(i, n, s) = border(i, n, s).kappa_hat * std::exp(log_cost);
                    now_.share_factor(i, n, s) = border(i, n, s).share_factor;
                }
            }
        }
    }

    double update_market(std::size_t n, std::size_t s) {
        MarketBefore before{.log_price = before_.log_price(n, s)};
        MarketTerms terms{.rate = rate_,
                          .elasticity = base_.trade_elasticity[s],
                          .held_elasticity = held_elasticity_[s]};
        for (std::size_t i = 0; i < base_.num_countries(); ++i) {
            before.base_share.push_back(base_.trade_share(i, n, s));
            before.share.push_back(before_.trade_share(i, n, s));
            before.price_hat.push_back(before_.price_hat(i, n, s));
            before.share_factor.push_back(before_.share_factor(i, n, s));
            terms.price_hat.push_back(now_.price_hat(i, n, s));
            terms.share_factor.push_back(now_.share_factor(i, n, s));
        }
        const MarketYear year = source_market(before, terms);
        for (std::size_t i = 0; i < base_.num_countries(); ++i) {
            now_.trade_share(i, n, s) = year.share[i];
        }
        const double change = std::abs(year.log_price - now_.log_price(n, s));
        now_.log_price(n, s) = year.log_price;
        return change;
    }

    double update_spending() {
        double change = 0.0;
        for (double& output : output_.values()) output = 0.0;
        for (std::size_t n = 0; n < base_.num_countries(); ++n) {
            double revenue = 0.0;
            for (std::size_t s = 0; s < base_.num_sectors(); ++s) {
                for (std::size_t i = 0; i < base_.num_countries(); ++i) {
                    const double paid = now_.trade_share(i, n, s) * result_.expenditure_new(n, s);
                    const double rate = border(i, n, s).tariff_rate;
                    output_(i, s) += paid / (1.0 + rate);
                    revenue += paid * rate / (1.0 + rate);
                }
            }
            result_.income_new[n] =
                base_.value_added[n] * wage_[n] + revenue + base_.trade_deficit[n];
        }
        for (std::size_t n = 0; n < base_.num_countries(); ++n) {
            for (std::size_t s = 0; s < base_.num_sectors(); ++s) {
                double demand = base_.consumption_share(n, s) * result_.income_new[n];
                for (std::size_t r = 0; r < base_.num_sectors() && !base_.input_cost_share.empty();
                     ++r) {
                    demand += base_.input_cost_share(n, s, r) * output_(n, r);
                }
                double& spending = result_.expenditure_new(n, s);
                change = std::max(change, std::abs(demand - spending) / base_.income[n]);
                spending = demand;
            }
        }
        return change;
    }

    double update_wages() {
        double change = 0.0;
        double before = 0.0;
        double now = 0.0;
        for (std::size_t n = 0; n < base_.num_countries(); ++n) {
            double demand = 0.0;
            for (std::size_t s = 0; s < base_.num_sectors(); ++s) {
                demand += base_.value_added_share(n, s) * output_(n, s);
            }
            const double gap = std::log(demand / (base_.value_added[n] * wage_[n]));
            change = std::max(change, std::abs(gap));
            wage_[n] *= std::exp(wage_step * gap);
            before += base_.value_added[n];
            now += base_.value_added[n] * wage_[n];
        }
        for (double& wage : wage_) wage *= before / now;
        return change;
    }

    const Baseline& base_;
    const Shock& shock_;
    const SourcingState& before_;
    double rate_;
    std::vector<double> held_elasticity_;
    SourcingState now_;
    std::vector<double> wage_;
    Array2<double> output_;
    Equilibrium result_{};
};

}  // namespace

SourcingYear solve_sourcing_year_reference(const Baseline& baseline, const Shock& shock,
                                           const SourcingState& before,
                                           const SourcingOptions& options, double tolerance,
                                           std::size_t max_passes) {
    PlainYear year(baseline, shock, before, options);
    double change = 0.0;
    for (std::size_t pass = 1; pass <= max_passes; ++pass) {
        change = year.pass();
        if (change <= tolerance) return year.finish(true, change, pass);
        if (!std::isfinite(change)) break;
    }
    return year.finish(false, change, max_passes);
}

}  // namespace entente
