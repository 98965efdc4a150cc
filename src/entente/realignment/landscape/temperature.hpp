#pragma once

// A landscape whose states do not always find the lowest place.

#include <cstddef>
#include <vector>

#include "entente/realignment/landscape/landscape.hpp"

namespace entente {

/// [eq:camp-temperature]  P(X) = exp(-E(X) / T) / sum over Y of exp(-E(Y) / T)
///
/// [actor] Chance of standing in the camp of one actor, over all divisions. Towards T = 0 only the
/// lowest divisions are left; where T is far above all energies every chance is one half.
/// @param energies     as enumerate_energies gives them.
/// @param temperature  > 0, in the unit of the energies.
/// @throws  ShapeError if there are not as many energies as divisions; OptionError for a
///          temperature that is not above zero.
/// Numerics  sums of fixed blocks in order: the same bytes for any number of threads.
std::vector<double> chance_of_same_camp(const Landscape& landscape,
                                        const std::vector<double>& energies, std::size_t actor,
                                        double temperature, std::size_t threads = 1);

}  // namespace entente
