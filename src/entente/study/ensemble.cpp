#include "entente/study/ensemble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/base/sha256.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/ensemble/netcdf_file.hpp"
#include "entente/report/csv_text.hpp"
#include "entente/report/ensemble_responses.hpp"
#include "entente/study/ensemble_setup.hpp"
#include "entente/study/run_folder.hpp"
#include "entente/study/selection.hpp"

namespace entente {
namespace {

using detail::EnsembleChoices;
using detail::EnsembleSetup;
using detail::RunFolder;

EnsembleChoices choices_of(const EnsembleOptions& options) {
    return {.scenario_file = options.scenario,
            .scenario_copy = {},
            .world = options.world,
            .deficits = options.deficits,
            .horizon = options.horizon,
            .profile = options.profile,
            .at = options.at,
            .sampler = options.sampler,
            .indices = options.indices,
            .seed = std::to_string(options.seed),
            .sectors = options.sectors,
            .num_draws = options.draws};
}

std::string name_of(const World& world, const EnsembleEntity& entity) {
    return entity.is_group ? entity.code : world.country_name(entity.members.front());
}

std::vector<EnsembleRow> rows_of(const World& world, const DrawSolver& solver,
                                 const std::vector<DrawRecord>& records) {
    std::vector<EnsembleRow> rows;
    for (std::size_t e = 0; e < solver.entities().size(); ++e) {
        const EnsembleEntity& entity = solver.entities()[e];
        EnsembleRow row{.code = entity.code,
                        .name = name_of(world, entity),
                        .is_group = entity.is_group,
                        .figures = {}};
        for (std::size_t f = 0; f < ensemble_figures.size(); ++f) {
            row.figures.push_back(summarize(figure_values(records, e, f)));
        }
        rows.push_back(std::move(row));
    }
    for (std::size_t f = 0; f < ensemble_figures.size(); ++f) {
        const auto ranks = summarize_ranks(records, world.num_countries(), f);
        for (std::size_t n = 0; n < ranks.size(); ++n) rows[n].ranks.push_back(ranks[n]);
    }
    return rows;
}

std::vector<DriverRow> drivers_of(const DrawSolver& solver, const std::vector<DrawRecord>& records,
                                  std::size_t threads) {
    std::vector<DriverRow> rows(solver.factors().empty() ? 0 : solver.entities().size());
    parallel_for(rows.size(), threads, [&](std::size_t e) {
        EntityDrivers drivers =
            welfare_drivers(records, e, solver.factors().size(), solver.plan().seed);
        rows[e] = {.code = solver.entities()[e].code,
                   .is_group = solver.entities()[e].is_group,
                   .num_draws = drivers.num_draws,
                   .factors = {},
                   .indices = std::move(drivers.indices.inputs)};
        for (const Factor& factor : solver.factors()) rows[e].factors.push_back(factor.name);
    });
    return rows;
}

std::string hash_of(const std::string& bytes) {
    Sha256 hash;
    hash.add_bytes(std::as_bytes(std::span(bytes)));
    return hash.hex_digest();
}

void write_outputs(const RunFolder& folder, const EnsembleSetup& setup, const DrawSolver& solver,
                   const std::vector<DrawRecord>& records, EnsembleReport& report) {
    RunManifest& manifest = report.manifest;
    const auto keep = [&](const std::string& name, const std::string& text) {
        write_whole_file(folder.file(name), text);
        manifest.outputs.push_back({name, hash_of(text)});
    };
    keep("draws.csv", ensemble_draws_csv(records, solver.entities()));
    keep("inputs.csv", ensemble_inputs_csv(records, solver.inputs(), solver.plan()));
    keep("summary.csv", csv_text(ensemble_summary_table(report.rows)));
    if (!report.drivers.empty()) {
        keep("drivers.csv", csv_text(ensemble_drivers_table(report.drivers)));
    }
    if (!solver.plan().sector_countries.empty()) {
        keep("sectors.csv", ensemble_sectors_csv(records, solver));
        keep("sector_summary.csv", csv_text(ensemble_sector_summary_table(records, solver)));
    }
    if (have_quotas(records)) {
        keep("quotas.csv", ensemble_quotas_csv(records, setup.world));
        keep("quota_summary.csv", csv_text(ensemble_quota_summary_table(records, setup.world)));
    }
    if (have_chosen_tariffs(records)) {
        keep("chosen_tariffs.csv", ensemble_chosen_csv(records, setup.world));
        keep("chosen_summary.csv", csv_text(ensemble_chosen_summary_table(records, setup.world)));
    }
    keep("failures.csv",
         csv_text(ensemble_failures_table(records, solver.factors(), solver.plan().seed)));
    const char* const netcdf = "ensemble.nc";
    write_netcdf(folder.file(netcdf),
                 {.title = manifest.title,
                  .world = setup.world.name(),
                  .world_hash = manifest.world_hash,
                  .source = fmt::format("entente {}", manifest.version),
                  .seed = solver.plan().seed,
                  .sector_countries = solver.plan().sector_countries,
                  .sectors = setup.world.sectors().codes()},
                 solver.entities(), records);
    manifest.outputs.push_back({netcdf, hash_of(read_whole_file(folder.file(netcdf)))});
}

EnsembleReport run(const RunFolder& folder, const EnsembleSetup& setup, const DrawSolver& solver,
                   std::size_t threads, const RunHooks& hooks) {
    EnsembleReport report{.world = detail::stamp(setup.world),
                          .folder = folder.path().string(),
                          .manifest = setup.manifest,
                          .inputs = detail::input_lines(setup.scenario, solver.inputs())};
    RunManifest& manifest = report.manifest;
    for (const InputQuantity& quantity : solver.inputs().quantities()) {
        manifest.inputs.push_back(quantity.name);
    }
    // From here on the folder can be resumed.
    write_whole_file(folder.scenario(), setup.scenario_text);
    folder.write(manifest);
    const DrawsResult result = run_draws(solver, Checkpoint(folder.blocks(), manifest.identity),
                                         {.num_draws = manifest.num_draws,
                                          .threads = threads,
                                          .progress = hooks.progress,
                                          .is_interrupted = hooks.is_interrupted,
                                          .ranks = hooks.ranks});
    manifest.num_done = result.records.size();
    manifest.num_failed = static_cast<std::size_t>(std::ranges::count_if(
        result.records, [](const DrawRecord& record) { return !record.is_usable(); }));
    manifest.is_complete = result.is_complete;
    if (result.is_complete) {
        report.rows = rows_of(setup.world, solver, result.records);
        report.responses = response_lines(result.records);
        report.drivers = drivers_of(solver, result.records, threads);
        write_outputs(folder, setup, solver, result.records, report);
    }
    folder.write(manifest);
    return report;
}

/// The copy a run keeps of its scenario.
std::string scenario_of(const RunFolder& folder) {
    try {
        return read_whole_file(folder.scenario());
    } catch (const FileError&) {
        throw DataError(
            {{.kind = ProblemKind::file_unreadable, .file = folder.scenario().string()}});
    }
}

}  // namespace

EnsembleReport run_ensemble(const WorldCatalog& worlds, const EnsembleOptions& options) {
    if (options.output.empty()) {
        throw OptionError("The folder for the result is missing: write -o DIR.");
    }
    const EnsembleSetup setup = detail::open_ensemble(worlds, choices_of(options));
    const DrawSolver solver = detail::solver_of(setup);
    const RunFolder folder(options.output);
    const auto lock = folder.clear(setup.manifest, options.force);
    return run(folder, setup, solver, options.threads, options.hooks);
}

EnsembleReport resume_ensemble(const WorldCatalog& worlds, const ResumeOptions& options) {
    const RunFolder folder(options.folder);
    RunManifest there = folder.manifest();
    const auto lock = folder.lock();
    // Another process may have gone on with it meanwhile.
    there = folder.manifest();
    const EnsembleSetup setup =
        detail::open_ensemble(worlds, {.scenario_file = there.scenario_file,
                                       .scenario_copy = scenario_of(folder),
                                       .world = options.world.empty() ? there.world : options.world,
                                       .deficits = there.deficits,
                                       .horizon = there.horizon,
                                       .profile = there.profile,
                                       .at = there.at,
                                       .sampler = there.sampler,
                                       .indices = there.indices,
                                       .seed = there.seed,
                                       .sectors = there.sectors,
                                       .num_draws = there.num_draws});
    const std::string other = detail::differences(there, setup.manifest);
    if (!other.empty()) {
        throw OptionError(fmt::format(
            "{} cannot be resumed: {}. Resume it with what it was begun with, or start a new run.",
            options.folder, other));
    }
    const DrawSolver solver = detail::solver_of(setup);
    return run(folder, setup, solver, options.threads, options.hooks);
}

DrawReplay replay_draw(const WorldCatalog& worlds, const EnsembleOptions& options) {
    std::uint32_t draw = 0;
    const char* const end = options.replay.data() + options.replay.size();
    const auto [stop, error] = std::from_chars(options.replay.data(), end, draw);
    if (error != std::errc{} || stop != end || draw >= options.draws) {
        throw OptionError(fmt::format("replay is {}; it must be the number of a draw, 0 to {}.",
                                      options.replay, options.draws - 1));
    }
    EnsembleSetup setup = detail::open_ensemble(worlds, choices_of(options));
    setup.plan.indices = IndexLevel::none;
    const DrawPlan& plan = setup.plan;
    const DrawSolver solver = detail::solver_of(setup);
    DrawReplay replay{.world = detail::stamp(setup.world),
                      .title = setup.scenario.title,
                      .draw = draw,
                      .seed = setup.manifest.seed,
                      .entities = solver.entities(),
                      .evaluation = solver.solve(draw).evaluations.front()};
    for (std::size_t k = 0; k < solver.inputs().size(); ++k) {
        const InputQuantity& quantity = solver.inputs().quantities()[k];
        if (!quantity.dimension) continue;
        replay.inputs.emplace_back(
            quantity.name,
            solver.inputs().value(k, {.sampler = plan.sampler, .seed = plan.seed, .draw = draw}));
    }
    return replay;
}

}  // namespace entente
