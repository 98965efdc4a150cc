#pragma once

// Tipping points of two small models, with the user's parameters. study/risk/tipping.hpp computes
// it.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "entente/report/format.hpp"

namespace entente {

struct TippingCurvePoint {
    double pressure = 0.0;
    double way_out = 0.0;
    double way_back = 0.0;
};

struct TippingReport {
    double sharpness = 0.0;
    double coupling = 0.0;
    double pressure = 0.0;
    /// [eq:fold-alignment], [eq:fold-pressure]; nothing without two stable states.
    std::optional<double> fold_alignment{};
    std::optional<double> fold_pressure{};
    std::optional<double> jump_up{};
    std::optional<double> jump_down{};
    /// At `pressure`, from the lowest up.
    std::vector<double> steady_states{};
    std::vector<TippingCurvePoint> curve{};

    double company = 0.0;
    double penalty = 0.0;
    double noise = 0.0;
    double prior_mean = 0.0;
    double prior_sd = 0.0;
    double limit_threshold = 0.0;
    std::vector<double> signal_thresholds{};
};

std::string render(const TippingReport& report, const Rendering& how);

}  // namespace entente
