#pragma once

// The bounds that a world must keep, shared by the readers and the final check.

#include <cstddef>

namespace entente::detail {

/// Shares read from text carry rounding; a larger gap is a mistake in the data.
inline constexpr double share_tolerance = 1e-6;
/// Sales and output come from different files of a publisher; part of the tidy layout.
inline constexpr double output_tolerance = 1e-6;
/// No tariff schedule in force reaches five times the price over a whole sector.
inline constexpr double largest_tariff = 5.0;
/// Base years that are not a slip of the pen.
inline constexpr int first_year = 1500;
inline constexpr int last_year = 2500;
/// Cells of one trade array: 800 MB, far above any world in use, below what would exhaust a machine
/// that is handed a hostile file.
inline constexpr std::size_t largest_trade_array = 100'000'000;

/// Whether the arrays of a world of this size stay within the bound; both numbers at least 1.
/// Divisions, because the product itself may overflow.
constexpr bool arrays_fit(std::size_t num_countries, std::size_t num_sectors) {
    return num_countries <= largest_trade_array / num_countries / num_sectors &&
           num_sectors <= largest_trade_array / num_sectors / num_countries;
}

}  // namespace entente::detail
