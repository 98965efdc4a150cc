#pragma once

// Task `compare`: two ensembles, draw by draw.

#include <string>

#include "entente/report/ensemble.hpp"
#include "entente/study/option_text.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct CompareOptions {
    std::string first{};
    std::string second{};
    /// Empty = as the first run had it.
    std::string world{};
};

template <class Visitor>
void describe(CompareOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "first",
                     .value = "RUN_A",
                     .text = "Folder of the run compared with",
                     .is_positional = true,
                     .is_required = true},
          options.first);
    visit(OptionText{.name = "second",
                     .value = "RUN_B",
                     .text = "Folder of the run whose difference from the first is shown",
                     .is_positional = true,
                     .is_required = true},
          options.second);
    visit(OptionText{.name = "world",
                     .value = "NAME|FILE|FOLDER",
                     .text = "Where the world of the runs lies now; it must hold the same data"},
          options.world);
}

/// Differences of welfare inside each draw of both runs.
/// @throws DataError if a folder holds no run; OptionError if a run is not complete, or they differ
///         in world, draws, seed, sampler or the places of common inputs among Sobol dimensions.
RunComparison compare_runs(const WorldCatalog& worlds, const CompareOptions& options);

}  // namespace entente
