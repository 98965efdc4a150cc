#include <fmt/format.h>

#include "entente/world/recipe/making_2023.hpp"

namespace entente::detail {

std::vector<Parameter> parameters_2023(const World2023Recipe& recipe, const Frame& frame,
                                       const TariffLevels& levels) {
    std::vector<Parameter> parameters;
    const auto add_share = [&](std::string name, double value, const std::string& source) {
        parameters.push_back({.name = std::move(name),
                              .value = value,
                              .unit = "1",
                              .low = 0.0,
                              .high = 1.0,
                              .source = source});
    };
    for (const auto& [name, parameter] : recipe.head.assumptions) parameters.push_back(parameter);
    for (const RecipeEconomy& economy : recipe.economies) {
        for (const auto& [code, share] : economy.proxies) {
            add_share(fmt::format("proxy_{}_{}", economy.code, code), share, recipe.proxy_reason);
        }
    }
    for (std::size_t k = 0; k < recipe.sitc_weights.size(); ++k) {
        for (const auto& [code, weight] : recipe.sitc_weights[k]) {
            add_share(fmt::format("sitc_weight_{}_{}", k, code), weight, recipe.sitc_reason);
        }
    }
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        if (!levels.is_estimated[n]) continue;
        // Half and twice the level.
        parameters.push_back({.name = "tariff_level_" + frame.countries[n],
                              .value = levels.level[n],
                              .unit = "1",
                              .low = levels.level[n] / 2.0,
                              .high = levels.level[n] * 2.0,
                              .source = recipe.tariff_level_reason});
    }
    return parameters;
}

}  // namespace entente::detail
