#include "entente/numerics/poisson_interval.hpp"

#include <cmath>
#include <limits>

#include "entente/base/error.hpp"

namespace entente {
namespace {

/// P(X <= n) of a Poisson count; terms by their logarithm, since large means underflow.
double at_most(std::size_t n, double mean) {
    if (mean <= 0.0) return 1.0;
    double sum = 0.0;
    for (std::size_t k = 0; k <= n; ++k) {
        const auto count = static_cast<double>(k);
        sum += std::exp(count * std::log(mean) - mean - std::lgamma(count + 1.0));
    }
    return sum;
}

/// The mean at which P(X <= n) falls to `probability`.
double mean_with(std::size_t n, double probability) {
    double low = 0.0;
    double high = 10.0 + 4.0 * static_cast<double>(n);
    while (at_most(n, high) > probability) high *= 2.0;
    constexpr int halvings = 100;
    for (int k = 0; k < halvings; ++k) {
        const double middle = 0.5 * (low + high);
        (at_most(n, middle) > probability ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

}  // namespace

PoissonInterval poisson_interval(std::size_t events, double exposure, double coverage) {
    if (!(coverage > 0.0 && coverage < 1.0)) {
        throw OptionError("The coverage of an interval must lie between 0 and 1.");
    }
    if (!(exposure >= 0.0)) throw OptionError("The exposure of a rate must not be below 0.");
    if (exposure == 0.0) {
        const double unknown = std::numeric_limits<double>::quiet_NaN();
        return {.rate = unknown, .low = unknown, .high = unknown};
    }
    const double tail = 0.5 * (1.0 - coverage);
    return {.rate = static_cast<double>(events) / exposure,
            .low = events == 0 ? 0.0 : mean_with(events - 1, 1.0 - tail) / exposure,
            .high = mean_with(events, tail) / exposure};
}

}  // namespace entente
