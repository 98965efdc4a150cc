#include "entente/model/equilibrium/shock_path.hpp"

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

void check_shape(const Array3<double>& array, const Baseline& baseline) {
    if (!array.empty() && array.shape() != baseline.trade_share.shape()) {
        throw ShapeError("A shock does not fit the world it is applied to.");
    }
}

}  // namespace

// [eq:shock-path]  f(x) = (1 - x (1 - f^(1/3)))^3 below 1, f^x above
double share_factor_on_path(double factor, double part) {
    if (factor >= 1.0) return std::pow(factor, part);
    const double root = 1.0 - part * (1.0 - std::cbrt(factor));
    return root * root * root;
}

// [eq:shock-path]  1 + t(x) = (1 + t)^(1 - x) (1 + t_new)^x,  d_hat(x) = d_hat^x
Shock shock_on_path(const Baseline& baseline, const Shock& shock, double part) {
    if (!(part >= 0.0 && part <= 1.0)) throw OptionError("A path is followed from 0 to 1.");
    check_shape(shock.tariff_rate, baseline);
    check_shape(shock.trade_cost_hat, baseline);
    check_shape(shock.share_factor, baseline);
    Shock here = shock;
    if (part == 1.0) return here;
    const auto before = baseline.tariff_rate.values();
    const auto rates = here.tariff_rate.values();
    for (std::size_t k = 0; k < rates.size(); ++k) {
        // Rates that do not change keep every digit.
        if (rates[k] == before[k]) continue;
        rates[k] = std::expm1((1.0 - part) * std::log1p(before[k]) + part * std::log1p(rates[k]));
    }
    for (double& cost : here.trade_cost_hat.values()) cost = std::pow(cost, part);
    for (double& subsidy : here.output_subsidy.values()) {
        if (subsidy != 0.0) subsidy = 1.0 - std::pow(1.0 - subsidy, part);
    }
    for (double& money : here.transfer) money *= part;
    for (double& factor : here.share_factor.values()) factor = share_factor_on_path(factor, part);
    return here;
}

}  // namespace entente
