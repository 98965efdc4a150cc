#pragma once

// One roll call as the ordered probit sees it: how the chance of yes, abstain and no depends on a
// position.

#include <array>
#include <span>

#include "entente/realignment/roll_call_data.hpp"

namespace entente::detail {

/// What the model estimates of a roll call.
struct VoteItem {
    /// Above 0: states with larger positions say no.
    double slope = 0.0;
    /// Bounds between the options, rising. The second is out of reach where there are two options.
    double low_cut = 0.0;
    double high_cut = 0.0;
};

/// Slopes and cuts come from normal distributions around 0 with this standard deviation [D]: the
/// spread of positions in a year and of the noise of a vote. A wide prior lets the bloc that votes
/// alone drift off without end; docs/theory/positions.md shows what 5 does.
constexpr double item_sd = 1.0;
/// Stands for a bound that nothing passes.
constexpr double no_cut = 1e3;

/// Chances of the three options at one position and what follows from them.
struct OptionChances {
    /// Of yes, abstain, no; never 0.
    std::array<double, 3> chance;
    /// Normal density at both cuts.
    std::array<double, 2> density;

    /// d log chance[option] / d (slope * position).
    double score(int option) const;
    /// Expected square of the score.
    double information() const;
};

/// Where the cuts lie at `low` and `high` in standard deviations of a vote's noise.
OptionChances chances_between(double low, double high);

/// [eq:vote-probability]
///   P(option <= k) = Phi( cut_k - slope theta ),   options yes < abstain < no
OptionChances option_chances(const VoteItem& item, double position);

/// Slope 0 and the cuts that give the shares of the votes.
VoteItem flat_item(const UsableRollCall& roll_call);

/// The information matrix of (slope, low cut, high cut), prior included, row by row, and the score.
struct ItemInformation {
    std::array<double, 6> upper{};
    std::array<double, 3> score{};
};

/// Of one roll call, where the position of each state is known as N(m, P) only.
///
/// [eq:vote-marginal]
///   P(option <= k) = Phi( (cut_k - slope m) / d ),   d = sqrt(1 + slope^2 P)
/// Slopes would grow without end, and positions shrink, if P were taken as 0.
///
/// @param position  [state] m; @param variance  [state] P
ItemInformation item_information(const VoteItem& item, const UsableRollCall& roll_call,
                                 std::span<const double> position,
                                 std::span<const double> variance);

/// Votes of one roll call and where its states are thought to be.
struct ItemVotes {
    const UsableRollCall* roll_call = nullptr;
    /// [state] m and P.
    std::span<const double> position;
    std::span<const double> variance;
};

/// The same of roll calls that share slope and cuts, with one prior; all have the same options.
///
/// [eq:bridged-item]  I and s summed over the votes of all of them, the prior counted once
ItemInformation item_information(const VoteItem& item, std::span<const ItemVotes> roll_calls);

/// One Fisher scoring step of an item, shortened where it would turn the cuts around.
///
/// [eq:item-step]  (slope, cuts)_new = (slope, cuts) + I^-1 s,   I information, s score
void update_item(VoteItem& item, const UsableRollCall& roll_call, std::span<const double> position,
                 std::span<const double> variance);
/// The same step for roll calls that share slope and cuts.
void update_item(VoteItem& item, std::span<const ItemVotes> roll_calls);

/// Lower Cholesky factor of a symmetric 3 x 3 matrix given by its upper part, row by row:
/// (0,0) (1,0) (1,1) (2,0) (2,1) (2,2).
std::array<double, 6> cholesky(const std::array<double, 6>& upper);

}  // namespace entente::detail
