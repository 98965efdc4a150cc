#pragma once

// Roll calls of the United Nations General Assembly.

#include <string>
#include <vector>

#include "entente/base/axis.hpp"
#include "entente/base/date.hpp"
#include "entente/world/layer/layer.hpp"

namespace entente {

/// A choice as the publisher codes it.
enum class VoteChoice : char { yes = '1', abstain = '2', no = '3', absent = '8', not_member = '9' };

struct RollCall {
    /// Number of the roll call in the publisher's data.
    int number = 0;
    /// Approximate before about 1980.
    Date date{};
    /// Marks of the publisher: me Middle East, nu nuclear, di disarmament, hr human rights,
    /// co colonialism, ec economic; separated by spaces, often none.
    std::string issues;
    /// [state of UnVotes::states] one character each, see VoteChoice.
    std::string choices;
    /// Number of the first roll call on the same resolution, which came back in several years; 0
    /// where none is known. Told by titles, which end in 2019; texts may have been amended.
    int first_of_repeats = 0;

    VoteChoice choice(std::size_t state) const { return static_cast<VoteChoice>(choices[state]); }
    int year() const { return static_cast<int>(date.year()); }
    /// Yes, abstain or no.
    bool took_part(std::size_t state) const { return choices[state] < '8'; }
};

struct UnVotes {
    /// Member states by alpha-3 code. Hong Kong has never been one; Taiwan's votes are those of the
    /// Republic of China until 1971.
    Axis states;
    /// By date; every number once.
    std::vector<RollCall> roll_calls;
};

/// @param layer  of layout "votes"; @throws ShapeError if it is another.
UnVotes read_un_votes(const Layer& layer);

}  // namespace entente
