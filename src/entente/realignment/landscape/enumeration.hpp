#pragma once

// The energy of every division into two camps.

#include <cstddef>
#include <vector>

#include "entente/realignment/landscape/landscape.hpp"

namespace entente {

/// [camps / 2] energies of all 2^(n-1) divisions; actor 0 stays where it is, which covers all 2^n.
///
/// Each block of 4,096 divisions is walked in Gray code from an energy summed in full, so that a
/// step changes one actor and rounding cannot build up. Blocks do not depend on the number of
/// threads: the same bytes for any of them.
/// @throws      as require_valid.
/// Checked by   tests/unit/realignment/landscape/enumeration_test.cpp, against the plain version.
std::vector<double> enumerate_energies(const Landscape& landscape, std::size_t threads = 1);

/// The same with every energy summed from its definition: slow, and what the fast one is held to.
std::vector<double> enumerate_energies_reference(const Landscape& landscape);

}  // namespace entente
