#include "entente/study/policy/welfare_path.hpp"

#include "entente/model/equilibrium/path_decomposition.hpp"

namespace entente::detail {

WelfarePath follow_welfare_path(const World& world, const Baseline& baseline, const Shock& shock) {
    const PathDecomposition found = decompose_welfare(baseline, shock);
    WelfarePath path{.is_complete = found.is_usable(),
                     .message = found.message,
                     .num_solves = found.num_solves,
                     .num_panels = found.num_panels,
                     .largest_unexplained = found.largest_unexplained,
                     .seconds = found.seconds,
                     .rows = {}};
    for (std::size_t n = 0; n < found.countries.size(); ++n) {
        const PathParts& parts = found.countries[n];
        path.rows.push_back({.code = world.countries()[n],
                             .name = world.country_name(n),
                             .welfare = parts.welfare,
                             .terms_of_trade = parts.terms_of_trade,
                             .volume_of_trade = parts.volume_of_trade,
                             .technical_efficiency = parts.technical_efficiency,
                             .varieties = parts.varieties,
                             .transfers = parts.transfers,
                             .labour_supply = parts.labour_supply,
                             .unexplained = parts.unexplained()});
    }
    return path;
}

}  // namespace entente::detail
