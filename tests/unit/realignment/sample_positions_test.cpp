#include "entente/realignment/sample_positions.hpp"

#include <gtest/gtest.h>

#include "entente/realignment/vote_chain.hpp"
#include "support/simulated_votes.hpp"

namespace entente {
namespace {

using testing::correlation;
using testing::simulate_votes;
using testing::SimulatedVotes;

PositionSample sample(const UnVotes& votes, const Positions& start, std::size_t threads) {
    PositionSampleOptions options;
    options.num_sweeps = 250;
    options.model.threads = threads;
    return sample_positions(usable_roll_calls(votes), start, options);
}

TEST(SamplePositions, agree_with_the_fast_estimate_and_cover_the_truth) {
    const SimulatedVotes simulated = simulate_votes({}, 21);
    const auto estimate = estimate_positions(usable_roll_calls(simulated.votes));

    const PositionSample draws = sample(simulated.votes, estimate.positions, 2);

    double covered = 0.0;
    for (std::size_t t = 0; t < simulated.truth.columns(); ++t) {
        EXPECT_GT(correlation(draws.mean, estimate.positions.smoothed, t), 0.99);
        for (std::size_t i = 0; i < simulated.truth.rows(); ++i) {
            const double truth = simulated.truth(i, t);
            covered += draws.low(i, t) <= truth && truth <= draws.high(i, t) ? 1.0 : 0.0;
        }
    }
    // 240 cells, correlated along 40 paths: a standard error of about .03 around .9.
    EXPECT_NEAR(covered / 240.0, 0.9, 0.08);
    EXPECT_GT(draws.acceptance, 0.15);
    EXPECT_LT(draws.acceptance, 0.6);
}

TEST(SamplePositions, are_the_same_bytes_for_any_number_of_threads) {
    const SimulatedVotes simulated = simulate_votes({.num_states = 25, .num_years = 3}, 22);
    const auto estimate = estimate_positions(usable_roll_calls(simulated.votes));

    const PositionSample one = sample(simulated.votes, estimate.positions, 1);
    const PositionSample three = sample(simulated.votes, estimate.positions, 3);

    EXPECT_EQ(one.mean, three.mean);
    EXPECT_EQ(one.low, three.low);
}

// [eq:vote-noise]
TEST(VoteChain, noise_lies_between_the_cuts_of_the_option) {
    const detail::VoteItem item{.slope = 1.0, .low_cut = -0.5, .high_cut = 0.5};

    for (const double share : {1e-9, 0.3, 0.5, 0.999}) {
        for (const double position : {-12.0, -1.0, 0.0, 2.0, 12.0}) {
            EXPECT_LE(detail::noise_draw(item, position, 0, share),
                      std::max(-0.5 - position, -8.0));
            EXPECT_GE(detail::noise_draw(item, position, 2, share), std::min(0.5 - position, 8.0));
        }
    }
    EXPECT_NEAR(detail::noise_draw(item, 0.0, 1, 0.5), 0.0, 1e-6);
}

}  // namespace
}  // namespace entente
