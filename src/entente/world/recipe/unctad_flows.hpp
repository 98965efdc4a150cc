#pragma once

#include "entente/world/recipe/raw_2023.hpp"

namespace entente::detail {

/// Goods trade by the exporters' reports in the year of the SITC matrix, million USD; the economies
/// outside the recipe are summed into the rest of the world.
struct UnctadFlows {
    /// [i, n, SITC section 0 to 9]
    Array3<double> by_section;
    /// [i, n] all sections and what has none.
    Array2<double> total;
};

UnctadFlows unctad_flows(const Frame& frame, const Raw2023& raw);

}  // namespace entente::detail
