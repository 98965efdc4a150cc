#pragma once

// Tasks `solve` and `validate`: one scenario against one world.

#include <string>

#include "entente/report/solution.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct SolveTaskOptions {
    /// Path of the scenario file.
    std::string scenario{};
    /// Empty = the world the scenario names, else the default one.
    std::string world{};
    /// Empty = as the scenario says.
    std::string deficits{};
    bool bilateral = false;
};

template <class Visitor>
void describe(SolveTaskOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "scenario",
                     .value = "SCENARIO.toml",
                     .text = "What changes: a scenario file",
                     .is_positional = true,
                     .is_required = true},
          options.scenario);
    visit(OptionText{.name = "world",
                     .value = "NAME|FILE|FOLDER",
                     .text = "World to use instead of the one the scenario names"},
          options.world);
    visit(OptionText{.name = "deficits",
                     .value = "MODE",
                     .text = "balanced, fixed or multiplicative, instead of what the scenario says",
                     .choices = {"", "balanced", "fixed", "multiplicative"}},
          options.deficits);
    visit(
        OptionText{
            .name = "bilateral", .value = "", .text = "One row a sector and pair of countries"},
        options.bilateral);
}

struct ValidateOptions {
    std::string scenario{};
    std::string world{};
};

template <class Visitor>
void describe(ValidateOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "scenario",
                     .value = "SCENARIO.toml",
                     .text = "The scenario file to check",
                     .is_positional = true,
                     .is_required = true},
          options.scenario);
    visit(OptionText{.name = "world",
                     .value = "NAME|FILE|FOLDER",
                     .text = "World to check it against instead of the one it names"},
          options.world);
}

/// Solves the scenario; a search that does not end is stated in the certificate.
/// @throws DataError for the scenario or the world; OptionError for a world unknown.
Solution solve_scenario(const WorldCatalog& worlds, const SolveTaskOptions& options);

/// Reads the scenario and applies it to its world without solving.
/// @throws DataError with every problem found.
Validation validate_scenario(const WorldCatalog& worlds, const ValidateOptions& options);

}  // namespace entente
