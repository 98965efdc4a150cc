#pragma once

// The tariffs of April 2025 in the model, beside what others published of them.

#include <vector>

#include "entente/report/verification.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// Change of mean welfare, weighted with incomes of the baseline, without an answer and with one in
/// kind by everyone: over the three rules for deficits here, over the cases of Ignatenko and others
/// (2025) that docs/validation.md lists there. Nothing is fitted to theirs.
/// @param world  world-2023, or one with USA, CHN and the group EU27.
std::vector<RangeFact> liberation_day_ranges(const World& world);

}  // namespace entente::detail
