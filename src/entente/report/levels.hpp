#pragma once

// The five words of the heat map and where they are cut.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace entente {

/// Values at which one level ends and the next begins, in the unit of the figures cut.
using LevelThresholds = std::array<double, 4>;

/// Thresholds that part the values into fifths: quantiles .2, .4, .6 and .8, linear between order
/// statistics. Values that are not finite are left out; nothing if none is finite. The cut into
/// fifths is our own choice. [eq:fifths]
std::optional<LevelThresholds> fifths(std::span<const double> values);

/// 0 below the first threshold to 4 from the last on; nothing for a value that is not finite.
std::optional<std::size_t> level_of(double value, const LevelThresholds& thresholds);

/// "L", "LM", "M", "MH", "H".
std::string_view level_letters(std::size_t level);
/// "Low", "Low-Medium", "Medium", "Medium-High", "High".
std::string_view level_words(std::size_t level);

/// "L below 1.2, LM from 1.2, M from 1.9, MH from 2.6, H from 3.4"
std::string level_legend(const LevelThresholds& thresholds);

}  // namespace entente
