#pragma once

// How good probabilities were, once it is known what happened.

#include <cstddef>
#include <cstdint>
#include <span>

namespace entente {

/// Chance that a case with the event was given a higher probability than one without; ties count
/// half. NaN if there are no cases of one kind.
double area_under_roc(std::span<const double> probability, std::span<const std::uint8_t> outcome);

/// Mean over the cases with the event of the share of events among all cases rated as high or
/// higher (average precision); compare with the share of events. NaN without an event.
double average_precision(std::span<const double> probability,
                         std::span<const std::uint8_t> outcome);

/// [eq:brier]  mean of (p - y)^2, 0 to 1, 0 is perfect. NaN without a case.
double brier_score(std::span<const double> probability, std::span<const std::uint8_t> outcome);

/// The Brier score in parts, over groups of cases with similar probabilities.
///
/// [eq:murphy]  Brier = reliability - resolution + uncertainty + within
struct BrierParts {
    /// Mean squared gap between probability and frequency of a group; 0 is perfect.
    double reliability = 0.0;
    /// Mean squared gap between the frequency of a group and of all cases.
    double resolution = 0.0;
    /// Of the outcome itself.
    double uncertainty = 0.0;
    /// What is left because probabilities differ inside a group.
    double within = 0.0;
};

/// @param num_groups  Groups of equal size by rank of probability.
/// Source             Murphy (1973).
BrierParts brier_parts(std::span<const double> probability, std::span<const std::uint8_t> outcome,
                       std::size_t num_groups = 10);

/// Mean of -ln of the probability given to what happened; probabilities are taken no nearer to 0
/// and 1 than 1e-12.
double log_score(std::span<const double> probability, std::span<const std::uint8_t> outcome);

/// [eq:calibration]  logit P(y = 1) = intercept + slope logit(p)
/// Slope 1 and intercept 0 are perfect; a slope below 1 says that forecasts differ by too much.
struct Calibration {
    double slope = 0.0;
    double intercept = 0.0;
};

/// NaN without both kinds of cases, or if all probabilities are equal.
Calibration calibration(std::span<const double> probability, std::span<const std::uint8_t> outcome);

/// 1 - score / reference: share of the reference's Brier score that is saved.
inline double skill(double score, double reference) {
    return 1.0 - score / reference;
}

}  // namespace entente
