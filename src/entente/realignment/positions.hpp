#pragma once

// Positions of states in the General Assembly, one number a state and year, estimated from roll
// calls: larger is nearer to the United States.

#include <vector>

#include "entente/base/array.hpp"
#include "entente/base/axis.hpp"

namespace entente {

/// Within each year the states that voted have mean 0 and standard deviation 1 in all versions.
/// A cell is NaN where the state cast no usable vote in the year.
struct Positions {
    /// States by alpha-3 code, as in the layer "votes": RUS stands for the Soviet Union, SRB for
    /// Yugoslavia, DEU for the Federal Republic (Correlates of War 260 and 255), TWN until 1971.
    /// East Germany, Czechoslovakia, South Yemen and Zanzibar are not in it.
    Axis states;
    /// Rising; years without a session's votes (1964, and the last one when it is not over) lack.
    std::vector<int> years;
    /// [state, year] from all votes of all years: for display only, since it knows the future.
    Array2<double> smoothed;
    /// [state, year] standard error of `smoothed`; parameters of roll calls taken as known.
    Array2<double> smoothed_error;
    /// [state, year] from votes up to the end of the year: for predictors.
    Array2<double> filtered;
    /// [state, year] from the votes of the year alone: for events.
    Array2<double> yearly;
    /// [state, year] yes, abstain or no in roll calls that were used.
    Array2<int> votes_cast;
};

/// Below this many votes cast in a year a position says little; see Positions::votes_cast.
constexpr int few_votes = 10;

}  // namespace entente
