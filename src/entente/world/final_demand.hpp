#pragma once

#include "entente/base/array.hpp"
#include "entente/world/world_data.hpp"

namespace entente::detail {

/// [n, s] what is left of a country's absorption, tariffs included, after its sectors have bought
/// their inputs. Negative where the data disagree (falling inventories, or shares borrowed from
/// elsewhere).
Array2<double> final_demand(const WorldData& data);

/// [n, s] the same as shares: negative cells set to zero, the rest scaled to one over s.
Array2<double> consumption_share(const Array2<double>& final_demand);

}  // namespace entente::detail
