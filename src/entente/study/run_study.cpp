#include "entente/study/run_study.hpp"

namespace entente {
namespace {

/// One function a task; the right one is picked by the type of the options.
struct Tasks {
    const WorldCatalog& worlds;

    StudyResult operator()(const HeatMapOptions& options) const {
        const LayerSet layers = open_layers(worlds, options.layers);
        if (!options.compare.empty()) return compare_heat_map(options, layers);
        const World world = worlds.open(options.world);
        if (options.validate) return validate_heat_map(world, options, layers);
        return make_heat_map(world, options, layers);
    }
    StudyResult operator()(const ExposureOptions& options) const {
        return make_exposure_table(worlds.open(options.world), options);
    }
    StudyResult operator()(const ProfileOptions& options) const {
        return make_country_profile(worlds.open(options.world), options,
                                    open_layers(worlds, options.layers));
    }
    StudyResult operator()(const SolveTaskOptions& options) const {
        return solve_scenario(worlds, options);
    }
    StudyResult operator()(const ValidateOptions& options) const {
        return validate_scenario(worlds, options);
    }
    StudyResult operator()(const ScenarioShowOptions& options) const {
        return show_scenario(worlds, options);
    }
    StudyResult operator()(const EnsembleOptions& options) const {
        if (!options.replay.empty()) return replay_draw(worlds, options);
        return run_ensemble(worlds, options);
    }
    StudyResult operator()(const ResumeOptions& options) const {
        return resume_ensemble(worlds, options);
    }
    StudyResult operator()(const CompareOptions& options) const {
        return compare_runs(worlds, options);
    }
    StudyResult operator()(const VerifyOptions&) const { return verify_published(worlds); }
    StudyResult operator()(const WorldShowOptions& options) const {
        if (!worlds.is_layer(options.world)) return summarise_world(worlds.open(options.world));
        return summarise_layer(open_layer(worlds, options.world));
    }
    StudyResult operator()(const WorldCheckOptions& options) const {
        return run_checks(worlds, options);
    }
    StudyResult operator()(const WorldExportOptions& options) const {
        return export_named(worlds, options);
    }
    StudyResult operator()(const WorldImportOptions& options) const {
        return import_world(options);
    }
    StudyResult operator()(const WorldBuildOptions& options) const { return build_world(options); }
    StudyResult operator()(const WorldListOptions&) const { return list_worlds(worlds); }
    StudyResult operator()(const ReallocationOptions& options) const {
        return measure_reallocation(worlds, options);
    }
    StudyResult operator()(const CiteOptions&) const { return list_sources(); }
    StudyResult operator()(const DoctorOptions&) const { return diagnose(worlds); }
};

}  // namespace

StudyResult run_study(const StudyPlan& plan, const WorldCatalog& worlds) {
    std::visit([](const auto& options) { check_options(options); }, plan);
    return std::visit(Tasks{worlds}, plan);
}

}  // namespace entente
