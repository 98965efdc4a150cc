#include "entente/numerics/forecast_scores.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/numerics/logistic_regression.hpp"

namespace entente {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

void check_lengths(std::span<const double> probability, std::span<const std::uint8_t> outcome) {
    if (probability.size() != outcome.size()) {
        throw ShapeError("Scores need one outcome for each probability.");
    }
}

/// Cases from the lowest probability to the highest; equal ones in their order.
std::vector<std::size_t> upward(std::span<const double> probability) {
    std::vector<std::size_t> order(probability.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return probability[a] < probability[b]; });
    return order;
}

double num_events(std::span<const std::uint8_t> outcome) {
    return static_cast<double>(std::count(outcome.begin(), outcome.end(), 1));
}

}  // namespace

double area_under_roc(std::span<const double> probability, std::span<const std::uint8_t> outcome) {
    check_lengths(probability, outcome);
    const double with = num_events(outcome);
    const double without = static_cast<double>(outcome.size()) - with;
    if (with == 0.0 || without == 0.0) return not_a_number;
    const std::vector<std::size_t> order = upward(probability);
    double wins = 0.0;
    double below = 0.0;
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        double tied_with = 0.0;
        double tied_without = 0.0;
        for (; last < order.size() && probability[order[last]] == probability[order[first]];
             ++last) {
            (outcome[order[last]] != 0 ? tied_with : tied_without) += 1.0;
        }
        wins += tied_with * (below + 0.5 * tied_without);
        below += tied_without;
        first = last;
    }
    return wins / (with * without);
}

double average_precision(std::span<const double> probability,
                         std::span<const std::uint8_t> outcome) {
    check_lengths(probability, outcome);
    const double with = num_events(outcome);
    if (with == 0.0) return not_a_number;
    std::vector<std::size_t> order = upward(probability);
    std::reverse(order.begin(), order.end());
    double sum = 0.0;
    double found = 0.0;
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        double tied = 0.0;
        for (; last < order.size() && probability[order[last]] == probability[order[first]];
             ++last) {
            tied += outcome[order[last]] != 0 ? 1.0 : 0.0;
        }
        found += tied;
        sum += tied * found / static_cast<double>(last);
        first = last;
    }
    return sum / with;
}

double brier_score(std::span<const double> probability, std::span<const std::uint8_t> outcome) {
    check_lengths(probability, outcome);
    if (probability.empty()) return not_a_number;
    double sum = 0.0;
    for (std::size_t k = 0; k < probability.size(); ++k) {
        const double gap = probability[k] - static_cast<double>(outcome[k]);
        sum += gap * gap;
    }
    return sum / static_cast<double>(probability.size());
}

BrierParts brier_parts(std::span<const double> probability, std::span<const std::uint8_t> outcome,
                       std::size_t num_groups) {
    check_lengths(probability, outcome);
    const std::vector<std::size_t> order = upward(probability);
    const double count = static_cast<double>(order.size());
    const double rate = num_events(outcome) / count;
    BrierParts parts;
    parts.uncertainty = rate * (1.0 - rate);
    for (std::size_t g = 0; g < num_groups; ++g) {
        const std::size_t first = g * order.size() / num_groups;
        const std::size_t last = (g + 1) * order.size() / num_groups;
        if (first == last) continue;
        const double size = static_cast<double>(last - first);
        double mean = 0.0;
        double frequency = 0.0;
        for (std::size_t k = first; k < last; ++k) {
            mean += probability[order[k]] / size;
            frequency += static_cast<double>(outcome[order[k]]) / size;
        }
        parts.reliability += size / count * (mean - frequency) * (mean - frequency);
        parts.resolution += size / count * (frequency - rate) * (frequency - rate);
    }
    parts.within = brier_score(probability, outcome) -
                   (parts.reliability - parts.resolution + parts.uncertainty);
    return parts;
}

double log_score(std::span<const double> probability, std::span<const std::uint8_t> outcome) {
    check_lengths(probability, outcome);
    if (probability.empty()) return not_a_number;
    constexpr double floor = 1e-12;
    double sum = 0.0;
    for (std::size_t k = 0; k < probability.size(); ++k) {
        const double p = std::clamp(probability[k], floor, 1.0 - floor);
        sum -= outcome[k] != 0 ? std::log(p) : std::log1p(-p);
    }
    return sum / static_cast<double>(probability.size());
}

Calibration calibration(std::span<const double> probability,
                        std::span<const std::uint8_t> outcome) {
    check_lengths(probability, outcome);
    const double with = num_events(outcome);
    const auto [low, high] = std::minmax_element(probability.begin(), probability.end());
    if (with == 0.0 || with == static_cast<double>(outcome.size()) || *low == *high) {
        return {not_a_number, not_a_number};
    }
    constexpr double floor = 1e-12;
    Array2<double> predictor(probability.size(), 1);
    for (std::size_t k = 0; k < probability.size(); ++k) {
        predictor(k, 0) = logit(std::clamp(probability[k], floor, 1.0 - floor));
    }
    // The prior is as good as flat: it only keeps perfectly separated cases finite.
    const LogitFit fit = fit_logit(predictor, outcome, {.prior_sd = 100.0});
    return {fit.coefficients[0], fit.intercept};
}

}  // namespace entente
