#pragma once

// Task `compare`: two ensembles, draw by draw.

#include <string>

#include "entente/report/ensemble/ensemble.hpp"
#include "entente/study/option_text.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct CompareOptions {
    std::string first{};
    std::string second{};
    /// Empty = as the first run had it.
    std::string world{};
    /// Empty = countries and groups.
    std::string by{};
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
    visit(OptionText{.name = "by",
                     .value = "country|group|sector",
                     .text = "Only countries, only groups, or the output of the sectors of the "
                             "countries that both runs name under --sectors (default: welfare of "
                             "countries and groups)"},
          options.by);
}

/// Differences of welfare, or of output by sector, inside each draw of both runs.
/// @throws DataError if a folder holds no run; OptionError for another word under `by`, or if a run
/// is not
///         complete, has no output by sector that is asked for, or they differ
///         in world, draws, seed, sampler or the places of common inputs among Sobol dimensions.
RunComparison compare_runs(const WorldCatalog& worlds, const CompareOptions& options);

}  // namespace entente
