#include "entente/realignment/vote_item.hpp"

#include <algorithm>
#include <cmath>

#include "entente/numerics/normal.hpp"
#include "entente/realignment/fast_normal.hpp"

namespace entente::detail {
namespace {

constexpr double longest_step = 1.0;
constexpr double closest_cuts = 0.02;

void add_prior(const VoteItem& item, int num_options, ItemInformation& sum) {
    constexpr double prior = 1.0 / (item_sd * item_sd);
    sum.upper[0] += prior;
    sum.upper[3] += prior;
    sum.score[0] -= prior * item.slope;
    sum.score[1] -= prior * item.low_cut;
    if (num_options == 3) {
        sum.upper[5] += prior;
        sum.score[2] -= prior * item.high_cut;
    } else {
        // A bound that is not there does not move.
        sum.upper[2] = sum.upper[4] = sum.score[2] = 0.0;
        sum.upper[5] = 1.0;
    }
}

}  // namespace

double OptionChances::score(int option) const {
    if (option == 0) return -density[0] / chance[0];
    if (option == 1) return (density[0] - density[1]) / chance[1];
    return density[1] / chance[2];
}

double OptionChances::information() const {
    const double middle = density[0] - density[1];
    return density[0] * density[0] / chance[0] + middle * middle / chance[1] +
           density[1] * density[1] / chance[2];
}

OptionChances chances_between(double low, double high) {
    constexpr double least = 1e-18;
    const NormalTail a = normal_tail(std::abs(low));
    const NormalTail b = normal_tail(std::abs(high));
    const double below = low < 0.0 ? a.tail : 1.0 - a.tail;
    const double above = high > 0.0 ? b.tail : 1.0 - b.tail;
    // The difference of the smaller tails: no figures are lost far from the middle.
    double between = 1.0 - below - above;
    if (low > 0.0) between = a.tail - b.tail;
    if (high < 0.0) between = b.tail - a.tail;
    return {.chance = {std::max(below, least), std::max(between, least), std::max(above, least)},
            .density = {a.density, b.density}};
}

OptionChances option_chances(const VoteItem& item, double position) {
    return chances_between(item.low_cut - item.slope * position,
                           item.high_cut - item.slope * position);
}

VoteItem flat_item(const UsableRollCall& roll_call) {
    return {.slope = 0.0,
            .low_cut = normal_quantile(roll_call.share_below[0]),
            .high_cut =
                roll_call.num_options == 3 ? normal_quantile(roll_call.share_below[1]) : no_cut};
}

namespace {

// [eq:vote-marginal]  P(option <= k) = Phi( (cut_k - slope m) / d ),  d = sqrt(1 + slope^2 P)
void add_votes(const VoteItem& item, const ItemVotes& votes, ItemInformation& sum) {
    for (const Vote& vote : votes.roll_call->votes) {
        const double m = votes.position[vote.state];
        const double spread = item.slope * votes.variance[vote.state];
        const double scale = 1.0 / std::sqrt(1.0 + item.slope * spread);
        const double a = (item.low_cut - item.slope * m) * scale;
        const double b = (item.high_cut - item.slope * m) * scale;
        const OptionChances at = chances_between(a, b);
        // Changes of the chance below each cut: with its own cut, and with the slope.
        const double p = at.density[0] * scale;
        const double q = at.density[1] * scale;
        const double p_slope = -p * (m + a * spread * scale);
        const double q_slope = -q * (m + b * spread * scale);
        const double yes = 1.0 / at.chance[0];
        const double middle = 1.0 / at.chance[1];
        const double no = 1.0 / at.chance[2];
        const double between = q_slope - p_slope;
        sum.upper[0] +=
            p_slope * p_slope * yes + between * between * middle + q_slope * q_slope * no;
        sum.upper[1] += p_slope * p * yes - between * p * middle;
        sum.upper[2] += between * q * middle + q_slope * q * no;
        sum.upper[3] += p * p * (yes + middle);
        sum.upper[4] -= p * q * middle;
        sum.upper[5] += q * q * (middle + no);
        if (vote.option == 0) {
            sum.score[0] += p_slope * yes;
            sum.score[1] += p * yes;
        } else if (vote.option == 1) {
            sum.score[0] += between * middle;
            sum.score[1] -= p * middle;
            sum.score[2] += q * middle;
        } else {
            sum.score[0] -= q_slope * no;
            sum.score[2] -= q * no;
        }
    }
}

}  // namespace

ItemInformation item_information(const VoteItem& item, std::span<const ItemVotes> roll_calls) {
    ItemInformation sum;
    for (const ItemVotes& votes : roll_calls) add_votes(item, votes, sum);
    add_prior(item, roll_calls.front().roll_call->num_options, sum);
    return sum;
}

ItemInformation item_information(const VoteItem& item, const UsableRollCall& roll_call,
                                 std::span<const double> position,
                                 std::span<const double> variance) {
    const ItemVotes votes{&roll_call, position, variance};
    return item_information(item, {&votes, 1});
}

std::array<double, 6> cholesky(const std::array<double, 6>& upper) {
    const double a = std::sqrt(upper[0]);
    const double b = upper[1] / a;
    const double c = std::sqrt(upper[3] - b * b);
    const double d = upper[2] / a;
    const double e = (upper[4] - b * d) / c;
    return {a, b, c, d, e, std::sqrt(upper[5] - d * d - e * e)};
}

void update_item(VoteItem& item, const UsableRollCall& roll_call, std::span<const double> position,
                 std::span<const double> variance) {
    const ItemVotes votes{&roll_call, position, variance};
    update_item(item, {&votes, 1});
}

void update_item(VoteItem& item, std::span<const ItemVotes> roll_calls) {
    const ItemInformation sum = item_information(item, roll_calls);
    const auto [a, b, c, d, e, f] = cholesky(sum.upper);
    const double y0 = sum.score[0] / a;
    const double y1 = (sum.score[1] - b * y0) / c;
    const double y2 = (sum.score[2] - d * y0 - e * y1) / f;
    const double high = y2 / f;
    const double low = (y1 - e * high) / c;
    const double slope = (y0 - b * low - d * high) / a;
    double part = std::min(1.0, longest_step / std::max({std::abs(high), std::abs(low),
                                                         std::abs(slope), longest_step}));
    while (item.high_cut + part * high - item.low_cut - part * low < closest_cuts && part > 1e-6) {
        part *= 0.5;
    }
    item.slope += part * slope;
    item.low_cut += part * low;
    item.high_cut += part * high;
}

}  // namespace entente::detail
