#pragma once

// What a run of draws is made from, opened and described.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "entente/ensemble/draw_solver.hpp"
#include "entente/report/ensemble/run_manifest.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente::detail {

/// The choices of a run as texts, as options and manifests hold them.
struct EnsembleChoices {
    std::string scenario_file;
    /// A copy of the scenario that a run was begun with; empty = read the file.
    std::string scenario_copy;
    std::string world;
    std::string deficits;
    /// Empty = as the scenario says.
    std::string horizon;
    std::string profile;
    std::string at;
    std::string sampler;
    std::string indices;
    std::string seed;
    std::vector<std::string> sectors;
    std::size_t num_draws = 0;
};

struct EnsembleSetup {
    World world;
    Scenario scenario;
    std::string scenario_text;
    /// For scenarios that name products.
    std::optional<UsProducts> products;
    DrawPlan plan;
    /// Nothing done yet; without the names of the inputs.
    RunManifest manifest;
};

/// A solver of the setup, which must outlive it.
DrawSolver solver_of(const EnsembleSetup& setup);

/// @throws DataError for the scenario or the world; OptionError for a world unknown or a day that
///         is none.
EnsembleSetup open_ensemble(const WorldCatalog& worlds, const EnsembleChoices& choices);

/// What varies and how, a line each, with what is assumed.
std::vector<std::string> input_lines(const Scenario& scenario, const UncertainInputs& inputs);

}  // namespace entente::detail
