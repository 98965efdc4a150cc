#pragma once

// The options of hedging activity from the words users write.

#include <string>
#include <vector>

#include "entente/study/heat_map/heat_map.hpp"
#include "entente/study/heat_map/hedging_column.hpp"

namespace entente::detail {

struct HedgingWords {
    std::vector<std::string> poles{};
    std::string as_of{};
    std::size_t draws = HedgingDrawOptions{}.num_draws;
    std::size_t seed = HedgingDrawOptions{}.seed;
    std::vector<std::string> weights{};
    std::size_t threads = 0;
};

/// @throws OptionError for a day that is none, and for weights that name no channel, a channel
///         twice, not all four, or that do not add up to 1.
HedgingColumnOptions hedging_options(const HedgingWords& words);
/// The same from the options of a heat map.
HedgingColumnOptions hedging_options(const HeatMapOptions& options);

}  // namespace entente::detail
