#pragma once

// How many years after a change a result holds. Buyers need years to find other sellers, so that
// trade answers costs less in the first years than in the long run: elasticities are scaled down.

#include <optional>
#include <string>
#include <vector>

#include "entente/world/world.hpp"

namespace entente {

/// Which published time path of the trade elasticity is followed.
enum class HorizonProfile {
    /// Boehm, Levchenko and Pandalai-Nayar (2023): 38% after a year, 95% after 8.5 years.
    standard,
    /// Anderson and Yotov (2025): 25% after a year, 95% after 14.5 years.
    slow,
};

/// Longest horizon in years that is told apart from the long run.
inline constexpr int max_horizon_years = 50;
/// Results at shorter horizons are shown under both profiles.
inline constexpr int both_profiles_below = 3;

struct Horizon {
    /// 1 to `max_horizon_years`; empty = the long run.
    std::optional<int> years{};
    HorizonProfile profile = HorizonProfile::standard;
    friend bool operator==(const Horizon&, const Horizon&) = default;

    /// Whether it is so short that the profile matters much.
    bool needs_both_profiles() const { return years && *years < both_profiles_below; }
    Horizon with_other_profile() const;
};

/// One published time path: theta(h) / theta approaches 1 from `start_share` in `start_year`.
struct ElasticityPath {
    double start_year = 0.0;
    /// 0 to 1.
    double start_share = 0.0;
    /// Years after which 95% of the long-run elasticity is reached, from impact.
    double years_to_95 = 0.0;
};

/// The parameters of a profile, from data/parameters/horizon_profiles.csv.
const ElasticityPath& elasticity_path(HorizonProfile profile);

/// Part of the long-run trade elasticity that works after h years: 1 in the long run.
///
/// The estimates behind it are of trade in customs data, a different object than theta. They serve
/// as a time profile alone; the level is always the world's.
/// Source  docs/theory/horizons.md [eq:horizon-share]; the use as a profile is our definition.
double elasticity_share(const Horizon& horizon);

/// The same world with the trade elasticities (and their standard errors) of the horizon. Checks of
/// the world as published do not travel with it.
World at_horizon(const World& world, const Horizon& horizon);

/// "standard" or "slow".
std::string profile_name(HorizonProfile profile);
/// All of them, in the order of the enumeration.
const std::vector<std::string>& profile_names();
/// "long", or the number of years as text.
std::string horizon_text(const Horizon& horizon);
/// "in the long run", "1 year after (profile standard: 38% of the long-run trade elasticities)".
std::string horizon_words(const Horizon& horizon);

/// @param years    "long", or a whole number from 1 to `max_horizon_years`.
/// @param profile  name of a profile.
/// @throws OptionError naming the value and what is allowed.
Horizon horizon_named(const std::string& years, const std::string& profile);
/// Nothing if the text is no horizon.
std::optional<Horizon> parse_horizon(const std::string& years);

}  // namespace entente
