#include "entente/realignment/tipping/global_game.hpp"

#include <algorithm>
#include <cmath>

#include "entente/base/error.hpp"
#include "entente/numerics/normal.hpp"

namespace entente {
namespace {

bool is_above_zero(double x) {
    return std::isfinite(x) && x > 0.0;
}

/// What realigning is worth to a state that sees exactly the threshold.
class Indifference {
  public:
    Indifference(const GlobalGame& game, const Sight& sight) : game_(game), sight_(sight) {
        const double seen = sight.noise * sight.noise;
        const double prior = sight.prior_sd * sight.prior_sd;
        // Weight of the prior in what is believed; small noise leaves none.
        prior_weight_ = seen / (seen + prior);
        spread_ = std::sqrt(seen + prior_weight_ * prior);
    }

    double belief(double k) const { return k + prior_weight_ * (sight_.prior_mean - k); }

    double operator()(double k) const {
        // k - belief(k), written so that nothing cancels when the noise is small.
        const double gap = prior_weight_ * (k - sight_.prior_mean);
        return game_.company * normal_cdf(gap / spread_) - game_.penalty * belief(k);
    }

    /// The signal at which a given hold is believed.
    double signal_for(double belief) const {
        return (belief - prior_weight_ * sight_.prior_mean) / (1.0 - prior_weight_);
    }

  private:
    GlobalGame game_;
    Sight sight_;
    double prior_weight_ = 0.0;
    double spread_ = 1.0;
};

}  // namespace

double limit_threshold(const GlobalGame& game) {
    if (!is_above_zero(game.company) || !is_above_zero(game.penalty)) {
        throw OptionError("Worth of company and penalty must both be above zero.");
    }
    return game.company / (2.0 * game.penalty);
}

std::vector<double> signal_thresholds(const GlobalGame& game, const Sight& sight) {
    limit_threshold(game);
    if (!is_above_zero(sight.prior_sd) || !is_above_zero(sight.noise) ||
        !std::isfinite(sight.prior_mean)) {
        throw OptionError("Noise and the prior's spread must be above zero, its mean a number.");
    }
    const Indifference worth(game, sight);
    // The share lies between 0 and 1, so the believed hold lies between 0 and b / c.
    const double low = worth.signal_for(0.0);
    const double high = worth.signal_for(game.company / game.penalty);
    constexpr std::size_t num_intervals = 4096;
    std::vector<double> thresholds;
    const auto grid = [&](std::size_t i) {
        return low + (high - low) * static_cast<double>(i) / static_cast<double>(num_intervals);
    };
    for (std::size_t i = 0; i < num_intervals; ++i) {
        double left = grid(i);
        double right = grid(i + 1);
        const bool is_left_positive = worth(left) > 0.0;
        if (is_left_positive == (worth(right) > 0.0)) continue;
        for (;;) {
            const double middle = 0.5 * (left + right);
            if (middle <= std::min(left, right) || middle >= std::max(left, right)) break;
            ((worth(middle) > 0.0) == is_left_positive ? left : right) = middle;
        }
        thresholds.push_back(0.5 * (left + right));
    }
    return thresholds;
}

double share_realigned(double threshold, double hold, double noise) {
    return normal_cdf((threshold - hold) / noise);
}

}  // namespace entente
