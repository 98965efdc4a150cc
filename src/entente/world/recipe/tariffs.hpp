#pragma once

#include "entente/world/recipe/us_import_mix.hpp"

namespace entente::detail {

/// [n] mean tariff level of importers, parts of one.
struct TariffLevels {
    std::vector<double> level;
    /// [n] true where the level is not the importer's own published one.
    std::vector<bool> is_estimated;
};

TariffLevels tariff_levels(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                           Problems& problems);

/// [i, n, s] ad valorem rates, to six decimals: duty collected for the United States; elsewhere the
/// importer's level in the shape of its sectors in 2005, times what agreements leave of it. Members
/// of the European Union are one importer with one tariff.
///
/// @param goods_flow  [i, n, s] goods across borders; weights of the level.
Array3<double> tariff_rates(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                            const TariffLevels& levels, const UsImports& us_imports,
                            const Array3<double>& goods_flow);

}  // namespace entente::detail
