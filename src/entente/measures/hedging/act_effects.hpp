#pragma once

// What each dated act adds to an index: the index with all acts less the one without it.

#include <cstddef>
#include <vector>

#include "entente/measures/hedging/index.hpp"

namespace entente {

/// One row of the ledger that counts for a case.
struct ActEffect {
    /// Position among the rows of the evidence's ledger.
    std::size_t row = 0;
    /// Index with all rows, and with this one left out, 0 to 100.
    double index = 0.0;
    double index_without = 0.0;

    double effect() const { return index - index_without; }
};

/// The acts of a case, and in trade of blocs it is in, that still count.
///
/// [eq:act-effect]  effect[r] = HAI - HAI without row r, the mean balance dbar taken anew
///
/// Our own definition: what the index would be had the act not been seen, all else as it is. The
/// effects do not add up, because balances shrink with their mass.
///
/// @param position  of the case.
/// @return          empty for a case without score.
/// @throws          ShapeError for a position that is not a case; OptionError as score_hedging.
/// Checked by       tests/unit/measures/hedging/act_effects_test.cpp.
std::vector<ActEffect> act_effects(const HedgingEvidence& evidence, std::size_t position,
                                   const HedgingParameters& parameters = {});

}  // namespace entente
