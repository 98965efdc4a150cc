#pragma once

// A first guess of the positions of one year.

#include <cstddef>
#include <span>

#include "entente/realignment/roll_call_data.hpp"

namespace entente::detail {

/// [eq:agreement-start]  theta_i = mean over shared votes of 1 - |option_i - option_a|, options
/// from 0 (yes) to 1 (no); the mean of all where nothing is shared with the anchor a.
///
/// @param position  [state]; states without a vote get the mean
void start_from_agreement(const RollCallData& data, std::size_t year, std::size_t anchor,
                          std::span<double> position);

}  // namespace entente::detail
