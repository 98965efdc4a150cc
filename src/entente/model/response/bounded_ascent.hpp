#pragma once

// The largest value of a smooth function between bounds.

#include <functional>
#include <vector>

namespace entente::detail {

struct Ascent {
    std::vector<double> point;
    double value = 0.0;
    bool is_converged = false;
};

/// Value at a point, with its slopes.
using Slope = std::function<double(const std::vector<double>& point, std::vector<double>& slope)>;

/// BFGS steps on the coordinates that are free, projected on [low, high], each shortened until the
/// value rises. Ends when no free slope is above `tolerance`.
Ascent climb(const Slope& function, std::vector<double> point, double low, double high,
             double tolerance);

}  // namespace entente::detail
