#pragma once

// From the model's gradient to the rows of a report.

#include <string>

#include "entente/model/equilibrium/workspace.hpp"
#include "entente/report/exposure/welfare_gradient.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// Slopes of the welfare of `code`, a country or a group (its members weighted with income), at the
/// solution the workspace holds.
/// @throws OptionError for a code the world does not have.
WelfareGradient welfare_gradient(const World& world, const Baseline& baseline, Workspace& workspace,
                                 const std::string& code);

}  // namespace entente::detail
