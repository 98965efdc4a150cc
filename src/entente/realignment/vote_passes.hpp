#pragma once

// Passes over roll calls: each improves what is known of every roll call given the positions, and
// says what the votes then tell about every state.

#include <cstddef>
#include <span>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/realignment/bridges.hpp"
#include "entente/realignment/roll_call_data.hpp"
#include "entente/realignment/vote_item.hpp"

namespace entente::detail {

/// [year, state] sums over the votes of a year.
struct VoteSums {
    /// Slope of the logarithm of their chance.
    Array2<double> score;
    /// Sum of slope^2, a bound of the curvature: what the votes would tell if the numbers behind
    /// them were seen.
    Array2<double> weight;
    /// Expected information about the position: what they do tell.
    Array2<double> information;
};

/// [year, state] what is believed of positions: normal with a mean and a variance.
struct PositionBeliefs {
    Array2<double> mean;
    Array2<double> variance;
};

/// theta_new = (theta - shift) / divisor; the divisor is below 0 where the scale turns around.
struct YearScale {
    double shift = 0.0;
    double divisor = 1.0;
};

/// Works on blocks of roll calls that never depend on the number of threads, and adds their sums in
/// order, so that results do not either.
class VotePasses {
  public:
    /// Keeps a reference to the data. @param threads  0 = all the machine has
    /// @param bridges  roll calls that share slope and cuts: none, or those of bridged_roll_calls,
    ///                 with its data; passes then go over all years
    VotePasses(const RollCallData& data, std::size_t threads, BridgeGroups bridges = {});

    /// One pass over the years [begin, end): `num_steps` steps of every roll call, then the sums.
    void run(std::size_t begin, std::size_t end, const PositionBeliefs& positions,
             std::size_t num_steps, VoteSums& sums);

    /// Moves the roll calls of a year along when positions become (theta - shift) / divisor.
    void rescale(std::size_t year, const YearScale& scale);

    const std::vector<VoteItem>& items() const { return items_; }

  private:
    struct Block {
        std::size_t year = 0;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    void update_bridge(const std::vector<std::size_t>& group, const PositionBeliefs& positions,
                       std::size_t num_steps);
    void run_block(const Block& block, const PositionBeliefs& positions, std::size_t num_steps,
                   std::span<double> sums);

    const RollCallData& data_;
    std::size_t threads_;
    std::vector<VoteItem> items_;
    BridgeGroups bridges_;
    /// [roll call] Whether it is in a group.
    std::vector<char> is_bridged_;
    std::vector<Block> blocks_;
    /// [year] the first block of each year, and their number at the end.
    std::vector<std::size_t> block_begin_;
    /// [block, state x (score, weight, information)]
    Array2<double> block_sums_;
};

}  // namespace entente::detail
