#pragma once

// How one country's or group's welfare answers every tariff and trade cost, as a table.
// study/exposure/welfare_gradient.hpp computes it.

#include <string>
#include <vector>

#include "entente/report/table.hpp"

namespace entente {

/// Slopes at the solution for one flow: percent of real income.
struct WelfareSlope {
    std::string sector;
    /// Who sells, and who buys and sets the tariff.
    std::string origin;
    std::string destination;
    /// For one more point of duty.
    double per_tariff_point = 0.0;
    /// For one percent more trade cost.
    double per_cost_percent = 0.0;
};

struct WelfareGradient {
    /// Whose welfare: a country or a group.
    std::string code;
    /// Every flow between two countries, the steepest tariff first.
    std::vector<WelfareSlope> slopes;
    bool is_converged = false;
    /// Of the linear system, over its right-hand side.
    double residual = 0.0;
};

namespace detail {

Table welfare_gradient_table(const WelfareGradient& gradient);
/// Only the steepest, for people.
Table steepest_table(const WelfareGradient& gradient);
std::vector<std::string> welfare_gradient_legend(const WelfareGradient& gradient);

}  // namespace detail

}  // namespace entente
