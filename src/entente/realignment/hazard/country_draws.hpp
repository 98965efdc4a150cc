#pragma once

// Countries drawn with replacement, with all their forecasts: the years of one country share its
// fate, so that rows alone would give intervals that are too narrow.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "entente/realignment/hazard/backtest.hpp"

namespace entente::detail {

/// Cases chosen, in any order and any number of times.
using ChosenCases = std::vector<std::size_t>;

/// Cases of each country among `cases`, by state.
std::vector<ChosenCases> cases_by_country(const Backtest& backtest, const ChosenCases& cases);

/// As many countries as there are, drawn with replacement, with all their cases.
ChosenCases drawn_countries(const std::vector<ChosenCases>& countries, std::uint64_t seed,
                            std::uint32_t draw);

}  // namespace entente::detail
