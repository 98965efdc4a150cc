#pragma once

#include <vector>

#include "entente/world/recipe/us_import_mix.hpp"
#include "entente/world/recipe/wiod_flows.hpp"

namespace entente::detail {

/// How WIOD sectors that become two of ours are divided.
struct SectorSplits {
    /// [n, place among the splits] share of the first sector in what n sells abroad.
    Array2<double> exports;
    /// [w, place among the splits] share of the first sector in what w sells at home.
    Array2<double> domestic;
    /// [place among the splits, r] odds of the first sector among the inputs of r, over those of
    /// all users.
    Array2<double> user_odds;
};

/// An exporter's share is that of its sales to the United States; below `split_full_weight` it is
/// shrunk to the share of all partners. The United States' own shares are stated by the recipe.
/// Users' odds come from the economies of the cp2015 data the recipe lists.
SectorSplits sector_splits(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                           const UsImports& us_imports);

/// [w, v, s] the flows of WIOD in our sectors.
Array3<double> flows_by_sector(const Frame& frame, const WiodFlows& flows,
                               const SectorSplits& splits);

}  // namespace entente::detail
