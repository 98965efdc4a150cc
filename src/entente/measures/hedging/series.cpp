#include "entente/measures/hedging/series.hpp"

#include <fmt/format.h>

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

void require_same_series(const Observation& then, const Observation& now) {
    if (then.series == now.series) return;
    throw DataError({Problem{
        .kind = ProblemKind::different_series,
        .where = fmt::format("{} to {}", then.year, now.year),
        .value = fmt::format("{} ({}) and {} ({})", then.series.publisher, then.series.content,
                             now.series.publisher, now.series.content),
        .expected = "one publisher and one concept at both ends"}});
}

void require_positive(const Observation& figure) {
    if (figure.value > 0.0) return;
    throw DataError({Problem{.kind = ProblemKind::not_positive,
                             .where = fmt::format("{} {}", figure.series.publisher, figure.year),
                             .value = fmt::format("{}", figure.value),
                             .expected = "a value above 0, to take its logarithm"}});
}

void require_noise(double noise_sd) {
    if (noise_sd > 0.0) return;
    throw OptionError(
        fmt::format("Figures of two publishers are compared with their noise only; a standard "
                    "deviation of {} is not above 0.",
                    noise_sd));
}

}  // namespace

double difference(const Observation& then, const Observation& now) {
    require_same_series(then, now);
    return now.value - then.value;
}

double log_change(const Observation& then, const Observation& now) {
    require_same_series(then, now);
    require_positive(then);
    require_positive(now);
    return std::log(now.value / then.value);
}

NoisyDifference difference_across_publishers(const Observation& then, const Observation& now,
                                             double noise_sd) {
    require_noise(noise_sd);
    return {now.value - then.value, noise_sd};
}

NoisyDifference log_change_across_publishers(const Observation& then, const Observation& now,
                                             double noise_sd) {
    require_noise(noise_sd);
    require_positive(then);
    require_positive(now);
    return {std::log(now.value / then.value), noise_sd};
}

}  // namespace entente
