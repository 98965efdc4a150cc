#include "entente/measures/hedging/us_plus.hpp"

#include <algorithm>
#include <cmath>

#include "entente/numerics/normal.hpp"

namespace entente {
namespace {

/// Probability that the change of reliance is below a bound.
double probability_below(const NoisyDifference& change, double bound) {
    if (change.noise_sd > 0.0) return normal_cdf((bound - change.value) / change.noise_sd);
    return change.value < bound ? 1.0 : 0.0;
}

double growth(const Observation& then, const Observation& now) {
    return std::expm1(log_change(then, now));
}

}  // namespace

PlusResult us_plus(const PlusInput& input) {
    PlusResult result;
    // [eq:plus-class]  relies less: change <= -.10, more: >= .10; kept: ln KEEP >= 0
    result.log_keep = log_change(input.anchor_then, input.anchor_now) -
                      0.5 * log_change(input.world_then, input.world_now);
    result.keep = std::min(1.0, std::exp(result.log_keep));
    result.reliance_change = input.reliance_change.value;

    const bool is_kept = result.log_keep >= 0.0;
    const double less = probability_below(input.reliance_change, -plus_dead_band);
    const double not_more = probability_below(input.reliance_change, plus_dead_band);
    const auto set = [&](PlusClass klass, double p) {
        result.probabilities[static_cast<std::size_t>(klass)] = p;
    };
    set(is_kept ? PlusClass::us_plus : PlusClass::decoupling, less);
    set(is_kept ? PlusClass::deepening : PlusClass::contracting, 1.0 - not_more);
    set(PlusClass::indeterminate, not_more - less);

    if (result.reliance_change < -plus_dead_band) {
        result.klass = is_kept ? PlusClass::us_plus : PlusClass::decoupling;
    } else if (result.reliance_change >= plus_dead_band) {
        result.klass = is_kept ? PlusClass::deepening : PlusClass::contracting;
    }
    result.probability = result.probabilities[static_cast<std::size_t>(result.klass)];
    if (result.klass == PlusClass::us_plus) {
        result.score = 100.0 * std::sqrt(result.keep * -std::expm1(result.reliance_change));
    }
    return result;
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
