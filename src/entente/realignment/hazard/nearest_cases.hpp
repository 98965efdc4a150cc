#pragma once

// Country-years of the past most like a country today, and what followed.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "entente/realignment/hazard/risk_models.hpp"

namespace entente {

struct NearestCase {
    std::size_t state = 0;
    int year = 0;
    /// Size of the difference in log odds, predictor by predictor, root of the sum of squares.
    double distance = 0.0;
    /// Year of the first event within the horizon, if one came.
    std::optional<int> event_year{};
};

/// The nearest rows of other states whose horizon is over, at most one a state, nearest first.
///
/// [eq:nearest]  distance^2 = sum_j ( b_j (x_j - x0_j) )^2, with the headline model's b
///
/// Partners are compared with partners, other states with others.
///
/// @param state  Has a row in the year of the models; else the list is empty.
std::vector<NearestCase> nearest_cases(const RiskModels& models, const HazardTable& table,
                                       std::size_t state, int horizon, std::size_t count = 5);

}  // namespace entente
