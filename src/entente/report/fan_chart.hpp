#pragma once

// Fan charts: how a figure spreads over draws as the years go by, as SVG with the same figures in
// words for who cannot see it.

#include <string>
#include <vector>

#include "entente/report/policy/policy_path.hpp"

namespace entente {

/// Charts of one country: its welfare and its trade with both powers. Names are escaped.
///
/// @param rows  of one country, by figure and year.
std::string country_fan_charts(const std::vector<PathRow>& rows,
                               const std::vector<PathFigureName>& names);

}  // namespace entente
