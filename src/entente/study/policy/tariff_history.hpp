#pragma once

// The history of the United States tariff rate that comes with the program, and what it says of
// policy regimes.

#include <string>
#include <vector>

#include "entente/model/dynamics/regime_history.hpp"

namespace entente::detail {

struct TariffYear {
    int year = 0;
    /// Duties over imports, percent.
    double rate = 0.0;
};

/// Every year of data/parameters/us_effective_tariff.csv, without a gap.
/// @throws DataError naming every row that is wrong.
std::vector<TariffYear> us_tariff_history();

struct RegimeHistory {
    /// The first is the first year with a regime.
    std::vector<int> years;
    /// [year]
    std::vector<std::size_t> regime;
    std::vector<double> rate;
    TransitionEstimate estimate;

    /// [regime] mean rate of its years, percent; 0 if it has none.
    std::vector<double> mean_rates() const;
};

RegimeHistory regime_history();

}  // namespace entente::detail
