#pragma once

// The axes of world-2023 and how those of its sources map to them. All steps of the recipe share
// them: i origin and n destination among the world's economies, s and r among its sectors; w and v
// among the economies of WIOD (those of the recipe and, last, the rest of the world).

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/base/axis.hpp"
#include "entente/world/recipe/world_2023_recipe.hpp"

namespace entente::detail {

struct Frame {
    Axis countries;
    Axis sectors;
    /// Goods are the first sectors.
    std::size_t num_goods = 0;
    Axis wiod_countries;
    Axis wiod_sectors;

    /// [n] the data that know economy n.
    std::vector<EconomyData> data;
    /// [n] its place in WIOD: its own, or that of the rest of the world.
    std::vector<std::size_t> wiod_of;
    /// [w] its place among the economies; the rest of the world is the last of both.
    std::vector<std::size_t> economy_of;
    /// [n, w] weights of the WIOD economies that stand for n; sums to one over w.
    Array2<double> proxy;

    /// [place among WIOD sectors] the one or two sectors it goes to.
    std::vector<std::vector<std::size_t>> sectors_of_wiod;
    /// [s] the WIOD sectors it is made of.
    std::vector<std::vector<std::size_t>> wiod_of_sector;
    /// Two sectors made of one WIOD sector.
    struct Split {
        std::size_t wiod;
        std::size_t first;
        std::size_t second;
    };
    std::vector<Split> splits;

    std::size_t num_countries() const { return countries.size(); }
    std::size_t num_sectors() const { return sectors.size(); }
    std::size_t num_wiod() const { return wiod_countries.size(); }
    bool in_wiod(std::size_t n) const { return data[n] == EconomyData::wiod; }
    bool in_icio(std::size_t n) const { return in_wiod(n) || data[n] == EconomyData::icio; }
    bool is_goods(std::size_t s) const { return s < num_goods; }
    /// Last of the countries: everybody the recipe does not name.
    std::size_t rest() const { return num_countries() - 1; }
    /// The same in WIOD.
    std::size_t wiod_rest() const { return num_wiod() - 1; }
    /// Place of a code, or the rest of the world.
    std::size_t country_or_rest(std::string_view code) const {
        return countries.find(code).value_or(rest());
    }
};

/// What does not fit together in the recipe is reported in `table`.
Frame make_frame(const World2023Recipe& recipe, const RecipeTable& table);

/// The place of every GTAP sector among the goods sectors.
std::map<std::string, std::size_t> sectors_of_gtap(const World2023Recipe& recipe);

/// The places of every sector of the cp2015 data among the sectors.
std::map<std::string, std::vector<std::size_t>> sectors_of_cp2015(const World2023Recipe& recipe);

}  // namespace entente::detail
