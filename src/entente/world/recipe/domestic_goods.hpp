#pragma once

#include "entente/world/recipe/goods_mix.hpp"
#include "entente/world/recipe/pair_totals.hpp"

namespace entente::detail {

/// [i, n, s] goods flows across borders, million USD: pair totals times their mix.
Array3<double> goods_across_borders(const Frame& frame, const PairTotals& totals,
                                    const GoodsMix& mix);

/// [n, goods s] what economies sell of goods at home, million USD: the level of 2018 moved by the
/// growth of GDP, or the typical level over GDP of the reference economies; the mix of WIOD, or the
/// proxies' tilted toward what the economy exports more of than they do.
Array2<double> domestic_goods(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                              const Array3<double>& wiod_by_sector, const GdpFigures& gdp,
                              const PairTotals& totals, const Array3<double>& flow);

}  // namespace entente::detail
