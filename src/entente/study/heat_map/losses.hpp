#pragma once

// What the rows of a heat map lose against each of its poles.

#include <array>
#include <cstddef>
#include <vector>

#include "entente/report/exposure/method.hpp"
#include "entente/study/exposure/side_losses.hpp"
#include "entente/study/selection.hpp"

namespace entente::detail {

/// [pole][k] losses when rows[k], the positions of a country or of all members of a group, is cut
/// off from the pole: of the row (a mean weighted with GDP, all cut off at once) and of the pole.
using LossesByPole = std::array<std::vector<SideLosses>, 2>;

/// @throws DataError if the world has no solved baseline and the method needs one.
LossesByPole losses_by_pole(const World& world, const Losses& losses,
                            const std::vector<Power>& poles,
                            const std::vector<std::vector<std::size_t>>& rows,
                            ExposureMethod method, std::size_t threads);

}  // namespace entente::detail
