#include "entente/study/ensemble/setup.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/sha256.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/report/ensemble/uncertainty_sentence.hpp"
#include "entente/scenario/compact_form.hpp"
#include "entente/scenario/grammar.hpp"
#include "entente/scenario/measures_in_force.hpp"
#include "entente/study/policy/dated_scenario.hpp"
#include "entente/study/policy/tariff_history.hpp"
#include "entente/study/worlds/diagnosis.hpp"

namespace entente::detail {
namespace {

bool varies_regime(const Scenario& scenario) {
    return scenario.uncertainty && scenario.uncertainty->varies(UncertainInput::regime);
}

DrawPlan plan_of(const Scenario& scenario, const EnsembleChoices& choices) {
    DrawPlan plan{.seed = std::stoull(choices.seed),
                  .deficits = deficits_of(scenario, choices.deficits),
                  .sector_countries = choices.sectors};
    if (varies_regime(scenario)) {
        const RegimeHistory history = regime_history();
        plan.past = {history.estimate, policy_regimes[history.regime.back()]};
    }
    if (choices.sampler == "sobol") plan.sampler = Sampler::sobol;
    if (choices.indices == "kind") plan.indices = IndexLevel::kind;
    if (choices.indices == "input") plan.indices = IndexLevel::input;
    return plan;
}

std::string commit_text() {
    const std::string commit = ENTENTE_COMMIT;
    return commit.empty() ? "unstated" : commit;
}

/// Of everything a draw depends on; not of how many there are.
std::string identity_of(const RunManifest& manifest) {
    Sha256 hash;
    for (const std::string& part :
         {manifest.version, manifest.commit, manifest.world_hash, manifest.scenario_hash,
          manifest.at, manifest.deficits, manifest.horizon, manifest.profile, manifest.sampler,
          manifest.indices, manifest.seed, manifest.products_hash, manifest.measures_hash}) {
        hash.add(part);
    }
    for (const std::string& country : manifest.sectors) hash.add(country);
    return hash.hex_digest();
}

/// Of what the measures say, those of bases included.
std::string measures_hash(Scenario scenario) {
    scenario.uncertainty.reset();
    Sha256 hash;
    hash.add(compact_form(scenario));
    return hash.hex_digest();
}

std::string products_hash(const UsProducts& products) {
    Sha256 hash;
    for (const auto& [place, headings] : products.imports) {
        for (const auto& [heading, value] : headings) {
            hash.add(fmt::format("{} {} {} {}", place.first, place.second, heading, value));
        }
    }
    return hash.hex_digest();
}

/// Whose standard errors the draws of elasticities have.
std::string elasticity_line(const ElasticitySpread& spread, const UncertainInputs& inputs) {
    std::string line = "Trade elasticities: standard errors of the world";
    if (inputs.error_without_se() > 0.0) {
        line += fmt::format(", or {:.6g} of theta where it states none (an assumption of {})",
                            inputs.error_without_se(), spread.without_se ? "the scenario" : "ours");
    }
    if (!inputs.fixed_sectors().empty()) {
        line += fmt::format("; kept as they are for want of a standard error: {}",
                            fmt::join(inputs.fixed_sectors(), ", "));
    }
    return line + ".";
}

/// A horizon asked for beside one that is drawn would not count.
void check_horizon(const Scenario& scenario, const EnsembleChoices& choices) {
    if (!scenario.uncertainty) return;
    const HorizonChances& drawn = scenario.uncertainty->horizon;
    const auto refuse = [&](const char* option, const std::string& value) {
        throw OptionError(
            fmt::format("{} is {}, but {} draws it: leave --{} out, or take horizon out of vary.",
                        option, value, choices.scenario_file, option));
    };
    if (!drawn.years.empty() && !choices.horizon.empty() &&
        choices.horizon != horizon_text(scenario.horizon)) {
        refuse("horizon", choices.horizon);
    }
    if (!drawn.profiles.empty() && !choices.profile.empty() &&
        choices.profile != profile_name(scenario.horizon.profile)) {
        refuse("profile", choices.profile);
    }
}

/// Of years that follow each other an ensemble knows one, and must be told which.
void check_years(const Scenario& scenario, const std::string& file) {
    if (varies_regime(scenario) || (!scenario.path && scenario.regimes.empty())) return;
    throw OptionError(fmt::format(
        "{} says what may happen over years ([path], [[regime]]), and an ensemble solves one "
        "policy: add \"regime\" to vary in [ensemble] for the policy of one year, or follow the "
        "years with entente path.",
        file));
}

/// Settles the year whose regime counts, and leaves the measures in force in it: on the day asked
/// for, else at the end of the year that the scenario names.
void settle_year(const std::string& at, Scenario& scenario) {
    if (!varies_regime(scenario)) return;
    RegimeYear& year = scenario.uncertainty->regime;
    if (const auto day = parse_date(at)) {
        year.at.emplace(static_cast<int>(day->year()));
    } else {
        if (!year.at) year.at = scenario.path->until;
        scenario = measures_in_force(std::move(scenario), last_day_of(*year.at));
    }
}

}  // namespace

DrawSolver solver_of(const EnsembleSetup& setup) {
    return {setup.world, setup.scenario, setup.plan, setup.products ? &*setup.products : nullptr};
}

EnsembleSetup open_ensemble(const WorldCatalog& worlds, const EnsembleChoices& choices) {
    const std::string& file = choices.scenario_file;
    const std::string& copy = choices.scenario_copy;
    PlacedScenario placed = place_scenario(
        worlds, {.file = file, .copy = copy, .world = choices.world, .at = choices.at});
    Scenario scenario = std::move(placed.dated.scenario);
    check_years(scenario, file);
    settle_year(choices.at, scenario);
    check_horizon(scenario, choices);
    scenario.horizon = horizon_of(scenario, choices.horizon, choices.profile);
    const std::string name = world_name_of(scenario, choices.world);
    const DrawPlan plan = plan_of(scenario, choices);
    EnsembleSetup setup{.world = std::move(placed.world),
                        .scenario = std::move(scenario),
                        .scenario_text = copy.empty() ? read_whole_file(file) : copy,
                        .products = std::move(placed.products),
                        .plan = plan,
                        .manifest = {}};
    Sha256 hash;
    hash.add_bytes(std::as_bytes(std::span(setup.scenario_text)));
    setup.manifest = {.version = version(),
                      .commit = commit_text(),
                      .compiler = "g++ " __VERSION__,
                      .world = name,
                      .world_hash = setup.world.content_hash(),
                      .title = setup.scenario.title,
                      .scenario_file = file,
                      .scenario_hash = hash.hex_digest(),
                      .measures_hash = measures_hash(setup.scenario),
                      .at = choices.at,
                      .deficits = deficit_names[static_cast<std::size_t>(plan.deficits)],
                      .sampler = choices.sampler,
                      .indices = choices.indices,
                      .seed = choices.seed,
                      .sectors = choices.sectors,
                      .num_draws = choices.num_draws};
    if (setup.products) setup.manifest.products_hash = products_hash(*setup.products);
    setup.manifest.horizon = horizon_text(setup.scenario.horizon);
    setup.manifest.profile = profile_name(setup.scenario.horizon.profile);
    setup.manifest.identity = identity_of(setup.manifest);
    return setup;
}

std::vector<std::string> input_lines(const Scenario& scenario, const UncertainInputs& inputs) {
    Scenario settled = scenario;
    if (settled.path && settled.path->regime.empty()) {
        settled.path->regime = policy_regimes[regime_history().regime.back()];
    }
    std::vector<std::string> lines = sentences_of_ensemble(settled);
    const Uncertainty& uncertainty = *scenario.uncertainty;
    if (uncertainty.varies(UncertainInput::trade_elasticity)) {
        lines.push_back(elasticity_line(uncertainty.trade_elasticity, inputs));
    }
    lines.emplace_back("Chances, ranges and deviations are assumptions of the scenario.");
    return lines;
}

}  // namespace entente::detail
