#include "entente/model/dynamics/sourcing_market.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

MarketYear source_market(const MarketBefore& before, const MarketTerms& terms) {
    const std::size_t num_origins = before.share.size();
    std::vector<double> chosen(num_origins);
    std::vector<double> held(num_origins);
    double chosen_sum = 0.0;
    double unbroken = 0.0;
    double held_sum = 0.0;
    for (std::size_t i = 0; i < num_origins; ++i) {
        chosen[i] = before.base_share[i] * terms.share_factor[i] *
                    std::pow(terms.price_hat[i], -terms.elasticity);
        chosen_sum += chosen[i];
        if (!(before.share[i] > 0.0)) continue;
        const double kept =
            before.share[i] * std::min(1.0, terms.share_factor[i] / before.share_factor[i]);
        unbroken += kept;
        held[i] = kept * std::pow(terms.price_hat[i] / before.price_hat[i], -terms.held_elasticity);
        held_sum += held[i];
    }
    MarketYear year{.share = chosen};
    year.held_mass = (1.0 - terms.rate) * unbroken;
    year.log_price = -(1.0 - year.held_mass) / terms.elasticity * std::log(chosen_sum);
    for (double& share : year.share) share *= (1.0 - year.held_mass) / chosen_sum;
    if (!(year.held_mass > 0.0)) return year;
    year.log_price +=
        year.held_mass * (before.log_price - std::log(held_sum / unbroken) / terms.held_elasticity);
    for (std::size_t i = 0; i < num_origins; ++i) {
        year.share[i] += year.held_mass * held[i] / held_sum;
    }
    return year;
}

}  // namespace entente
