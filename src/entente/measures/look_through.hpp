#pragma once

// How much of a power's output stands behind what others make: bought from it directly (face
// value), and through all stages of other countries' inputs (look-through).

#include <cstddef>
#include <span>

#include "entente/base/array.hpp"
#include "entente/world/trade_state.hpp"
#include "entente/world/world.hpp"

namespace entente {

/// Reliance of every sector of every country on a power, per unit of its gross output.
struct InputReliance {
    /// [n, r] inputs bought from the power directly.
    Array2<double> face_value;
    /// [n, r] gross output of the power needed at all stages; counts a good again each time it
    /// crosses a border inside another good, so it may exceed one.
    Array2<double> look_through;
    /// [n, r] value added of the power in a unit of output; adds up to one over all countries and
    /// import duties wherever the sector's inputs are bought from somebody.
    Array2<double> value_added;
    /// Terms of the series that were summed; 0 for the dense inverse.
    std::size_t num_terms = 0;
    /// Whether the series came to its end. False only where a circle of sectors buys all it makes
    /// from itself and adds no value, so that there is no finite answer: the figures are then
    /// partial sums and nothing to show.
    bool converged = false;
};

/// Reliance on the members of `power` together, by summing the Leontief series with the trade
/// shares of `state` (each country's users buy from origins in the same proportions).
///
/// A member's own sectors count the power's inputs from home too, so their figures are not reliance
/// on somebody abroad; callers that compare countries leave those rows empty.
///
/// @param state  of `world`; tariffs are taken out, because a duty buys no output.
/// @param power  positions of the members, in any order.
/// @throws       ShapeError if a position is not in the world.
/// Numerics      terms are added until the largest is below 1e-14; each costs N^2 J + N J^2
///               operations. The series converges because every unit of output costs less than
///               one unit of inputs; the sum of what is left out is below 1e-14 / (1 - rho) with
///               rho the largest share of inputs in a chain.
/// Source        Baldwin, Freeman, Theodorakopoulos (2023); docs/theory/look-through.md
///               [eq:look-through].
/// Checked by    tests/unit/measures/look_through_test.cpp,
///               tests/property/measures_look_through_test.cpp.
InputReliance input_reliance(const World& world, const TradeState& state,
                             std::span<const std::size_t> power);

/// The same from the dense Leontief inverse: plain and slow, kept to test against.
InputReliance input_reliance_reference(const World& world, const TradeState& state,
                                       std::span<const std::size_t> power);

/// A country's figures from those of its sectors, weighted with their gross output; and the power's
/// value added in its final spending.
struct CountryReliance {
    double face_value = 0.0;
    double look_through = 0.0;
    /// look_through / face_value: above one, reliance is hidden in goods of others, at home or
    /// abroad. NaN where nothing is bought directly.
    double hidden_ratio = 0.0;
    /// Share of the power's value added in final spending, tariffs included.
    double final_spending = 0.0;
};

/// [eq:country-reliance]. NaN where a country makes nothing. @throws ShapeError if n is not in the
/// world.
CountryReliance country_reliance(const World& world, const TradeState& state,
                                 const InputReliance& reliance, std::size_t n);

}  // namespace entente
