#pragma once

// The cells of the layers that the ties of a channel were read from.

#include "entente/study/explain/scored_case.hpp"

namespace entente::detail {

/// Adds them for one channel of a case; nothing where the layer is missing.
void add_level_cells(const ExplainData& data, const ScoredCase& one, std::size_t channel,
                     Explanation& explanation);

}  // namespace entente::detail
