#pragma once

// What depends on the solution itself, as tables and sentences: quotas, subsidies, chosen tariffs.

#include <string>
#include <vector>

#include "entente/report/policy/solution.hpp"
#include "entente/report/render_document.hpp"

namespace entente::detail {

/// Lines under the table of a solution; none without such measures.
std::vector<std::string> response_lines(const Solution& solution);

/// Adds "quotas", "subsidies", "chosen_tariffs" and "choice" where the solution has them.
void add_responses(const Solution& solution, JsonObject& object);

}  // namespace entente::detail
