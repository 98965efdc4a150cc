#pragma once

// Task `profile`: one country on one page.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/measures/hedging/parameters.hpp"
#include "entente/report/country/profile.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/world.hpp"

namespace entente {

struct ProfileOptions {
    std::string country{};
    std::string world = default_world;
    /// One or more powers, countries or groups; the country itself is left out.
    std::vector<std::string> poles{"USA", "CHN"};
    /// "long", or years, and the time path of elasticities; see horizon_named.
    std::string horizon = "long";
    std::string profile = "standard";
    /// Sectors and partners listed.
    std::size_t top = 8;
    /// See describe_layers.
    std::string layers{};
    /// As those of the heat map.
    std::string as_of{};
    std::size_t draws = HedgingDrawOptions{}.num_draws;
    std::size_t seed = HedgingDrawOptions{}.seed;
};

template <class Visitor>
void describe(ProfileOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "country",
                     .value = "ISO3",
                     .text = "Code of the country, such as DEU",
                     .is_positional = true,
                     .is_required = true},
          options.country);
    describe_world(options.world, visit);
    visit(
        OptionText{.name = "poles", .value = "CODE,...", .text = "The powers, countries or groups"},
        options.poles);
    visit(OptionText{.name = "top",
                     .value = "N",
                     .text = "How many sectors and partners to list",
                     .low = 1.0,
                     .high = 1000.0},
          options.top);
    describe_horizon(options, visit);
    describe_layers(options.layers, visit);
    describe_hedging_draws(options, visit);
}

/// @throws OptionError for codes the world does not have, a pole that is the country itself and no
///         other pole left, or a date the ledger does not reach.
CountryProfile make_country_profile(const World& world, const ProfileOptions& options,
                                    const LayerSet& layers = {});

}  // namespace entente
