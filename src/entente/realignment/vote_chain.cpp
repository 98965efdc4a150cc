#include "entente/realignment/vote_chain.hpp"

#include <algorithm>
#include <cmath>

#include "entente/numerics/normal.hpp"
#include "entente/numerics/random_draws.hpp"
#include "entente/realignment/fast_normal.hpp"

namespace entente::detail {
namespace {

/// Of a random walk in so many dimensions (Roberts, Gelman and Gilks 1997).
double step_size(int num_dimensions) {
    constexpr double best = 2.38;
    return best / std::sqrt(static_cast<double>(num_dimensions));
}

/// Logarithm of prior and likelihood up to a constant.
double log_chance(const VoteItem& item, const UsableRollCall& roll_call,
                  std::span<const double> position) {
    constexpr double smallest_product = 1e-200;
    double product = 1.0;
    double sum = 0.0;
    for (const Vote& vote : roll_call.votes) {
        // Logarithms are slow: one for many votes.
        product *= option_chances(item, position[vote.state])
                       .chance[static_cast<std::size_t>(vote.option)];
        if (product < smallest_product) {
            sum += std::log(product);
            product = 1.0;
        }
    }
    double squares = item.slope * item.slope + item.low_cut * item.low_cut;
    if (roll_call.num_options == 3) squares += item.high_cut * item.high_cut;
    return sum + std::log(product) - 0.5 * squares / (item_sd * item_sd);
}

double lower(double x) {
    const double tail = normal_tail(std::abs(x)).tail;
    return x < 0.0 ? tail : 1.0 - tail;
}

}  // namespace

void step_item(ItemChain& chain, const UsableRollCall& roll_call, std::span<const double> position,
               RandomStream& stream) {
    const auto& [a, b, c, d, e, f] = chain.shape;
    const double size = step_size(roll_call.num_options);
    const double z0 = size * normal_draw(stream);
    const double z1 = size * normal_draw(stream);
    const double z2 = roll_call.num_options == 3 ? size * normal_draw(stream) : 0.0;
    const double high = z2 / f;
    const double low = (z1 - e * high) / c;
    const double slope = (z0 - b * low - d * high) / a;
    const VoteItem& now = chain.item;
    const VoteItem next{now.slope + slope, now.low_cut + low, now.high_cut + high};
    if (next.high_cut <= next.low_cut) return;
    const double gain =
        log_chance(next, roll_call, position) - log_chance(now, roll_call, position);
    if (std::log(stream.uniform()) >= gain) return;
    chain.item = next;
    ++chain.num_taken;
}

double noise_draw(const VoteItem& item, double position, int option, double share) {
    constexpr double farthest = 8.0;
    const double centre = item.slope * position;
    double from = option == 0 ? -farthest : item.low_cut - centre;
    double to = option == 2 ? farthest : item.high_cut - centre;
    if (option == 0) to = item.low_cut - centre;
    if (option == 2) from = item.high_cut - centre;
    from = std::clamp(from, -farthest, farthest);
    to = std::clamp(to, -farthest, farthest);
    // The side with the smaller tail: no figures are lost far from the middle.
    const double sign = from > 0.0 ? -1.0 : 1.0;
    const double begin = from > 0.0 ? lower(-to) : lower(from);
    const double end = from > 0.0 ? lower(-from) : lower(to);
    const double chance = begin + share * (end - begin);
    return std::clamp(sign * normal_quantile(std::clamp(chance, 1e-16, 1.0 - 1e-16)), from, to);
}

}  // namespace entente::detail
