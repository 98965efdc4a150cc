#pragma once

// What an ensemble varies, as English sentences.

#include <string>
#include <vector>

#include "entente/scenario/scenario.hpp"

namespace entente {

/// One sentence with a full stop for each input, in their order; none without an ensemble.
std::vector<std::string> sentences_of_ensemble(const Scenario& scenario);

}  // namespace entente
