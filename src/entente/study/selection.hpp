#pragma once

// Which economies of a world a task is about, from codes as users write them.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/world_stamp.hpp"
#include "entente/world/layer/layer.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// A power named by one code: its positions and how it is shown.
struct Power {
    Pole pole;
    std::vector<std::size_t> members;

    bool has(std::size_t position) const;
};

/// @throws OptionError for an unknown code, or a group without members in this world.
Power power_named(const World& world, const std::string& code);

/// Several codes as one joint power, each member once. @throws OptionError as above.
Power joint_power(const World& world, const std::vector<std::string>& codes);

/// Positions of all economies: every country of the world but ROW, the rest of the world, and the
/// members of `powers`.
std::vector<std::size_t> economies(const World& world, const std::vector<Power>& powers);

/// Positions of the economies that `codes` name, each once, in the order of the world; a group
/// stands for its members that are economies.
/// @throws OptionError for an unknown code, a power named as a country, or nothing left.
std::vector<std::size_t> selected_economies(const World& world, const std::vector<Power>& powers,
                                            const std::vector<std::string>& codes);

WorldStamp stamp(const World& world);
WorldStamp stamp(const Layer& layer);

/// Share of output made with a borrowed (estimated) technology, 0 to 1.
double borrowed_technology_share(const World& world, std::size_t n);

/// Mean of `figures` at `positions`, weighted with `weights`.
double weighted_mean(const std::vector<double>& figures, const std::vector<double>& weights,
                     const std::vector<std::size_t>& positions);

}  // namespace entente::detail
