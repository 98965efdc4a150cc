#pragma once

// Alignment when each state leans the way the others lean: two steady states, and jumps that come
// later on the way out than on the way back.

#include <cstddef>
#include <optional>
#include <vector>

namespace entente {

/// da/dt = -a + tanh(beta (J a + h)), alignment a from -1 (all with one side) to 1.
struct MeanField {
    /// beta > 0: how sharply states answer.
    double sharpness = 1.0;
    /// J >= 0: how much the others' alignment counts.
    double coupling = 2.0;

    /// [eq:mean-field-rate]  -a + tanh(beta (J a + h))
    double rate(double alignment, double pressure) const;
    /// [eq:mean-field-pressure]  h(a) = atanh(a) / beta - J a, the pressure that holds a in place.
    double pressure_at(double alignment) const;
};

/// Where a camp gives way.
struct Fold {
    /// [eq:fold-alignment]  a_s = sqrt(1 - 1 / (beta J))
    double alignment = 0.0;
    /// [eq:fold-pressure]  h_c = J a_s - atanh(a_s) / beta: two steady states while |h| < h_c.
    double pressure = 0.0;
};

/// Nothing if beta J <= 1: then there is one steady state at any pressure.
/// @throws OptionError if sharpness or coupling is not a number above zero.
std::optional<Fold> fold_of(const MeanField& model);

/// [eq:mean-field-rate] = 0, from the lowest alignment up: one or three of them, the middle one not
/// stable. Found by bisection between the extremes of the rate, to the last digit.
std::vector<double> steady_states(const MeanField& model, double pressure);

struct SweepPoint {
    double pressure = 0.0;
    double alignment = 0.0;
};

/// What a slow change of the pressure up and down again does.
struct Sweep {
    std::vector<SweepPoint> up;
    std::vector<SweepPoint> down;
    /// Pressure at which the followed state ceases to exist; nothing without hysteresis or if the
    /// range does not reach it. Found by bisection on whether it exists, not by the closed form.
    std::optional<double> jump_up;
    std::optional<double> jump_down;
};

/// From -largest to largest in `num_steps` equal steps, and back; always the nearest steady state.
/// @throws OptionError if largest is not above zero or there are fewer than 2 steps.
Sweep sweep_pressure(const MeanField& model, double largest, std::size_t num_steps);

}  // namespace entente
