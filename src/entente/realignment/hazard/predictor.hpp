#pragma once

// What a hazard may be predicted from, and the ladder of specifications, fixed before any score was
// seen.

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// What a driver is shown under.
enum class DriverBlock { duration, alignment, regime, conflict, trade, policy };
inline constexpr std::array<const char*, 6> driver_block_names{
    "time since the last event", "alignment and ties", "regime and income", "conflict",
    "trade and finance",         "US policy"};

/// One predictor, measured at the end of a year from data of that year and before.
struct Predictor {
    const char* name;
    const char* meaning;
    DriverBlock block;
    /// Predictors of one group come from the same data and are missing together: a flag says so.
    /// Empty where nothing is ever missing.
    const char* data;
};

/// All predictors, in the order of the ladder.
std::span<const Predictor> predictors();
/// @throws  ShapeError for an unknown name.
const Predictor& predictor(std::string_view name);

/// Rungs of the ladder, each with the predictors of those below it.
enum class Specification { duration, alignment, regime, conflict, trade, policy };
inline constexpr std::array<const char*, 6> specification_names{"L1", "L2", "L3", "L4", "L5", "L6"};
/// The one whose forecasts are published; the others are shown beside it, never chosen because they
/// score better.
inline constexpr Specification headline_specification = Specification::regime;

/// Names of the predictors of a rung, duration first.
std::vector<std::string_view> predictors_of(Specification specification);

/// The two that follow from past events alone; every table of hazards computes them itself.
inline constexpr std::string_view log_years_since_name = "log_years_since";
inline constexpr std::string_view had_event_name = "had_event";

}  // namespace entente
