#pragma once

#include "entente/world/recipe/electronics_split.hpp"

namespace entente::detail {

struct Technology {
    /// [n, s] value added over output.
    Array2<double> value_added_share;
    /// [n, s, r] share of s in what r spends on inputs; sums to one over s.
    Array3<double> input_share;
};

/// Technology of the year of WIOD; that of the proxies elsewhere. A sector that makes nothing in an
/// economy of WIOD has the technology of the whole of WIOD.
Technology technology(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                      const Array3<double>& wiod_by_sector, const SectorSplits& splits);

}  // namespace entente::detail
