#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/world/recipe/raw_2023.hpp"

namespace entente::detail {

/// One row of data/parameters/trade_elasticities.csv.
struct SectorElasticity {
    std::string sector;
    /// "fontagne" or "cp2015".
    std::string set;
    /// theta > 0, to four decimals.
    double value = 0.0;
    std::optional<double> standard_error{};
    /// Lowest and highest of the publisher's sectors in it, where there are several, or of the
    /// assumption.
    std::optional<double> low{};
    std::optional<double> high{};
    std::string source;
};

/// Trade elasticities of the sectors by both sets, first "fontagne" for all sectors, which the
/// world uses, then "cp2015".
///
/// [eq:sector-theta]  theta[s] = sum_g M[g] (-epsilon[g] - 1) / sum_g M[g]
///
/// g: GTAP sectors of s with an estimate; M: US imports. epsilon is the response of imports net of
/// tariff to the tariff factor, hence the one taken off. In the cp2015 set a sector made of several
/// of theirs has the plain mean.
std::vector<SectorElasticity> sector_elasticities(const World2023Recipe& recipe, const Frame& frame,
                                                  const Raw2023& raw);

/// The table as text, the bytes of the file shipped.
std::string elasticities_csv(const std::vector<SectorElasticity>& rows);

}  // namespace entente::detail
