#pragma once

// Tasks `ensemble` and `resume`: one scenario solved many times with other values of what is
// uncertain, kept in a folder.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "entente/ensemble/run_draws.hpp"
#include "entente/ensemble/serve_draws.hpp"
#include "entente/report/ensemble/ensemble.hpp"
#include "entente/study/policy/solution.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

/// How a program follows a long run, and who helps with it. All may be empty; see RunDrawsOptions.
struct RunHooks {
    std::function<void(const DrawProgress&)> progress{};
    std::function<bool()> is_interrupted{};
    Ranks* ranks = nullptr;
};

struct EnsembleOptions {
    std::string scenario{};
    /// Empty = the world the scenario names, else the default one.
    std::string world{};
    /// Empty = as the scenario says.
    std::string deficits{};
    /// Empty = as the scenario says.
    std::string horizon{};
    std::string profile{};
    std::string at{};
    std::size_t draws = 1000;
    std::size_t seed = 1;
    std::string sampler = "philox";
    std::string indices = "none";
    /// Countries whose output by sector is kept; see DrawPlan.
    std::vector<std::string> sectors{};
    std::size_t threads = 0;
    /// Folder of the run.
    std::string output{};
    bool force = false;
    /// Number of one draw to solve alone; empty = all, kept in the folder.
    std::string replay{};
    /// Write a batch script instead, with these.
    bool slurm = false;
    std::size_t nodes = 1;
    std::size_t num_ranks = 32;
    std::string time = "01:00:00";
    RunHooks hooks{};
};

template <class Visitor>
void describe(EnsembleOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "scenario",
                     .value = "SCENARIO.toml",
                     .text = "A scenario file with a table [ensemble]",
                     .is_positional = true,
                     .is_required = true},
          options.scenario);
    detail::describe_setting(options, visit);
    describe_horizon(options, visit);
    visit(detail::day_option(), options.at);
    visit(OptionText{.name = "draws",
                     .value = "N",
                     .text = "How many draws to solve",
                     .low = 1.0,
                     .high = 1e7},
          options.draws);
    visit(OptionText{.name = "seed", .value = "S", .text = "Seed of the draws"}, options.seed);
    visit(OptionText{.name = "sampler",
                     .value = "philox|sobol",
                     .text = "philox: independent draws; sobol: scrambled Sobol points, best with "
                             "a power of 2 as number of draws",
                     .choices = {"philox", "sobol"}},
          options.sampler);
    visit(OptionText{.name = "indices",
                     .value = "LEVEL",
                     .text = "none; or Sobol indices, what drives welfare, of each kind of input "
                             "(kind) or each number (input), for 2 solves a draw more, and one "
                             "for each",
                     .choices = {"none", "kind", "input"}},
          options.indices);
    visit(OptionText{.name = "sectors",
                     .value = "CODE,CODE",
                     .text = "Countries whose output by sector is kept for each draw too, for "
                             "sectors.csv and compare --by sector"},
          options.sectors);
    describe_threads(options.threads, visit);
    visit(OptionText{.name = "output",
                     .value = "DIR",
                     .text = "Folder for tables, ensemble.nc and manifest.json; required unless "
                             "one draw is replayed",
                     .letter = 'o'},
          options.output);
    visit(OptionText{.name = "force", .value = "", .text = "Replace a run in that folder"},
          options.force);
    visit(OptionText{.name = "replay",
                     .value = "DRAW",
                     .text = "Solve this draw alone and show it; the first is 0"},
          options.replay);
    visit(OptionText{.name = "slurm",
                     .value = "",
                     .text = "Print a batch script for Slurm that runs this with mpirun, and goes "
                             "on after each time limit"},
          options.slurm);
    visit(OptionText{.name = "nodes",
                     .value = "N",
                     .text = "Of the batch script: machines",
                     .low = 1.0,
                     .high = 10000.0},
          options.nodes);
    visit(OptionText{.name = "ranks",
                     .value = "N",
                     .text = "Of the batch script: processes in all",
                     .low = 1.0,
                     .high = 100000.0},
          options.num_ranks);
    visit(OptionText{.name = "time",
                     .value = "HH:MM:SS",
                     .text = "Of the batch script: time limit of one go"},
          options.time);
}

struct ResumeOptions {
    std::string folder{};
    /// Empty = as the run had it.
    std::string world{};
    std::size_t threads = 0;
    RunHooks hooks{};
};

template <class Visitor>
void describe(ResumeOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "folder",
                     .value = "DIR",
                     .text = "Folder of a run that was interrupted",
                     .is_positional = true,
                     .is_required = true},
          options.folder);
    visit(OptionText{.name = "world",
                     .value = "NAME|FILE|FOLDER",
                     .text = "Where the world of the run lies now; it must hold the same data"},
          options.world);
    describe_threads(options.threads, visit);
}

/// Starts a run in a new folder. An interrupted one comes back incomplete, with its draws kept.
/// @throws OptionError for a folder that holds something, a draw that is none, or what
/// solve_scenario
///         refuses; DataError as DrawSolver; FileError if a file cannot be written.
EnsembleReport run_ensemble(const WorldCatalog& worlds, const EnsembleOptions& options);

/// Goes on with a run to the same bytes it would have come to without the interruption.
/// @throws DataError if the folder holds no run; OptionError if the world, the scenario or the
///         program is not the one it was begun with, naming both; FileError.
EnsembleReport resume_ensemble(const WorldCatalog& worlds, const ResumeOptions& options);

/// Solves one draw. @throws OptionError if the draw is no number of a draw; others as above.
DrawReplay replay_draw(const WorldCatalog& worlds, const EnsembleOptions& options);

}  // namespace entente
