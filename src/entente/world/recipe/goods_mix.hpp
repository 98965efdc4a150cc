#pragma once

#include "entente/world/recipe/unctad_flows.hpp"
#include "entente/world/recipe/us_import_mix.hpp"

namespace entente::detail {

/// How far mixes are from those of US imports, where these are known: half the sum of absolute
/// differences of shares, weighted by imports.
struct MixErrors {
    /// Exporters in WIOD, from its year alone.
    double wiod_alone = 0.0;
    /// The same after the SITC sections are matched: what is used for other importers.
    double wiod = 0.0;
    /// Exporters outside WIOD, their US imports withheld: its rest of the world, SITC matched.
    double rest_alone = 0.0;
    /// The same with half of the proxies' exports.
    double others = 0.0;
    /// The same, predicted by the mix of all US imports.
    double world = 0.0;
};

struct GoodsMix {
    /// [i, n, goods s] share of s in what i sells to n; sums to one over s where i is not n.
    Array3<double> share;
    MixErrors errors;
};

/// The sectors in the goods trade of every pair: a base mix (WIOD's, or borrowed), reweighted so
/// that its SITC sections match the pair's; for the United States as importer the mix it records.
GoodsMix goods_mix(const World2023Recipe& recipe, const Frame& frame,
                   const Array3<double>& wiod_by_sector, const UsImports& us_imports,
                   const UnctadFlows& unctad);

}  // namespace entente::detail
