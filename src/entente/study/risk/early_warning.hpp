#pragma once

// Task `risk early-warning`: whether a state's votes slow down as if before a turn.

#include <cstddef>
#include <string>

#include "entente/report/risk/early_warning.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente {

struct RiskEarlyWarningOptions {
    std::string country{};
    std::string pole = "USA";
    std::size_t surrogates = 1000;
    std::size_t series = 200;
    std::size_t seed = 1;
    std::size_t threads = 0;
    std::string layers{};
};

template <class Visitor>
void describe(RiskEarlyWarningOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "country",
                     .value = "ISO3",
                     .text = "The state whose votes are followed",
                     .is_required = true},
          options.country);
    visit(OptionText{.name = "pole",
                     .value = "CODE",
                     .text = "The state with whose votes they are compared"},
          options.pole);
    visit(OptionText{.name = "surrogates",
                     .value = "N",
                     .text = "Series without change that the trend is held against",
                     .low = 19.0,
                     .high = 100000.0},
          options.surrogates);
    visit(OptionText{.name = "series",
                     .value = "N",
                     .text = "Simulated series behind false alarms and power",
                     .low = 20.0,
                     .high = 10000.0},
          options.series);
    visit(OptionText{.name = "seed", .value = "S", .text = "Seed of all random series"},
          options.seed);
    describe_threads(options.threads, visit);
    describe_layers(options.layers, visit);
}

/// @throws OptionError for a missing layer, an unknown state, or fewer than 20 years of votes.
EarlyWarningReport make_early_warning(const RiskEarlyWarningOptions& options,
                                      const LayerSet& layers);

inline EarlyWarningReport assess_risk(const WorldCatalog& worlds,
                                      const RiskEarlyWarningOptions& options) {
    return make_early_warning(options, open_layers(worlds, options.layers));
}

}  // namespace entente
