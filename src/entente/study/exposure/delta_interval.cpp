#include "entente/study/exposure/delta_interval.hpp"

#include <cmath>

namespace entente::detail {
namespace {

/// 95% quantile of the standard normal.
constexpr double z95 = 1.6448536269514722;

}  // namespace

// [eq:delta-interval]  b[s] deviation of ln theta[s], g[s] = d loss / d ln theta[s], whose mean is
//                      -b[s]^2 / 2:
//     sd^2 = sum_s g[s]^2 b[s]^2      shift = - sum_s g[s] b[s]^2 / 2
//     loss > sd:  loss exp( (shift -+ z sd) / loss )      else  loss + shift -+ z sd
std::optional<LossInterval> delta_interval(double loss, std::span<const double> slopes,
                                           std::span<const double> deviation) {
    if (slopes.empty() || !std::isfinite(loss)) return std::nullopt;
    double variance = 0.0;
    double shift = 0.0;
    for (std::size_t s = 0; s < slopes.size(); ++s) {
        const double step = slopes[s] * deviation[s];
        variance += step * step;
        shift -= 0.5 * step * deviation[s];
    }
    const double sd = std::sqrt(variance);
    if (!std::isfinite(sd)) return std::nullopt;
    LossInterval interval{.low = loss + shift - z95 * sd,
                          .high = loss + shift + z95 * sd,
                          .method = IntervalMethod::delta};
    if (loss > sd) {
        interval.low = loss * std::exp((shift - z95 * sd) / loss);
        interval.high = loss * std::exp((shift + z95 * sd) / loss);
    }
    return interval;
}

}  // namespace entente::detail
