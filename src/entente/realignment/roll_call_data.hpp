#pragma once

// The roll calls that can tell something about positions, in the form the estimation walks through.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/base/axis.hpp"
#include "entente/world/layer/un_votes.hpp"

namespace entente {

/// Which roll calls count.
enum class RollCallSubset {
    all,
    /// Those the publisher marks with one issue.
    middle_east,
    nuclear,
    disarmament,
    human_rights,
    colonialism,
    economic,
    /// Without those marked Middle East and, from 2014 on, without those in which Russia and
    /// Ukraine said yes against no. Ours: the layer holds no titles of resolutions.
    without_wars,
};

/// Every subset with the word users name it by: all, me, nu, di, hr, co, ec, without-wars.
struct NamedSubset {
    std::string_view name;
    RollCallSubset subset;
};
const std::vector<NamedSubset>& roll_call_subsets();

/// A vote of one state in one roll call.
struct Vote {
    std::size_t state = 0;
    /// 0 yes, 1 abstain, 2 no; where a roll call knows two of the three, 0 and 1.
    int option = 0;
};

struct UsableRollCall {
    /// In the publisher's data.
    int number = 0;
    /// Position in RollCallData::years.
    std::size_t year = 0;
    /// Options that somebody took, 2 or 3.
    int num_options = 0;
    /// Votes below each option's upper bound, as parts of one: [0] yes, [1] yes and abstain.
    double share_below[2] = {0.0, 0.0};
    /// Of each option that somebody took: 0 yes, 1 abstain, 2 no.
    std::array<int, 3> choice{};
    /// As RollCall::first_of_repeats.
    int first_of_repeats = 0;
    /// By state.
    std::vector<Vote> votes{};
};

struct RollCallData {
    Axis states;
    /// Rising, only years with usable roll calls.
    std::vector<int> years{};
    /// By year, then as in the layer.
    std::vector<UsableRollCall> roll_calls{};
    /// [year] the first roll call of each year, and their number at the end.
    std::vector<std::size_t> year_begin{};
    /// [state, year] votes in usable roll calls.
    Array2<int> votes_cast{};
};

/// Leaves out roll calls with fewer than 20 votes, those in which one option has 97.5% of the votes
/// or more, and a last year whose votes do not reach December.
///
/// @throws OptionError if nothing is left.
RollCallData usable_roll_calls(const UnVotes& votes, RollCallSubset subset = RollCallSubset::all);

/// The roll calls of the years up to `last_year`, on the same states: what was known at its end.
RollCallData roll_calls_until(const RollCallData& data, int last_year);

}  // namespace entente
