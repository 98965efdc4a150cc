#pragma once

// How much a country trades with a power, against what its size, distance and kinship would give.

#include <span>
#include <vector>

#include "entente/numerics/huber.hpp"

namespace entente {

/// One country and year of the pooled cross-sections of one power.
struct IntensityObservation {
    int year = 0;
    /// ln of the power's share in the country's exports plus imports.
    double log_share = 0.0;
    /// ln GDP in one unit of money.
    double log_gdp = 0.0;
    /// ln of the distance to the power in km.
    double log_distance = 0.0;
    bool is_contiguous = false;
    bool has_common_language = false;
    bool is_eu_member = false;
};

/// The expectation of one power's share, and how far each observation is from it.
struct IntensityFit {
    double log_gdp = 0.0;
    double log_distance = 0.0;
    /// 0 where no two observations differ in it.
    double contiguity = 0.0;
    double common_language = 0.0;
    double eu_membership = 0.0;
    /// Years in ascending order and their effects.
    std::vector<int> years{};
    std::vector<double> year_effects{};
    /// [observation] r, the residual in log points.
    std::vector<double> residuals{};
    double scale = 0.0;
    bool converged = false;
};

/// [eq:intensity-residual]  ln s = year + b1 ln GDP + b2 ln distance + b3 contiguity + b4 language
///                          + b5 EU + r
///
/// Our own definition: one Huber regression for each power, without effects of importers and
/// exporters, because those make the smallest or the nearest countries hedgers by construction.
///
/// @throws  OptionError if there are too few observations for the coefficients.
/// Checked by  tests/unit/measures/hedging/trade_lenses_test.cpp.
IntensityFit fit_intensity(std::span<const IntensityObservation> observations,
                           const HuberOptions& options = {});

}  // namespace entente
