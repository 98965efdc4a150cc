#include "entente/ensemble/horizon_draw.hpp"

#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace entente::detail {
namespace {

template <class Choice>
std::size_t chosen(const std::vector<std::pair<Choice, double>>& chances, double u) {
    double sum = 0.0;
    std::size_t last = 0;
    for (std::size_t k = 0; k < chances.size(); ++k) {
        if (!(chances[k].second > 0.0)) continue;
        sum += chances[k].second;
        last = k;
        if (u < sum) return k;
    }
    // The sum may lie a rounding below one.
    return last;
}

}  // namespace

double horizon_number(const HorizonChances& chances, std::size_t input, double u) {
    if (input == horizon_profile) return static_cast<double>(chosen(chances.profiles, u));
    const std::optional<int> years = chances.years[chosen(chances.years, u)].first;
    return years ? static_cast<double>(*years) : std::numeric_limits<double>::infinity();
}

std::string horizon_word(const HorizonChances& chances, std::size_t input, double number) {
    if (input == horizon_profile) {
        return profile_name(chances.profiles[static_cast<std::size_t>(number)].first);
    }
    return std::isinf(number) ? horizon_text({}) : std::string{};
}

void take_horizon(const HorizonChances& chances, std::size_t input, double number,
                  Horizon& horizon) {
    if (input == horizon_profile) {
        horizon.profile = chances.profiles[static_cast<std::size_t>(number)].first;
        return;
    }
    horizon.years.reset();
    if (std::isfinite(number)) horizon.years.emplace(static_cast<int>(number));
}

}  // namespace entente::detail
