#pragma once

// Shocks filled from a seed, for tests of the model.

#include "entente/model/equilibrium/baseline.hpp"
#include "entente/scenario/shock.hpp"
#include "support/random_worlds.hpp"

namespace entente::testing {

struct RandomShockOptions {
    std::uint64_t seed = 1;
    double highest_tariff = 1.0;
    /// Part of trade that is stopped.
    double part_stopped = 0.0;
};

/// Tariffs from zero to the highest, trade costs from 0.8 to 1.4 times those of the base.
inline Shock random_shock(const Baseline& base, const RandomShockOptions& options) {
    UniformStream uniform(options.seed);
    const std::size_t num_countries = base.num_countries();
    const std::size_t num_sectors = base.num_sectors();
    Shock shock{.tariff_rate = base.tariff_rate,
                .trade_cost_hat = Array3<double>(num_countries, num_countries, num_sectors, 1.0),
                .share_factor = Array3<double>(num_countries, num_countries, num_sectors, 1.0)};
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            for (std::size_t s = 0; s < num_sectors && i != n; ++s) {
                shock.tariff_rate(i, n, s) = uniform.between(0.0, options.highest_tariff);
                shock.trade_cost_hat(i, n, s) = uniform.between(0.8, 1.4);
                if (uniform.between(0.0, 1.0) < options.part_stopped) {
                    shock.share_factor(i, n, s) = 0.0;
                }
            }
        }
    }
    return shock;
}

}  // namespace entente::testing
