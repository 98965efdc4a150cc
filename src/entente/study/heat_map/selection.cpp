#include "entente/study/heat_map/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "entente/base/error.hpp"

namespace entente::detail {
namespace {

/// Groups that get a row where the user names none, if the world has them.
constexpr std::array<const char*, 2> default_groups{"EU27", "ASEAN"};

std::vector<std::string> group_codes(const World& world, const HeatMapOptions& options) {
    if (!options.group.empty() || !options.countries.empty()) return options.group;
    const std::vector<std::string> known = world.groups();
    std::vector<std::string> groups;
    for (const char* group : default_groups) {
        if (std::ranges::find(known, group) != known.end()) groups.emplace_back(group);
    }
    return groups;
}

}  // namespace

std::vector<Power> two_powers(const World& world, const std::vector<std::string>& codes) {
    if (codes.size() != 2) {
        throw OptionError(
            fmt::format("poles are two codes, such as USA,CHN; {} were given.", codes.size()));
    }
    std::vector<Power> powers{power_named(world, codes[0]), power_named(world, codes[1])};
    for (const std::size_t member : powers[0].members) {
        if (powers[1].has(member)) {
            throw OptionError(fmt::format("{} belongs to both poles, {} and {}.",
                                          world.countries()[member], codes[0], codes[1]));
        }
    }
    return powers;
}

std::vector<std::size_t> shown_countries(const World& world, const std::vector<Power>& powers,
                                         const HeatMapOptions& options) {
    if (!options.countries.empty()) {
        return selected_economies(world, powers, options.countries);
    }
    for (const std::string& group : options.group) world.members(group);
    if (!options.group.empty()) return selected_economies(world, powers, options.group);
    return economies(world, powers);
}

std::vector<ShownGroup> shown_groups(const World& world, const std::vector<Power>& powers,
                                     const HeatMapOptions& options) {
    const std::vector<std::size_t> all = economies(world, powers);
    std::vector<ShownGroup> groups;
    for (const std::string& code : group_codes(world, options)) {
        ShownGroup group{.code = code, .members = {}};
        std::ranges::set_intersection(all, world.members(code), std::back_inserter(group.members));
        if (!group.members.empty()) {
            groups.push_back(std::move(group));
        } else if (!options.group.empty()) {
            throw OptionError(fmt::format("The group {} has no member to show.", code));
        }
    }
    return groups;
}

}  // namespace entente::detail
