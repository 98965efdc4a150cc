#include "entente/study/ensemble_setup.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/base/sha256.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/scenario/compact_form.hpp"
#include "entente/scenario/grammar.hpp"
#include "entente/study/dated_scenario.hpp"
#include "entente/study/diagnosis.hpp"

namespace entente::detail {
namespace {

DrawPlan plan_of(const Scenario& scenario, const EnsembleChoices& choices) {
    DrawPlan plan{.seed = std::stoull(choices.seed),
                  .deficits = deficits_of(scenario, choices.deficits),
                  .sector_countries = choices.sectors};
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

std::string elasticity_line(const ElasticitySpread& spread, const UncertainInputs& inputs) {
    std::string line = fmt::format(
        "trade_elasticity, {} with the world's value as mean and its standard error",
        spread.distribution == ElasticityDistribution::lognormal ? "lognormal" : "uniform");
    if (inputs.error_without_se() > 0.0) {
        line +=
            fmt::format(", or {:.6g} of theta where the world states none (an assumption of {})",
                        inputs.error_without_se(), spread.without_se ? "the scenario" : "ours");
    }
    if (!inputs.fixed_sectors().empty()) {
        line += fmt::format("; kept as they are for want of a standard error: {}",
                            fmt::join(inputs.fixed_sectors(), ", "));
    }
    return line + ".";
}

void add_retaliation_lines(const RetaliationChance& chance, std::vector<std::string>& lines) {
    if (!chance.by.empty()) {
        lines.push_back(
            fmt::format("retaliation by {}, each with probability {:.6g} (an assumption).",
                        fmt::join(chance.by, ", "), chance.probability));
    }
    if (chance.rules.empty()) return;
    std::vector<std::string> names;
    for (const auto& [name, rule] : retaliation_rules()) {
        if (std::ranges::find(chance.rules, rule) != chance.rules.end()) names.push_back(name);
    }
    lines.push_back(fmt::format("the rule of retaliation, each as likely: {} (an assumption).",
                                fmt::join(names, ", ")));
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
    const Uncertainty& uncertainty = *scenario.uncertainty;
    std::vector<std::string> lines;
    for (const UncertainInput input : uncertainty.vary) {
        switch (input) {
            case UncertainInput::trade_elasticity:
                lines.push_back(elasticity_line(uncertainty.trade_elasticity, inputs));
                break;
            case UncertainInput::data_error:
                lines.push_back(fmt::format(
                    "data_error, lognormal errors of flows with deviations {:.6g} where observed, "
                    "{:.6g} scaled, {:.6g} estimated (assumptions).",
                    uncertainty.data_error.observed, uncertainty.data_error.scaled,
                    uncertainty.data_error.estimated));
                break;
            case UncertainInput::compliance:
                lines.push_back(fmt::format(
                    "compliance with export controls, uniform from {:.6g} to {:.6g} (assumptions).",
                    uncertainty.compliance.low, uncertainty.compliance.high));
                break;
            case UncertainInput::retaliation:
                add_retaliation_lines(uncertainty.retaliation, lines);
                break;
        }
    }
    return lines;
}

}  // namespace entente::detail
