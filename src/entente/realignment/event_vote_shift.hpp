#pragma once

// E1: a state's position in the General Assembly moves toward a rival of the United States beyond
// what its starting point and the year explain [D].

#include <limits>
#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/realignment/event.hpp"
#include "entente/realignment/panel.hpp"
#include "entente/realignment/positions.hpp"

namespace entente {

/// Every state and year at which both windows are known. NaN where they are not.
struct VoteShifts {
    /// Rising, without gaps.
    std::vector<int> years;
    /// [state of the positions, year]
    Array2<double> base;
    Array2<double> after;
    /// Change less what a regression on the base and its square expects of all states that year.
    Array2<double> residual;
    /// Residual over the usual size of residuals in the fifteen years before.
    Array2<double> z;
};

/// [eq:vote-shift]  d = mean theta(t..t+2) - mean theta(t-3..t-1);  d = a + b base + c base^2 + u
/// (Huber, 1.5);  z = u / (1.4826 median |u| of the years t-15..t-1)
/// At least two years of the base and all three after; years with under ten votes cast do not
/// count.
VoteShifts vote_shifts(const Positions& positions);

/// Runs of z < -2 with the mean afterwards nearer the rival than the United States, dated at the
/// largest fall from one year to the next within the first three years of the run; none within five
/// years after another. States outside the panel that year are left out.
std::vector<RiskEvent> vote_shift_events(const Panel& panel, const Positions& positions);

}  // namespace entente
