#pragma once

// Where a landscape is lowest, what flows there, and how high the passes between are.

#include <cstddef>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/realignment/landscape/landscape.hpp"

namespace entente {

/// A division that no state on its own can improve. Divisions of equal energy that differ by steps
/// that cost nothing count as one: a state without ties may stand on either side.
struct CampMinimum {
    /// The division with the smallest number among its equals.
    Camps camps = 0;
    double energy = 0.0;
    /// Divisions that are one with it, itself included.
    std::size_t num_equal = 1;
    /// Share of all divisions from which steepest descent ends here; these add up to 1.
    double basin_share = 0.0;
};

struct CampMinima {
    /// Lowest first, then by number; at most `max_listed` of them.
    std::vector<CampMinimum> listed;
    /// All there are.
    std::size_t num_minima = 0;
};

/// Minima and basins of a landscape whose energies are given.
///
/// Descent: one state at a time changes camp, the change that lowers energy most; of equal ones
/// that of the first actor. Where no change lowers energy but changes that cost nothing lead to one
/// that does, the lowest reachable in this way is taken.
/// @param energies    as enumerate_energies gives them.
/// @param max_listed  a landscape can have more than a million minima.
/// @throws            ShapeError if there are not as many energies as divisions.
CampMinima find_minima(const Landscape& landscape, const std::vector<double>& energies,
                       std::size_t max_listed = 64, std::size_t threads = 1);

/// [eq:camp-saddle]  the smallest over all paths of the highest energy on the way
///
/// [minimum, minimum] of minima.listed: the energy that must be reached to come from one to the
/// other by changing one state at a time; on the diagonal the minimum's own. The barrier from a to
/// b is saddle(a, b) - energy(a). Divisions are flooded from the lowest upward, so that the first
/// contact of two basins is their lowest pass.
Array2<double> find_saddles(const Landscape& landscape, const std::vector<double>& energies,
                            const CampMinima& minima);

}  // namespace entente
