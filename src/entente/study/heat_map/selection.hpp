#pragma once

// Which economies, groups and poles a heat map is about, from its options.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/study/heat_map/heat_map.hpp"
#include "entente/study/selection.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

struct ShownGroup {
    std::string code;
    /// Positions of its members that are economies; never empty.
    std::vector<std::size_t> members;
};

/// @throws OptionError if there are not two codes, for an unknown one, or for poles that overlap.
std::vector<Power> two_powers(const World& world, const std::vector<std::string>& codes);

/// Positions of the countries to show. @throws OptionError as selected_economies.
std::vector<std::size_t> shown_countries(const World& world, const std::vector<Power>& powers,
                                         const HeatMapOptions& options);

/// Groups to show: those named, or the default ones the world has.
/// @throws OptionError for a named group without a member to show.
std::vector<ShownGroup> shown_groups(const World& world, const std::vector<Power>& powers,
                                     const HeatMapOptions& options);

}  // namespace entente::detail
