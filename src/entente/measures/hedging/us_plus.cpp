#include "entente/measures/hedging/us_plus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/numerics/normal.hpp"

namespace entente {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Probability that an error of mean 0 lies in [low, high); without noise it is 0 for certain.
double probability_between(double low, double high, double noise_sd) {
    if (!(low < high)) return 0.0;
    if (noise_sd > 0.0) return normal_cdf(high / noise_sd) - normal_cdf(low / noise_sd);
    return low <= 0.0 && 0.0 < high ? 1.0 : 0.0;
}

PlusClass class_of(bool is_kept, double reliance_change) {
    if (reliance_change < -plus_dead_band) {
        return is_kept ? PlusClass::us_plus : PlusClass::decoupling;
    }
    if (reliance_change >= plus_dead_band) {
        return is_kept ? PlusClass::deepening : PlusClass::contracting;
    }
    return PlusClass::indeterminate;
}

/// [eq:plus-class]  relies less: change < -.10, more: >= .10; kept: ln KEEP >= 0
/// [eq:noisy-plus-class]  an error e takes part in the change, and is in ln KEEP as well where
/// kept_from is -ln KEEP
///
/// @param kept_from  error from which the flow is kept.
PlusResult classify(double log_keep, const NoisyDifference& reliance, double kept_from) {
    PlusResult result;
    result.log_keep = log_keep;
    result.keep = std::min(1.0, std::exp(log_keep));
    result.reliance_change = reliance.value;

    const double less_to = -plus_dead_band - reliance.value;
    const double more_from = plus_dead_band - reliance.value;
    const auto set = [&](PlusClass klass, double low, double high) {
        result.probabilities[static_cast<std::size_t>(klass)] =
            probability_between(low, high, reliance.noise_sd);
    };
    set(PlusClass::us_plus, kept_from, less_to);
    set(PlusClass::decoupling, -infinity, std::min(kept_from, less_to));
    set(PlusClass::deepening, std::max(kept_from, more_from), infinity);
    set(PlusClass::contracting, more_from, kept_from);
    set(PlusClass::indeterminate, less_to, more_from);

    result.klass = class_of(log_keep >= 0.0, reliance.value);
    result.probability = result.probabilities[static_cast<std::size_t>(result.klass)];
    if (result.klass == PlusClass::us_plus) {
        result.score = 100.0 * std::sqrt(result.keep * -std::expm1(result.reliance_change));
    }
    return result;
}

double growth(const Observation& then, const Observation& now) {
    return std::expm1(log_change(then, now));
}

}  // namespace

PlusResult us_plus(const PlusInput& input) {
    const double log_keep = log_change(input.anchor_then, input.anchor_now) -
                            0.5 * log_change(input.world_then, input.world_now);
    return classify(log_keep, input.reliance_change, log_keep >= 0.0 ? -infinity : infinity);
}

PlusResult us_plus(const NoisyPlusInput& input) {
    if (!(input.noise_sd > 0.0)) {
        throw OptionError(fmt::format(
            "A window of two publishers needs the noise of that comparison; a standard deviation "
            "of {} is not above 0.",
            input.noise_sd));
    }
    return classify(input.log_keep, {input.reliance_change, input.noise_sd}, -input.log_keep);
}

GrowthAccount growth_account(const Observation& anchor_then, const Observation& anchor_now,
                             const Observation& total_then, const Observation& total_now,
                             const Observation& world_then, const Observation& world_now) {
    GrowthAccount account;
    account.anchor_growth = growth(anchor_then, anchor_now);
    account.total_growth = growth(total_then, total_now);
    account.world_growth = growth(world_then, world_now);
    account.anchor_share = anchor_then.value / total_then.value;
    account.from_anchor = (anchor_now.value - anchor_then.value) / total_then.value;
    account.from_rest = account.total_growth - account.from_anchor;
    account.rest_growth = account.from_rest / (1.0 - account.anchor_share);
    account.share_change = anchor_now.value / total_now.value - account.anchor_share;
    return account;
}

}  // namespace entente
