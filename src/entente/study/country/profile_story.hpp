#pragma once

// A country in five steps: exposure, diversification, agreements and signals, what a shock would
// do, and how sure all of it is.

#include <optional>
#include <vector>

#include "entente/report/country/profile.hpp"
#include "entente/study/country/standing_shocks.hpp"
#include "entente/study/exposure/stored_intervals.hpp"
#include "entente/study/heat_map/hedging_column.hpp"
#include "entente/study/risk/column.hpp"

namespace entente::detail {

/// What the story is told from; null = there is none, and the story says so.
struct StoryEvidence {
    const CountryProfile& profile;
    const HedgingColumn* hedging = nullptr;
    const RiskColumn* risk = nullptr;
    /// At the horizon of the profile.
    const StandingShock& shock;
    /// Of the losses, where draws are stored for this world.
    const StoredIntervals& intervals;
    /// Position of the country in the world.
    std::size_t country = 0;
};

/// Sentences are made from figures by fixed rules; every figure names the column that `entente
/// explain` takes apart.
std::vector<StoryStep> country_story(const StoryEvidence& evidence);

}  // namespace entente::detail
