#include "entente/model/equilibrium/path_point.hpp"

#include <cmath>

namespace entente::detail {
namespace {

// Like [eq:trade-share-new] without its share factor, so that a trade that stops leaves what a
// first bit of it would be worth.
void take_flows(const Baseline& baseline, const Shock& shock, const Equilibrium& solved,
                PathPoint& point) {
    for (std::size_t i = 0; i < baseline.num_countries(); ++i) {
        for (std::size_t n = 0; n < baseline.num_countries(); ++n) {
            for (std::size_t s = 0; s < baseline.num_sectors() && i != n; ++s) {
                const double share = baseline.trade_share(i, n, s);
                if (share <= 0.0) continue;
                const double factor = 1.0 + point.tariff_rate(i, n, s);
                double price = factor / (1.0 + baseline.tariff_rate(i, n, s)) *
                               solved.unit_cost_hat(i, s) / solved.price_index_hat(n, s);
                if (!shock.trade_cost_hat.empty()) price *= shock.trade_cost_hat(i, n, s);
                point.flow_per_factor(i, n, s) = share *
                                                 std::pow(price, -baseline.trade_elasticity[s]) *
                                                 solved.expenditure_new(n, s) / factor;
            }
        }
    }
}

}  // namespace

PathPoint path_point(const Baseline& baseline, const Shock& shock, double part,
                     const Equilibrium& solved) {
    const std::size_t num_countries = baseline.num_countries();
    const std::size_t num_sectors = baseline.num_sectors();
    PathPoint point{
        .part = part,
        .flow_per_factor = Array3<double>(num_countries, num_countries, num_sectors),
        .share_factor = shock.share_factor,
        .tariff_rate = shock.tariff_rate.empty() ? baseline.tariff_rate : shock.tariff_rate,
        .log_unit_cost = Array2<double>(num_countries, num_sectors),
        .log_wage = {},
        .log_real_wage = {},
        .log_welfare = {},
        .value_added = solved.value_added_new,
        .tariff_revenue = solved.tariff_revenue_new,
        .income = solved.income_new};
    take_flows(baseline, shock, solved, point);
    for (std::size_t n = 0; n < num_countries; ++n) {
        double log_price = 0.0;
        for (std::size_t s = 0; s < num_sectors; ++s) {
            point.log_unit_cost(n, s) = std::log(solved.unit_cost_hat(n, s));
            log_price += baseline.consumption_share(n, s) * std::log(solved.price_index_hat(n, s));
        }
        point.log_wage.push_back(std::log(solved.wage_hat[n]));
        point.log_real_wage.push_back(point.log_wage[n] - log_price);
        point.log_welfare.push_back(std::log(solved.income_new[n] / baseline.income[n]) -
                                    log_price - std::log(solved.spending_scale));
    }
    return point;
}

}  // namespace entente::detail
