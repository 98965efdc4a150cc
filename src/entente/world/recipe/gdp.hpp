#pragma once

#include <vector>

#include "entente/world/recipe/raw_2023.hpp"

namespace entente::detail {

/// Million USD.
struct GdpFigures {
    /// [n] GDP of the base year.
    std::vector<double> base;
    /// [n] GDP of the year of the goods totals; only for the economies that have them.
    std::vector<double> goods_level_year;
    /// [w] value added of the year of WIOD at basic prices. The rest of the world is as WIOD has
    /// it.
    std::vector<double> wiod;
    /// [w] GDP of the base year over value added of the year of WIOD.
    std::vector<double> growth;
};

/// GDP of the World Bank. Taiwan, which it leaves out, is stated by the recipe, and between WIOD's
/// year and the base year it is taken to have grown steadily; an economy without a figure for the
/// base year takes its latest; the rest of the world is the world less all economies listed but
/// Taiwan, which is not in the Bank's world.
GdpFigures gdp_figures(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                       Problems& problems);

}  // namespace entente::detail
