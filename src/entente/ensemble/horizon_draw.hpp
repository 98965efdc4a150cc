#pragma once

// Drawn horizons as numbers, as words, and as what the model takes.

#include <cstddef>
#include <string>

#include "entente/scenario/uncertainty.hpp"

namespace entente::detail {

/// The two inputs of a horizon.
inline constexpr std::size_t horizon_years = 0;
inline constexpr std::size_t horizon_profile = 1;

/// [eq:choice-draw]  the first choice whose chance, with those before it, is above u
/// @return  years, infinitely many in the long run, or the place of the profile in the list.
double horizon_number(const HorizonChances& chances, std::size_t input, double u);

/// "long" or the name of a profile; empty for a number of years.
std::string horizon_word(const HorizonChances& chances, std::size_t input, double number);

/// Puts a number into a horizon.
void take_horizon(const HorizonChances& chances, std::size_t input, double number,
                  Horizon& horizon);

}  // namespace entente::detail
