#include "entente/study/exposure/welfare_gradient.hpp"

#include <algorithm>
#include <cmath>

#include "entente/model/equilibrium/gradient.hpp"
#include "entente/study/selection.hpp"

namespace entente::detail {

WelfareGradient welfare_gradient(const World& world, const Baseline& baseline, Workspace& workspace,
                                 const std::string& code) {
    const Power whose = power_named(world, code);
    const Gradient slopes = gradient(workspace, welfare_of_group(baseline, whose.members));
    WelfareGradient result{.code = code,
                           .slopes = {},
                           .is_converged = slopes.is_converged,
                           .residual = slopes.residual};
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        for (std::size_t n = 0; n < world.num_countries(); ++n) {
            for (std::size_t s = 0; s < world.num_sectors() && i != n; ++s) {
                if (!(baseline.trade_share(i, n, s) > 0.0)) continue;
                // Both are per 1.00: one point, or one percent, as a percent of income.
                result.slopes.push_back({.sector = world.sectors()[s],
                                         .origin = world.countries()[i],
                                         .destination = world.countries()[n],
                                         .per_tariff_point = slopes.tariff_rate(i, n, s),
                                         .per_cost_percent = slopes.log_trade_cost(i, n, s)});
            }
        }
    }
    std::ranges::stable_sort(result.slopes, std::ranges::greater{}, [](const WelfareSlope& slope) {
        return std::abs(slope.per_tariff_point);
    });
    return result;
}

}  // namespace entente::detail
