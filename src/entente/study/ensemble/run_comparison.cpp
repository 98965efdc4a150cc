#include "entente/study/ensemble/run_comparison.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/ensemble/checkpoint.hpp"
#include "entente/study/ensemble/run_folder.hpp"
#include "entente/study/selection.hpp"

namespace entente {
namespace {

using detail::RunFolder;

/// A run that is complete.
struct FinishedRun {
    RunManifest manifest;
    std::vector<DrawRecord> records;
};

FinishedRun read_run(const std::string& path) {
    const RunFolder folder(path);
    FinishedRun run{.manifest = folder.manifest(), .records = {}};
    const std::size_t num_draws = run.manifest.num_draws;
    const Checkpoint checkpoint(folder.blocks(), run.manifest.identity);
    for (std::size_t block = 0; block * draws_per_block < num_draws; ++block) {
        for (DrawRecord& record : checkpoint.read(block).value_or(Block{})) {
            run.records.push_back(std::move(record));
        }
    }
    if (run.records.size() == num_draws) return run;
    throw OptionError(fmt::format("{} has {} of {} draws. Finish it with: entente resume {}", path,
                                  run.records.size(), num_draws, path));
}

/// With the Sobol sampler an input meets the same luck only at the same place.
bool has_common_dimensions(const RunManifest& first, const RunManifest& second) {
    if (first.sampler != "sobol") return true;
    for (std::size_t k = 0; k < first.inputs.size(); ++k) {
        const auto found = std::ranges::find(second.inputs, first.inputs[k]);
        const auto place = static_cast<std::size_t>(found - second.inputs.begin());
        if (found != second.inputs.end() && place != k) return false;
    }
    return true;
}

void check_common_draws(const RunManifest& first, const RunManifest& second) {
    // What two runs to be compared may differ in is made equal first.
    RunManifest like_first = second;
    like_first.scenario_hash = first.scenario_hash;
    like_first.measures_hash = first.measures_hash;
    like_first.at = first.at;
    like_first.deficits = first.deficits;
    like_first.horizon = first.horizon;
    like_first.profile = first.profile;
    like_first.indices = first.indices;
    like_first.sectors = first.sectors;
    like_first.products_hash = first.products_hash;
    std::string other = detail::differences(first, like_first);
    if (other.empty() && !has_common_dimensions(first, second)) {
        other =
            "common inputs at other places of the Sobol sequence; let both scenarios vary the "
            "same";
    }
    if (other.empty()) return;
    throw OptionError(fmt::format(
        "The runs have no common draws (there: the first, here: the second): {}.", other));
}

/// @param of_first, of_second  [draw] NaN where there is no solution.
ComparisonRow compare_values(const std::vector<double>& of_first,
                             const std::vector<double>& of_second) {
    std::vector<double> differences;
    for (std::size_t d = 0; d < of_first.size(); ++d) {
        differences.push_back(of_second[d] - of_first[d]);
    }
    return {.code = {},
            .name = {},
            .first = summarize(of_first),
            .second = summarize(of_second),
            .difference = summarize(differences)};
}

std::vector<ComparisonRow> welfare_rows(const World& world, const FinishedRun& first,
                                        const FinishedRun& second, const std::string& by) {
    std::vector<ComparisonRow> rows;
    const std::vector<EnsembleEntity> entities = ensemble_entities(world);
    for (std::size_t e = 0; e < entities.size(); ++e) {
        if (!by.empty() && (by == "group") != entities[e].is_group) continue;
        ComparisonRow row = compare_values(figure_values(first.records, e, welfare_figure),
                                           figure_values(second.records, e, welfare_figure));
        row.code = entities[e].code;
        row.is_group = entities[e].is_group;
        row.name = row.is_group ? row.code : world.country_name(e);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ComparisonRow> sector_rows(const World& world, const FinishedRun& first,
                                       const FinishedRun& second) {
    std::vector<ComparisonRow> rows;
    for (std::size_t c = 0; c < first.manifest.sectors.size(); ++c) {
        const std::string& code = first.manifest.sectors[c];
        const auto found = std::ranges::find(second.manifest.sectors, code);
        if (found == second.manifest.sectors.end()) continue;
        const auto place = static_cast<std::size_t>(found - second.manifest.sectors.begin());
        for (std::size_t s = 0; s < world.num_sectors(); ++s) {
            ComparisonRow row = compare_values(sector_values(first.records, c, s),
                                               sector_values(second.records, place, s));
            row.code = code;
            row.name = world.country_name(world.countries().at(code));
            row.sector = world.sectors()[s];
            rows.push_back(std::move(row));
        }
    }
    if (!rows.empty()) return rows;
    throw OptionError(
        "The runs keep no output by sector of a common country. Run both with --sectors, such as "
        "--sectors USA,CHN.");
}

void check_by(const std::string& by) {
    const std::vector<std::string> words{"country", "group", "sector"};
    if (by.empty() || std::ranges::find(words, by) != words.end()) return;
    throw OptionError(fmt::format("by cannot be {}. It is one of {}.{}", by, fmt::join(words, ", "),
                                  did_you_mean(by, words)));
}

}  // namespace

RunComparison compare_runs(const WorldCatalog& worlds, const CompareOptions& options) {
    check_by(options.by);
    const FinishedRun first = read_run(options.first);
    const FinishedRun second = read_run(options.second);
    check_common_draws(first.manifest, second.manifest);
    const World world = worlds.open(options.world.empty() ? first.manifest.world : options.world);
    if (world.content_hash() != first.manifest.world_hash) {
        throw OptionError(
            fmt::format("The runs were made with a world of content hash {}; {} has "
                        "{}. Name the right one with --world.",
                        first.manifest.world_hash, world.name(), world.content_hash()));
    }
    RunComparison comparison{.world = detail::stamp(world),
                             .first_folder = options.first,
                             .second_folder = options.second,
                             .first = first.manifest,
                             .second = second.manifest};
    comparison.is_by_sector = options.by == "sector";
    comparison.rows = comparison.is_by_sector ? sector_rows(world, first, second)
                                              : welfare_rows(world, first, second, options.by);
    for (const ComparisonRow& row : comparison.rows) {
        comparison.num_common = std::max(comparison.num_common, row.difference.num_draws);
    }
    return comparison;
}

}  // namespace entente
