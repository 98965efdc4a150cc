#include "entente/realignment/tipping/mean_field.hpp"

#include <fmt/format.h>

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

void require_valid(const MeanField& model) {
    const auto is_good = [](double x) { return std::isfinite(x) && x > 0.0; };
    if (is_good(model.sharpness) && is_good(model.coupling)) return;
    throw OptionError(fmt::format("Sharpness is {} and coupling {}; both must be above zero.",
                                  model.sharpness, model.coupling));
}

/// Where `value` changes sign between two ends, to the last digit.
template <class Function>
double sign_change(double low, double high, const Function& value) {
    const bool is_low_positive = value(low) > 0.0;
    for (;;) {
        const double middle = 0.5 * (low + high);
        if (middle <= low || middle >= high) return middle;
        ((value(middle) > 0.0) == is_low_positive ? low : high) = middle;
    }
}

/// Alignments at which the rate turns, lower first: its slope beta J (1 - tanh^2) - 1 is zero.
std::optional<std::pair<double, double>> turning_points(const MeanField& model, double pressure) {
    const double product = model.sharpness * model.coupling;
    if (product <= 1.0) return {};
    const double middle = -pressure / model.coupling;
    const auto slope = [&](double a) {
        const double t = std::tanh(model.sharpness * (model.coupling * a + pressure));
        return product * (1.0 - t * t) - 1.0;
    };
    // Beyond this the slope is negative whatever the parameters.
    const double reach = 1.0 + std::acosh(std::sqrt(product)) / product;
    return std::pair{sign_change(middle - reach, middle, slope),
                     sign_change(middle, middle + reach, slope)};
}

/// The steady state at which a sweep from below is, while it exists.
bool has_lower_state(const MeanField& model, double pressure) {
    const auto turns = turning_points(model, pressure);
    return turns && turns->first > -1.0 && model.rate(turns->first, pressure) < 0.0;
}

double jump_from_below(const MeanField& model, double low, double high) {
    return sign_change(low, high, [&](double h) { return has_lower_state(model, h) ? 1.0 : -1.0; });
}

}  // namespace

double MeanField::rate(double alignment, double pressure) const {
    return -alignment + std::tanh(sharpness * (coupling * alignment + pressure));
}

double MeanField::pressure_at(double alignment) const {
    return std::atanh(alignment) / sharpness - coupling * alignment;
}

std::optional<Fold> fold_of(const MeanField& model) {
    require_valid(model);
    const double product = model.sharpness * model.coupling;
    if (product <= 1.0) return {};
    const double alignment = std::sqrt(1.0 - 1.0 / product);
    return Fold{alignment, -model.pressure_at(alignment)};
}

std::vector<double> steady_states(const MeanField& model, double pressure) {
    require_valid(model);
    const auto rate = [&](double a) { return model.rate(a, pressure); };
    const auto turns = turning_points(model, pressure);
    std::vector<double> ends{-1.0};
    if (turns) {
        for (const double turn : {turns->first, turns->second}) {
            if (turn > -1.0 && turn < 1.0) ends.push_back(turn);
        }
    }
    ends.push_back(1.0);
    std::vector<double> states;
    for (std::size_t k = 0; k + 1 < ends.size(); ++k) {
        if ((rate(ends[k]) > 0.0) == (rate(ends[k + 1]) > 0.0)) continue;
        states.push_back(sign_change(ends[k], ends[k + 1], rate));
    }
    // So strong a push that tanh rounds to one.
    if (states.empty()) states.push_back(pressure > 0.0 ? 1.0 : -1.0);
    return states;
}

Sweep sweep_pressure(const MeanField& model, double largest, std::size_t num_steps) {
    require_valid(model);
    if (!(largest > 0.0) || !std::isfinite(largest) || num_steps < 2) {
        throw OptionError("A sweep needs a largest pressure above zero and at least 2 steps.");
    }
    Sweep sweep;
    for (std::size_t k = 0; k <= num_steps; ++k) {
        const double share = static_cast<double>(k) / static_cast<double>(num_steps);
        const double pressure = largest * (2.0 * share - 1.0);
        sweep.up.push_back({pressure, steady_states(model, pressure).front()});
        sweep.down.push_back({-pressure, steady_states(model, -pressure).back()});
    }
    if (has_lower_state(model, 0.0) && !has_lower_state(model, largest)) {
        sweep.jump_up = jump_from_below(model, 0.0, largest);
        // The upper state at h is the lower one at -h with the sign changed.
        sweep.jump_down = -*sweep.jump_up;
    }
    return sweep;
}

}  // namespace entente
