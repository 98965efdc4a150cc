#include "entente/realignment/bridges.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/realignment/estimate_positions.hpp"
#include "entente/realignment/vote_item.hpp"
#include "support/simulated_votes.hpp"

namespace entente {
namespace {

using ::testing::ElementsAre;

RollCall roll_call(int number, int year, std::string choices, int first) {
    return {.number = number,
            .date = Date{std::chrono::year(year), std::chrono::month(12), std::chrono::day(10)},
            .issues = {},
            .choices = std::move(choices),
            .first_of_repeats = first};
}

Axis made_up_states(std::size_t count) {
    std::vector<std::string> codes{"USA"};
    for (std::size_t i = 1; i < count; ++i) {
        codes.push_back({'X', static_cast<char>('A' + i / 26), static_cast<char>('A' + i % 26)});
    }
    return Axis(codes);
}

TEST(Bridges, give_roll_calls_of_a_group_the_options_of_all_of_them) {
    UnVotes votes{.states = made_up_states(20), .roll_calls = {}};
    votes.roll_calls = {roll_call(1, 2001, "11111111113333333333", 1),
                        roll_call(2, 2002, "11111111112222222222", 1),
                        roll_call(3, 2002, "11111111113333333333", 0),
                        roll_call(4, 2003, "33333333332222222222", 4)};

    const auto bridged = detail::bridged_roll_calls(usable_roll_calls(votes));

    // The fourth is alone in its group.
    EXPECT_THAT(bridged.groups, ElementsAre(ElementsAre(0u, 1u)));
    const auto& calls = bridged.data.roll_calls;
    EXPECT_EQ(calls[0].num_options, 3);
    EXPECT_EQ(calls[0].votes.back().option, 2);
    EXPECT_EQ(calls[1].votes.back().option, 1);
    EXPECT_THAT(calls[0].share_below, ElementsAre(0.5, 0.75));
    EXPECT_THAT(calls[1].share_below, ElementsAre(0.5, 0.75));
    EXPECT_EQ(calls[2].num_options, 2);
    EXPECT_EQ(calls[2].votes.back().option, 1);
}

// [eq:bridged-item]
TEST(Bridges, add_the_information_of_votes_and_count_the_prior_once) {
    UnVotes votes{.states = made_up_states(20), .roll_calls = {}};
    votes.roll_calls = {roll_call(1, 2001, "11111112222223333333", 1),
                        roll_call(2, 2002, "11111222222222333333", 1)};
    const RollCallData data = usable_roll_calls(votes);
    const detail::VoteItem item{0.7, -0.3, 0.5};
    const std::vector<double> first(20, 0.4);
    const std::vector<double> second(20, -0.2);
    const std::vector<double> variance(20, 0.1);

    const std::array<detail::ItemVotes, 2> both{
        detail::ItemVotes{&data.roll_calls[0], first, variance},
        detail::ItemVotes{&data.roll_calls[1], second, variance}};
    const auto sum = detail::item_information(item, both);
    const auto one = detail::item_information(item, data.roll_calls[0], first, variance);
    const auto two = detail::item_information(item, data.roll_calls[1], second, variance);

    const double prior = 1.0 / (detail::item_sd * detail::item_sd);
    EXPECT_NEAR(sum.upper[0], one.upper[0] + two.upper[0] - prior, 1e-12);
    EXPECT_NEAR(sum.upper[5], one.upper[5] + two.upper[5] - prior, 1e-12);
    EXPECT_NEAR(sum.score[0], one.score[0] + two.score[0] + prior * item.slope, 1e-12);
    EXPECT_NEAR(sum.score[1], one.score[1] + two.score[1] + prior * item.low_cut, 1e-12);
}

/// All states move by `move` from the first year to the last, and so do the cuts of the roll calls
/// of each year: an agenda that goes along. Twelve of 32 roll calls a year come back unchanged.
struct ShiftingAgenda {
    UnVotes votes;
    /// [year] mean of the true positions, in standard deviations over all years.
    std::vector<double> mean;
};

ShiftingAgenda simulate_agenda(double move, std::uint64_t seed) {
    constexpr std::size_t num_states = 60;
    constexpr std::size_t num_years = 10;
    constexpr std::size_t num_new = 20;
    constexpr std::size_t num_repeated = 12;
    ShiftingAgenda result{.votes = {.states = made_up_states(num_states), .roll_calls = {}},
                          .mean = {}};
    RandomStream stream({.seed = seed});
    std::vector<double> theta(num_states);
    for (double& value : theta) value = normal_draw(stream);
    theta[0] = 2.0;
    std::array<std::array<double, 2>, num_repeated> repeated{};
    for (auto& [slope, low] : repeated) {
        slope = normal_draw(stream) < 0.0 ? -1.2 : 1.2;
        low = 0.5 * normal_draw(stream) - 0.4;
    }
    double sum = 0.0;
    double squares = 0.0;
    int number = 0;
    for (std::size_t t = 0; t < num_years; ++t) {
        const double shift = move * (static_cast<double>(t) / (num_years - 1) - 0.5);
        const auto vote = [&](double slope, double low, int first) {
            std::string choices;
            for (const double value : theta) {
                const double seen = slope * (value + shift) + normal_draw(stream);
                choices += seen < low ? '1' : (seen < low + 0.8 ? '2' : '3');
            }
            result.votes.roll_calls.push_back(
                roll_call(++number, 2001 + static_cast<int>(t), choices, first));
        };
        for (std::size_t k = 0; k < num_repeated; ++k) {
            vote(repeated[k][0], repeated[k][1], static_cast<int>(k) + 1);
        }
        for (std::size_t k = 0; k < num_new; ++k) {
            const double slope = normal_draw(stream);
            vote(slope, slope * shift + 0.6 * normal_draw(stream) - 0.4, 0);
        }
        double mean = 0.0;
        for (const double value : theta) {
            mean += (value + shift) / num_states;
            sum += value + shift;
            squares += (value + shift) * (value + shift);
        }
        result.mean.push_back(mean);
    }
    const double count = num_states * num_years;
    const double centre = sum / count;
    const double sd = std::sqrt(squares / count - centre * centre);
    for (double& mean : result.mean) mean = (mean - centre) / sd;
    return result;
}

PositionOptions bridged_options() {
    PositionOptions options;
    options.with_bridges = true;
    options.num_passes = 500;
    options.threads = 1;
    return options;
}

/// Mean of the last year less that of the first.
double common_move(const Positions& positions) {
    const std::size_t last = positions.years.size() - 1;
    double move = 0.0;
    for (std::size_t i = 0; i < positions.states.size(); ++i) {
        move += positions.smoothed(i, last) - positions.smoothed(i, 0);
    }
    return move / static_cast<double>(positions.states.size());
}

// Priors of positions and cuts hold both back: docs/theory/positions.md.
TEST(Bridges, recover_most_of_a_movement_of_all_states_that_roll_calls_one_by_one_miss) {
    for (const std::uint64_t seed : {21U, 31U, 41U}) {
        const ShiftingAgenda agenda = simulate_agenda(1.5, seed);
        const double truth = agenda.mean.back() - agenda.mean.front();
        UnVotes one_by_one = agenda.votes;
        for (RollCall& call : one_by_one.roll_calls) call.first_of_repeats = 0;

        const auto tied = estimate_positions(usable_roll_calls(agenda.votes), bridged_options());
        // The same scale over all years together, and no group.
        const auto untied = estimate_positions(usable_roll_calls(one_by_one), bridged_options());

        EXPECT_EQ(tied.num_bridges, 12u);
        EXPECT_EQ(tied.num_bridged, 120u);
        EXPECT_TRUE(tied.converged);
        EXPECT_EQ(untied.num_bridges, 0u);
        EXPECT_GT(common_move(tied.positions), 0.6 * truth);
        EXPECT_LT(common_move(tied.positions), truth);
        EXPECT_LT(std::abs(common_move(untied.positions)), 0.25 * truth);
    }
}

TEST(Bridges, leave_the_versions_that_know_no_later_votes_as_they_are) {
    const RollCallData data = usable_roll_calls(simulate_agenda(1.0, 22).votes);

    const Positions plain = estimate_positions(data).positions;
    const Positions bridged = estimate_positions(data, bridged_options()).positions;

    EXPECT_EQ(plain.yearly, bridged.yearly);
    // Passes of `filtered` end long before either limit.
    EXPECT_EQ(plain.filtered, bridged.filtered);
    EXPECT_NE(plain.smoothed, bridged.smoothed);
}

TEST(Bridges, are_the_same_bytes_for_any_number_of_threads) {
    const RollCallData data = usable_roll_calls(simulate_agenda(1.0, 23).votes);
    PositionOptions three = bridged_options();
    three.threads = 3;

    EXPECT_EQ(estimate_positions(data, bridged_options()).positions.smoothed,
              estimate_positions(data, three).positions.smoothed);
}

}  // namespace
}  // namespace entente
