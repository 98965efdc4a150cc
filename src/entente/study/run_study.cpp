#include "entente/study/run_study.hpp"

namespace entente {
namespace {

/// One function a task; the right one is picked by the type of the options `o`.
struct Tasks {
    const WorldCatalog& worlds;

    LayerSet layers(const auto& o) const { return open_layers(worlds, o.layers); }
    World world(const auto& o) const { return worlds.open(o.world); }
    /// From what one task may give to what any may.
    static StudyResult any(auto results) {
        return std::visit([](auto& one) { return StudyResult(std::move(one)); }, results);
    }

    StudyResult operator()(const HeatMapOptions& o) const {
        if (!o.compare.empty()) return compare_heat_map(o, layers(o));
        if (o.validate) return validate_heat_map(world(o), o, layers(o));
        return make_heat_map(world(o), o, layers(o));
    }
    StudyResult operator()(const ExposureOptions& o) const { return any(show_exposure(worlds, o)); }
    StudyResult operator()(const ExplainOptions& o) const {
        return o.list ? StudyResult(list_explainable(worlds, o)) : explain(worlds, o);
    }
    StudyResult operator()(const ProfileOptions& o) const {
        return make_country_profile(world(o), o, layers(o));
    }
    StudyResult operator()(const PositionTaskOptions& o) const {
        return make_positions_table(layers(o), o);
    }
    StudyResult operator()(const HedgingOptions& o) const { return make_hedging_detail(worlds, o); }
    StudyResult operator()(const HistoryOptions& o) const { return any(show_history(worlds, o)); }
    StudyResult operator()(const AlignmentOptions& o) const { return make_alignment(worlds, o); }
    StudyResult operator()(const IsolationOptions& o) const { return make_isolation(worlds, o); }
    StudyResult operator()(const PoleOptions& o) const { return make_pole_table(worlds, o); }
    StudyResult operator()(const LinkOptions& o) const { return make_link_table(worlds, o); }
    StudyResult operator()(const SolveTaskOptions& o) const { return solve_scenario(worlds, o); }
    StudyResult operator()(const ValidateOptions& o) const { return validate_scenario(worlds, o); }
    StudyResult operator()(const ScenarioShowOptions& o) const { return show_scenario(worlds, o); }
    StudyResult operator()(const PolicyPathOptions& o) const { return make_policy_path(worlds, o); }
    StudyResult operator()(const EnsembleOptions& o) const {
        if (o.slurm) return make_batch_script(o);
        if (!o.replay.empty()) return replay_draw(worlds, o);
        return run_ensemble(worlds, o);
    }
    StudyResult operator()(const ResumeOptions& o) const { return resume_ensemble(worlds, o); }
    StudyResult operator()(const CompareOptions& o) const { return compare_runs(worlds, o); }
    StudyResult operator()(const VerifyOptions& o) const { return verify(worlds, o); }
    StudyResult operator()(const WorldShowOptions& o) const {
        if (worlds.is_layer(o.world)) return summarise_layer(open_layer(worlds, o.world));
        return summarise_world(world(o));
    }
    StudyResult operator()(const WorldCheckOptions& o) const { return run_checks(worlds, o); }
    StudyResult operator()(const WorldExportOptions& o) const { return export_named(worlds, o); }
    StudyResult operator()(const WorldImportOptions& o) const { return import_world(o); }
    StudyResult operator()(const WorldBuildOptions& o) const { return build_world(o); }
    StudyResult operator()(const WorldListOptions&) const { return list_worlds(worlds); }
    StudyResult operator()(const ReallocationOptions& options) const {
        return measure_reallocation(worlds, options);
    }
    StudyResult operator()(const CiteOptions&) const { return list_sources(); }
    StudyResult operator()(const DoctorOptions&) const { return diagnose(worlds); }
    StudyResult operator()(const RiskTaskOptions& o) const {
        if (o.backtest) return backtest_risk(layers(o), o);
        return make_risk_table(worlds, layers(o), o);
    }
    /// Tasks of the family `risk`: each has its own assess_risk.
    StudyResult operator()(const auto& o) const { return assess_risk(worlds, o); }
};

}  // namespace

StudyResult run_study(const StudyPlan& plan, const WorldCatalog& worlds) {
    std::visit([](const auto& options) { check_options(options); }, plan);
    return std::visit(Tasks{worlds}, plan);
}

}  // namespace entente
