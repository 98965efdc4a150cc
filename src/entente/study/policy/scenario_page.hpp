#pragma once

// Task `scenario show`: what a scenario says, in words or as one line for web addresses.

#include <string>

#include "entente/report/policy/scenario_page.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct ScenarioShowOptions {
    /// Path of the scenario file, or a short form.
    std::string scenario{};
    /// Empty = the world the scenario names, else the default one.
    std::string world{};
    bool compact = false;
};

template <class Visitor>
void describe(ScenarioShowOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "scenario",
                     .value = "SCENARIO.toml|s:...",
                     .text = "The scenario file, or a short form",
                     .is_positional = true,
                     .is_required = true},
          options.scenario);
    visit(OptionText{.name = "world",
                     .value = "NAME|FILE|FOLDER",
                     .text = "World whose names are used instead of the one it names"},
          options.world);
    visit(OptionText{.name = "compact",
                     .value = "",
                     .text = "The short form: one line that may stand in a web address and in "
                             "place of a scenario file"},
          options.compact);
}

/// @throws DataError for the scenario or the world; OptionError for a world unknown.
ScenarioPage show_scenario(const WorldCatalog& worlds, const ScenarioShowOptions& options);

}  // namespace entente
