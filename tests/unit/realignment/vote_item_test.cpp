#include "entente/realignment/vote_item.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "entente/numerics/normal.hpp"

namespace entente::detail {
namespace {

/// Six states, two for each option.
UsableRollCall six_votes() {
    return {.number = 1,
            .year = 0,
            .num_options = 3,
            .share_below = {1.0 / 3.0, 2.0 / 3.0},
            .votes = {{0, 0}, {1, 0}, {2, 1}, {3, 1}, {4, 2}, {5, 2}}};
}

const std::vector<double> positions{-1.2, -0.4, -0.5, 0.3, 0.1, 1.7};
const std::vector<double> variances{0.1, 0.2, 0.05, 0.3, 0.1, 0.2};

/// [eq:vote-marginal] with the exact distribution, prior included.
double log_chance(const VoteItem& item) {
    double sum = 0.0;
    for (const Vote& vote : six_votes().votes) {
        const double d = std::sqrt(1.0 + item.slope * item.slope * variances[vote.state]);
        const double centre = item.slope * positions[vote.state];
        const double low = normal_cdf((item.low_cut - centre) / d);
        const double high = normal_cdf((item.high_cut - centre) / d);
        sum += std::log(vote.option == 0 ? low : (vote.option == 1 ? high - low : 1.0 - high));
    }
    return sum - 0.5 *
                     (item.slope * item.slope + item.low_cut * item.low_cut +
                      item.high_cut * item.high_cut) /
                     (item_sd * item_sd);
}

// [eq:vote-probability]
TEST(VoteItem, chances_are_areas_under_the_normal) {
    const OptionChances at = option_chances({.slope = 1.0, .low_cut = 0.0, .high_cut = 1.0}, 0.5);

    EXPECT_NEAR(at.chance[0], normal_cdf(-0.5), 1e-7);
    EXPECT_NEAR(at.chance[1], normal_cdf(0.5) - normal_cdf(-0.5), 1e-7);
    EXPECT_NEAR(at.chance[2], normal_cdf(-0.5), 1e-7);
}

TEST(VoteItem, chances_stay_positive_far_out) {
    for (const double position : {-50.0, 50.0}) {
        for (const double chance : option_chances({1.0, -0.1, 0.1}, position).chance) {
            EXPECT_GT(chance, 0.0);
        }
    }
}

TEST(VoteItem, score_is_the_slope_of_the_logarithm) {
    const VoteItem item{.slope = 0.7, .low_cut = -0.3, .high_cut = 0.4};
    constexpr double h = 1e-4;
    const auto change = [&](auto move) {
        VoteItem up = item;
        VoteItem down = item;
        move(up, h);
        move(down, -h);
        return (log_chance(up) - log_chance(down)) / (2.0 * h);
    };

    const auto sum = item_information(item, six_votes(), positions, variances);

    EXPECT_NEAR(sum.score[0], change([](VoteItem& i, double x) { i.slope += x; }), 1e-5);
    EXPECT_NEAR(sum.score[1], change([](VoteItem& i, double x) { i.low_cut += x; }), 1e-5);
    EXPECT_NEAR(sum.score[2], change([](VoteItem& i, double x) { i.high_cut += x; }), 1e-5);
}

// [eq:item-step]
TEST(VoteItem, steps_end_where_the_score_is_zero) {
    const UsableRollCall roll_call = six_votes();
    VoteItem item = flat_item(roll_call);

    for (int k = 0; k < 60; ++k) update_item(item, roll_call, positions, variances);

    for (const double score : item_information(item, roll_call, positions, variances).score) {
        EXPECT_NEAR(score, 0.0, 1e-6);
    }
    EXPECT_GT(item.slope, 0.0);
}

TEST(VoteItem, a_roll_call_without_abstentions_has_one_cut) {
    UsableRollCall roll_call = six_votes();
    roll_call.num_options = 2;
    for (Vote& vote : roll_call.votes) vote.option = vote.option == 0 ? 0 : 1;
    VoteItem item = flat_item(roll_call);

    update_item(item, roll_call, positions, variances);

    EXPECT_EQ(item.high_cut, no_cut);
    EXPECT_NEAR(option_chances(item, 0.0).chance[2], 0.0, 1e-12);
}

TEST(VoteItem, cholesky_factor_times_itself_is_the_matrix) {
    const auto [a, b, c, d, e, f] = cholesky({4.0, 2.0, 1.0, 5.0, 3.0, 6.0});

    EXPECT_NEAR(a * a, 4.0, 1e-12);
    EXPECT_NEAR(a * b, 2.0, 1e-12);
    EXPECT_NEAR(a * d, 1.0, 1e-12);
    EXPECT_NEAR(b * b + c * c, 5.0, 1e-12);
    EXPECT_NEAR(b * d + c * e, 3.0, 1e-12);
    EXPECT_NEAR(d * d + e * e + f * f, 6.0, 1e-12);
}

}  // namespace
}  // namespace entente::detail
