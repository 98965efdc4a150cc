#pragma once

// Task `risk landscape`: which camps states form, and how firmly each stands.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/risk/landscape.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente {

struct RiskLandscapeOptions {
    std::vector<std::string> actors{"20"};
    std::size_t year = 2023;
    /// Parts left out count 1.
    std::vector<std::string> weights{"votes=1", "pacts=1", "rivalry=1"};
    /// Among larger states, those of the list of Thompson, Sakuwa and Suhas (2022) that went on in
    /// 2020.
    std::vector<std::string> rivals{"USA-CHN", "USA-RUS", "CHN-IND", "CHN-JPN", "IND-PAK",
                                    "GBR-ARG", "SAU-TUR", "EGY-TUR", "GRC-TUR", "RUS-UKR"};
    /// Above zero: chances of each camp where states do not always find the lowest place.
    std::string temperature = "0";
    std::size_t draws = 200;
    std::size_t seed = 1;
    std::size_t threads = 0;
    std::string layers{};
};

template <class Visitor>
void describe(RiskLandscapeOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "actors",
                     .value = "N|CODE,...",
                     .text = "So many of the largest states (3 to 24; each one more doubles the "
                             "time), or their codes; USA and CHN must be among them"},
          options.actors);
    visit(OptionText{.name = "year",
                     .value = "YYYY",
                     .text = "Year of sizes, pacts and the last votes",
                     .low = 1990.0,
                     .high = 2100.0},
          options.year);
    visit(OptionText{.name = "weights",
                     .value = "PART=W,...",
                     .text = "How much votes, pacts and rivalry count; the draws do not use them"},
          options.weights);
    visit(OptionText{.name = "rivals",
                     .value = "A-B,...",
                     .text =
                         "Pairs of states counted as rivals, in place of those of the literature"},
          options.rivals);
    visit(OptionText{.name = "temperature",
                     .value = "T",
                     .text = "Above 0: chance of each camp where states err, by exp(-energy / T); "
                             "the sizes of all actors add up to 1 (default: none)"},
          options.temperature);
    visit(OptionText{.name = "draws",
                     .value = "N",
                     .text = "Random weightings behind the shares and ranges",
                     .low = 1.0,
                     .high = 100000.0},
          options.draws);
    visit(OptionText{.name = "seed", .value = "S", .text = "Seed of the draws"}, options.seed);
    describe_threads(options.threads, visit);
    describe_layers(options.layers, visit);
}

/// @throws OptionError for a missing layer, an unknown or unfit actor, weight or pair.
LandscapeReport make_landscape(const RiskLandscapeOptions& options, const LayerSet& layers);

inline LandscapeReport assess_risk(const WorldCatalog& worlds,
                                   const RiskLandscapeOptions& options) {
    return make_landscape(options, open_layers(worlds, options.layers));
}

}  // namespace entente
