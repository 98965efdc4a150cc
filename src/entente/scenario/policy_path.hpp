#pragma once

// What a scenario says of the years ahead: until when, and how fast supply chains adjust.
// docs/theory/dynamics.md.

#include <optional>
#include <string>

namespace entente {

/// The table [path]; empty values mean the default of the task.
struct PolicyPath {
    /// Last year, and the first in which policies apply.
    std::optional<int> until{};
    std::optional<int> from{};
    /// zeta, part of buyers that choose anew in a year, above 0 and up to 1.
    std::optional<double> zeta{};
    /// Elasticity of the other buyers over that of those, 0 to 1.
    std::optional<double> short_run{};
    /// kappa, 0 to 10: zeta grows by this part for certain risk of confrontation.
    double risk_response = 0.0;
    /// Regime of the first year; empty = the last of the history.
    std::string regime{};
    friend bool operator==(const PolicyPath&, const PolicyPath&) = default;
};

}  // namespace entente
