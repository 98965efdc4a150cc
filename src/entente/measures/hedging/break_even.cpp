#include "entente/measures/hedging/break_even.hpp"

#include <cmath>
#include <vector>

#include "entente/base/error.hpp"

namespace entente {
namespace {

/// A score as a function of one weight w: (w own + (1 - w) rest) / (w has_own + (1 - w) present).
struct Mixture {
    double own = 0.0;
    double has_own = 0.0;
    double rest = 0.0;
    double present = 0.0;
};

Mixture mixture(const HedgingScore& score, const HedgingParameters& parameters, std::size_t k) {
    Mixture mix;
    if (score.channels[k].is_present) {
        mix.own = score.channels[k].score;
        mix.has_own = 1.0;
    }
    const double others = 1.0 - parameters.weights[k];
    for (std::size_t j = 0; j < num_channels; ++j) {
        if (j == k || !score.channels[j].is_present || others <= 0.0) continue;
        mix.rest += parameters.weights[j] / others * score.channels[j].score;
        mix.present += parameters.weights[j] / others;
    }
    return mix;
}

/// The root of a + b w + c w^2 in 0..1 that is nearest to `now`.
std::optional<double> nearest_root(double a, double b, double c, double now) {
    // Sums of a few numbers below one: what is left below this is rounding.
    constexpr double nothing = 1e-14;
    std::vector<double> roots;
    if (std::abs(c) < nothing) {
        if (std::abs(b) > nothing) roots.push_back(-a / b);
    } else if (const double inside = b * b - 4.0 * a * c; inside >= 0.0) {
        const double q = -0.5 * (b + std::copysign(std::sqrt(inside), b));
        roots.push_back(q / c);
        if (q != 0.0) roots.push_back(a / q);
    }
    std::optional<double> best;
    for (const double root : roots) {
        if (root < 0.0 || root > 1.0) continue;
        if (!best || std::abs(root - now) < std::abs(*best - now)) best = root;
    }
    return best;
}

/// own = x + (1 - x), both sides as linear functions of w, multiplied out.
std::optional<double> meeting_weight(const Mixture& a, const Mixture& b, double now) {
    const double a_slope = a.own - a.rest;
    const double b_slope = b.own - b.rest;
    const double a_base_slope = a.has_own - a.present;
    const double b_base_slope = b.has_own - b.present;
    return nearest_root(
        a.rest * b.present - b.rest * a.present,
        a.rest * b_base_slope + a_slope * b.present - b.rest * a_base_slope - b_slope * a.present,
        a_slope * b_base_slope - b_slope * a_base_slope, now);
}

/// Gap of the indices as if lambda and sigma were these.
double gap_at(const HedgingScore& a, const HedgingScore& b, double lambda, double sigma) {
    const auto index = [&](const HedgingScore& score) {
        double sum = 0.0;
        for (const ChannelScore& channel : score.channels) {
            const double active = (1.0 - sigma) * channel.movement + sigma * channel.signals;
            sum += channel.weight * ((1.0 - lambda) * channel.level + lambda * active);
        }
        return sum;
    };
    return index(a) - index(b);
}

}  // namespace

std::array<BreakEven, num_break_even_choices> break_even(const HedgingScore& a,
                                                         const HedgingScore& b,
                                                         const HedgingParameters& parameters) {
    if (a.is_empty() || b.is_empty()) throw ShapeError("Break-even needs two scores.");
    std::array<BreakEven, num_break_even_choices> choices;
    for (std::size_t k = 0; k < num_channels; ++k) {
        const double now = parameters.weights[k];
        choices[k] = {now,
                      meeting_weight(mixture(a, parameters, k), mixture(b, parameters, k), now)};
    }
    const double lambda = parameters.activity_share;
    const double sigma = parameters.signal_share;
    const auto meeting_share = [](double at_zero, double at_one, double now) {
        return nearest_root(at_zero, at_one - at_zero, 0.0, now);
    };
    choices[num_channels] = {
        lambda, meeting_share(gap_at(a, b, 0.0, sigma), gap_at(a, b, 1.0, sigma), lambda)};
    choices[num_channels + 1] = {
        sigma, meeting_share(gap_at(a, b, lambda, 0.0), gap_at(a, b, lambda, 1.0), sigma)};
    return choices;
}

}  // namespace entente
