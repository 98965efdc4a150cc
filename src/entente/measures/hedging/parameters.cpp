#include "entente/measures/hedging/parameters.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <string_view>

#include "entente/base/error.hpp"

namespace entente {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void require_between(std::string_view name, double value, double low, double high) {
    if (value >= low && value <= high) return;
    throw OptionError(
        fmt::format("The {} must lie between {} and {}, not {}.", name, low, high, value));
}

void require_bounds(std::string_view name, const Bounds& bounds, double low, double high) {
    require_between(name, bounds.low, low, high);
    require_between(name, bounds.high, bounds.low, high);
}

void require_positive(std::string_view name, double value) {
    if (value > 0.0) return;
    throw OptionError(fmt::format("The {} must be above 0, not {}.", name, value));
}

}  // namespace

void check(const HedgingParameters& parameters) {
    // Weights written with a few decimals, such as .333 three times, are mistakes; rounding of
    // doubles is not.
    constexpr double rounding = 1e-9;
    double sum = 0.0;
    for (const double weight : parameters.weights) {
        require_between("weight of a channel", weight, 0.0, 1.0);
        sum += weight;
    }
    if (std::abs(sum - 1.0) > rounding) {
        throw OptionError(fmt::format(
            "The weights of the channels add up to {}, not to 1; divide each by their sum.", sum));
    }
    require_between("share of activity", parameters.activity_share, 0.0, 1.0);
    require_between("share of signals", parameters.signal_share, 0.0, 1.0);
    require_between("share of the residual", parameters.residual_share, 0.0, 1.0);
    require_positive("half-life of signals", parameters.signals.half_life_years);
    require_positive("window of signals", parameters.signals.window_years);
    require_between("shrinkage of signals", parameters.signals.shrinkage, 0.0, infinity);
    require_between("weight of a bloc's acts", parameters.signals.bloc_weight, 0.0, 1.0);
    require_positive("width of signal scores", parameters.signals.width);
}

void check(const HedgingDrawOptions& options) {
    check(options.center);
    if (options.num_draws == 0 || options.num_draws > std::numeric_limits<std::uint32_t>::max()) {
        throw OptionError(fmt::format(
            "The number of draws must lie between 1 and 4294967295, not {}.", options.num_draws));
    }
    require_positive("concentration of the weights", options.weight_concentration);
    require_bounds("share of activity", options.activity_share, 0.0, 1.0);
    require_bounds("share of signals", options.signal_share, 0.0, 1.0);
    require_bounds("share of the residual", options.residual_share, 0.0, 1.0);
    require_positive("half-life of signals", options.half_life_years.low);
    require_bounds("half-life of signals", options.half_life_years, 0.0, infinity);
    require_bounds("shrinkage of signals", options.shrinkage, 0.0, infinity);
    require_bounds("weight of a bloc's acts", options.bloc_weight, 0.0, 1.0);
    require_between("probability of keeping an event", options.keep_probability, 0.0, 1.0);
    for (const double sd :
         {options.noise.trade, options.noise.technology, options.noise.trade_change,
          options.noise.kappa, options.noise.kappa_change, options.noise.finance}) {
        require_between("standard deviation of data noise", sd, 0.0, infinity);
    }
}

}  // namespace entente
