#pragma once

// What a process of a run does that is not its root.

#include <functional>

#include "entente/ensemble/ranks.hpp"

namespace entente {

/// Solves the draws that the root deals out until the root's program is over. It opens and writes
/// no file; what goes wrong is sent to the root, which says it.
/// @param is_interrupted  asked now and then; true stops the whole run as at the root.
void serve_draws(Ranks& ranks, const std::function<bool()>& is_interrupted);

}  // namespace entente
