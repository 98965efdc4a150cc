#pragma once

// The tariffs of the United States on China of 2018-19 in the model, beside what was seen since.

#include <vector>

#include "entente/report/policy/verification.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// Direction of each published fact of reallocation, and ours: scenarios/us-china-2018-19.toml
/// solved on a world of WIOD. Goods sectors only, values net of tariffs.
std::vector<SignFact> trade_diversion_facts(const World& world);

}  // namespace entente::detail
