#pragma once

// Task `risk network`: whether the alliances of the largest states hold, and what trade adds.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/risk/network.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente {

struct RiskNetworkOptions {
    std::vector<std::string> actors{"30"};
    std::size_t year = 2023;
    std::string advantage = "1.5";
    std::string cost = "0.1";
    std::string layers{};
};

template <class Visitor>
void describe(RiskNetworkOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "actors",
                     .value = "N|CODE,...",
                     .text = "So many of the largest states (3 to 30), or their codes"},
          options.actors);
    visit(OptionText{.name = "year",
                     .value = "YYYY",
                     .text = "Year of sizes and alliances",
                     .low = 1990.0,
                     .high = 2100.0},
          options.year);
    visit(OptionText{.name = "advantage",
                     .value = "GAMMA",
                     .text = "How many times stronger an attacker must be: an assumption of yours"},
          options.advantage);
    visit(OptionText{.name = "cost",
                     .value = "PERCENT",
                     .text = "What an alliance costs each side, % of GDP: an assumption of yours"},
          options.cost);
    describe_layers(options.layers, visit);
}

/// @throws OptionError for a missing layer, an unknown or unfit actor, or a value out of range.
NetworkReport make_network(const RiskNetworkOptions& options, const LayerSet& layers);

inline NetworkReport assess_risk(const WorldCatalog& worlds, const RiskNetworkOptions& options) {
    return make_network(options, open_layers(worlds, options.layers));
}

}  // namespace entente
