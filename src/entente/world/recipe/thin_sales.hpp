#pragma once

#include "entente/world/recipe/frame.hpp"

namespace entente::detail {

/// Raises what a country sells of a sector at home to a lowest share of what it absorbs of it,
/// tariffs included, where it is below. Borrowed or old data leave cells with next to no domestic
/// sales, at which the gains from trade of the model grow without bound.
///
/// [eq:thin-sales]  X[n,n,s] >= share / (1 - share) sum_i X[i,n,s] (1 + t[i,n,s]),  i not n
///
/// @param flow    [i, n, s] million USD; the diagonal is changed in place.
/// @param raised  [n, s] set to 1 where sales were raised.
void raise_thin_sales(double lowest_share, std::size_t first_sector, std::size_t end_sector,
                      const Array3<double>& tariff, Array3<double>& flow, Array2<char>& raised);

}  // namespace entente::detail
