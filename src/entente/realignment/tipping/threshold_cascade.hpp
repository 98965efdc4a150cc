#pragma once

// A cascade of realignment: each state follows once enough of those it looks to have gone.

#include <cstddef>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

struct CascadeState {
    /// What it gains from going, whatever others do.
    double private_payoff = 0.0;
    /// It goes when its payoff and the weight of those gone exceed this.
    double threshold = 1.0;
};

struct Cascade {
    /// [state] round in which it went, 0 = pushed at the start; without meaning if it has not gone.
    std::vector<std::size_t> round;
    /// [state]
    std::vector<bool> has_gone;
    std::size_t num_gone = 0;
    std::size_t num_rounds = 0;
};

/// [eq:cascade]  n goes if  private_payoff_n + sum over gone j of w_nj  >  threshold_n
///
/// Nobody returns, so the end does not depend on the order in which states are asked.
/// @param weights  [state, other] >= 0: how much a state looks to another; the diagonal is not
///                 read.
/// @param pushed   [state] gone at the start.
/// @throws         ShapeError if axes disagree; OptionError for a weight below zero.
/// Source          Granovetter (1978), with weights in place of a common count.
Cascade run_cascade(const std::vector<CascadeState>& states, const Array2<double>& weights,
                    const std::vector<bool>& pushed);

/// [state] how many go in the end if that state alone is pushed.
std::vector<std::size_t> cascade_sizes(const std::vector<CascadeState>& states,
                                       const Array2<double>& weights);

}  // namespace entente
