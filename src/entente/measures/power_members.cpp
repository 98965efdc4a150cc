#include "entente/measures/power_members.hpp"

#include "entente/base/error.hpp"

namespace entente::detail {

std::vector<bool> power_members(std::size_t num_countries, std::span<const std::size_t> power) {
    std::vector<bool> is_member(num_countries, false);
    for (const std::size_t i : power) {
        if (i >= num_countries) throw ShapeError("A member of the power is not in the world.");
        is_member[i] = true;
    }
    return is_member;
}

}  // namespace entente::detail
