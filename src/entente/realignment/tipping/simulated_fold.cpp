#include <cmath>

#include "entente/base/error.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/numerics/random_draws.hpp"
#include "entente/realignment/tipping/early_warning.hpp"

namespace entente {
namespace {

constexpr std::uint32_t purpose_fold = 0x464f;
constexpr std::uint32_t max_attempts = 1000;
constexpr std::size_t steps_per_value = 20;

/// Whether the series stayed in its camp to the end.
bool fill(const FoldSimulation& fold, double critical, RandomStream& stream,
          std::vector<double>& series) {
    const double step = fold.time_per_value / static_cast<double>(steps_per_value);
    const double first = fold.first_pressure_share * critical;
    const double last = fold.last_pressure_share * critical;
    double a = steady_states(fold.model, first).front();
    for (std::size_t t = 0; t < series.size(); ++t) {
        for (std::size_t k = 0; k < steps_per_value; ++k) {
            const double share = (static_cast<double>(t) +
                                  static_cast<double>(k) / static_cast<double>(steps_per_value)) /
                                 static_cast<double>(series.size());
            const double pressure = first + (last - first) * share;
            a += fold.model.rate(a, pressure) * step +
                 fold.noise * std::sqrt(step) * normal_draw(stream);
        }
        series[t] = a;
        // Above zero the pull is toward the other camp.
        if (a > 0.0) return false;
    }
    return true;
}

}  // namespace

std::vector<double> simulate_fold(const FoldSimulation& fold, std::size_t length,
                                  std::uint64_t seed, std::size_t number) {
    const auto critical = fold_of(fold.model);
    if (!critical) {
        throw OptionError("Sharpness times coupling must exceed 1: otherwise there is no fold.");
    }
    std::vector<double> series(length);
    for (std::uint32_t attempt = 0; attempt < max_attempts; ++attempt) {
        RandomStream stream({.seed = seed,
                             .draw = static_cast<std::uint32_t>(number),
                             .purpose = purpose_fold,
                             .entity = attempt});
        if (fill(fold, critical->pressure, stream, series)) return series;
    }
    throw OptionError("With this noise and pressure the simulated series tip before they end.");
}

}  // namespace entente
