#pragma once

// The same backtest on histories dealt to the wrong countries: what scores chance alone reaches.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "entente/realignment/hazard/backtest.hpp"

namespace entente {

struct PlaceboOptions {
    std::size_t num_deals = 200;
    std::uint64_t seed = 1;
    BacktestOptions backtest{.specifications = {headline_specification}, .chooses_prior = false};
};

struct PlaceboScore {
    double auc = 0.0;
    /// Over the base rate.
    double skill = 0.0;
};

/// Gives every state that was ever a partner the events that another had as one, keeps all else,
/// and runs the backtest of the headline specification.
///
/// @return  [deal] NaN where a deal leaves some origin without an event.
std::vector<PlaceboScore> run_placebos(const HazardTable& table, const PlaceboOptions& options);

/// One such deal of the events; those that fall in years without the state are dropped, and so is
/// the second of two in one year.
HazardTable dealt(const HazardTable& table, std::uint64_t seed, std::uint32_t deal);

}  // namespace entente
