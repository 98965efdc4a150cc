#pragma once

// Task `risk`: the chance of partial reversal of each country, and what a scenario does to it.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/risk/table.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct RiskTaskOptions {
    /// Countries or groups; empty = every partner, and some that are not.
    std::vector<std::string> countries{};
    std::size_t horizon = 5;
    std::size_t draws = 4096;
    std::size_t seed = 1;
    /// A scenario file: trade, and Chinese finance, move the risk by what was seen together in the
    /// past.
    std::string scenario{};
    /// "PHL:us_troops=0": other values of predictors in the last year.
    std::vector<std::string> assume{};
    /// "LOW:HIGH", log odds that US policy adds to every partner's risk.
    std::string us_policy{};
    bool backtest = false;
    bool full = false;
    std::string world = default_world;
    std::string layers{};
    std::size_t threads = 0;
};

template <class Visitor>
void describe(RiskTaskOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "countries",
                     .value = "CODE,...",
                     .text = "Countries or groups (default: all partners of the United States, "
                             "ASEAN and its members)"},
          options.countries);
    visit(OptionText{.name = "horizon",
                     .value = "YEARS",
                     .text = "Years looked ahead",
                     .low = 1.0,
                     .high = 10.0},
          options.horizon);
    visit(OptionText{.name = "draws",
                     .value = "N",
                     .text = "Draws behind intervals and labels",
                     .low = 16.0,
                     .high = 1048576.0},
          options.draws);
    visit(OptionText{.name = "seed", .value = "S", .text = "Seed of the draws"}, options.seed);
    visit(OptionText{.name = "scenario",
                     .value = "FILE",
                     .text = "What this policy file does to the risk through trade and Chinese "
                             "finance (an association, not a cause)"},
          options.scenario);
    visit(OptionText{.name = "assume",
                     .value = "CODE:VARIABLE=VALUE,...",
                     .text = "Other values in the last year, such as PHL:us_troops=0: us_troops, "
                             "us_obligation, rival_tie, polyarchy, intrastate_war, position"},
          options.assume);
    visit(OptionText{.name = "us-policy",
                     .value = "LOW:HIGH",
                     .text = "Log odds that US policy adds to the risk of every partner, drawn "
                             "between these two: assumed, as nothing can be estimated"},
          options.us_policy);
    visit(OptionText{.name = "backtest",
                     .value = "",
                     .text = "How good forecasts from 1975 on would have been"},
          options.backtest);
    visit(OptionText{.name = "full",
                     .value = "",
                     .text = "With --backtest: positions and events estimated again from the "
                             "votes up to each origin, and placebos that choose their prior "
                             "(minutes)"},
          options.full);
    describe_world(options.world, visit);
    describe_layers(options.layers, visit);
    describe_threads(options.threads, visit);
}

/// @throws OptionError if a layer is missing, a code or variable is unknown, or options contradict
///         each other; DataError for the scenario.
RiskTable make_risk_table(const WorldCatalog& worlds, const LayerSet& layers,
                          const RiskTaskOptions& options);

}  // namespace entente
