#pragma once

// Figures that know who published them and what they count, so that a change is never taken between
// two publishers by mistake: the gap between publishers is as large as a change of five years.

#include <string>

namespace entente {

/// Whose figures, and of what.
struct Series {
    /// Who publishes, such as "UNCTAD".
    std::string publisher;
    /// What is counted, such as "goods, exports plus imports".
    std::string content;

    friend bool operator==(const Series&, const Series&) = default;
};

/// One figure of a series.
struct Observation {
    Series series;
    int year = 0;
    double value = 0.0;
};

/// now - then.
///
/// @throws DataError if the two come from different publishers or count different things.
double difference(const Observation& then, const Observation& now);

/// ln(now / then).
///
/// @throws DataError as `difference`, and if a value is not above zero.
double log_change(const Observation& then, const Observation& now);

/// A difference with the noise that comes of comparing two publishers.
struct NoisyDifference {
    double value = 0.0;
    /// Standard deviation, in the unit of the value.
    double noise_sd = 0.0;
};

/// The one way to compare two publishers: with the noise of that comparison stated.
///
/// @param noise_sd  > 0; measured where both publish the same year.
/// @throws          OptionError if the noise is not above zero.
NoisyDifference difference_across_publishers(const Observation& then, const Observation& now,
                                             double noise_sd);

/// ln(now / then) between two publishers.
///
/// @param noise_sd  > 0, in logs.
/// @throws          OptionError as `difference_across_publishers`; DataError if a value is not
///                  above zero.
NoisyDifference log_change_across_publishers(const Observation& then, const Observation& now,
                                             double noise_sd);

}  // namespace entente
