#include "entente/study/heat_map/losses.hpp"

namespace entente::detail {

LossesByPole losses_by_pole(const World& world, const Losses& losses,
                            const std::vector<Power>& poles,
                            const std::vector<std::vector<std::size_t>>& rows,
                            ExposureMethod method, std::size_t threads) {
    std::vector<Sides> sides;
    for (const Power& pole : poles) {
        for (const auto& row : rows) sides.push_back({.countries = row, .power = pole.members});
    }
    const std::vector<SideLosses> all = method == ExposureMethod::ge
                                            ? EquilibriumLosses(world).of(sides, {}, threads)
                                            : closed_form_losses(losses, sides, {}, threads);
    const auto second = all.begin() + static_cast<std::ptrdiff_t>(rows.size());
    return {std::vector(all.begin(), second), std::vector(second, all.end())};
}

}  // namespace entente::detail
