#pragma once

#include <vector>

#include "entente/world/recipe/gdp.hpp"
#include "entente/world/recipe/unctad_flows.hpp"
#include "entente/world/recipe/us_import_mix.hpp"

namespace entente::detail {

struct PairTotals {
    /// [i, n] goods sold by i to n in the base year, free on board, million USD; zero where i is n.
    Array2<double> total;
    /// Trade among the economies summed into the rest of the world.
    double within_rest = 0.0;
    /// [n] factor on imports: below one for re-export hubs.
    std::vector<double> import_factor;
};

/// BACI totals; Taiwan, which BACI lacks, from 2018 moved by its partners' growth; gross imports of
/// re-export hubs scaled to the goods balance over GDP they had in 2018.
PairTotals pair_totals(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                       const GdpFigures& gdp, const UnctadFlows& unctad, Problems& problems);

/// [i, n] goods totals of 2018, million USD; domestic sales where i is n.
Array2<double> goods_totals_2018(const Frame& frame, const Raw2023& raw);

}  // namespace entente::detail
