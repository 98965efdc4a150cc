#include "entente/model/equilibrium/objective.hpp"

#include "entente/base/error.hpp"

namespace entente {

Objective welfare_of(std::size_t country) {
    return {.welfare = {{.country = country}}};
}

Objective welfare_of_group(const Baseline& baseline, std::span<const std::size_t> countries) {
    double all = 0.0;
    for (const std::size_t n : countries) all += baseline.income.at(n);
    if (!(all > 0.0)) throw OptionError("The group whose welfare is asked for has no countries.");
    Objective objective;
    for (const std::size_t n : countries) {
        objective.welfare.push_back({.country = n, .weight = baseline.income[n] / all});
    }
    return objective;
}

Objective loss_gap(std::size_t target, std::size_t sender) {
    return {.welfare = {{.country = target, .weight = -1.0}, {.country = sender, .weight = 1.0}}};
}

}  // namespace entente
