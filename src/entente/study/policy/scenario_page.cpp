#include "entente/study/policy/scenario_page.hpp"

#include "entente/base/date.hpp"
#include "entente/report/ensemble/uncertainty_sentence.hpp"
#include "entente/report/policy/scenario_sentence.hpp"
#include "entente/scenario/compact_form.hpp"
#include "entente/scenario/grammar.hpp"
#include "entente/scenario/scenario_reader.hpp"

namespace entente {
namespace {

ScenarioNames names_of_world(const World& world) {
    ScenarioNames names;
    for (const auto& country : world.data().countries) {
        names.countries[country.code] = country.name;
    }
    for (const auto& sector : world.data().sectors) names.sectors[sector.code] = sector.name;
    return names;
}

std::string text_of(const std::optional<Date>& day) {
    return day ? date_text(*day) : std::string{};
}

void add_sentences(const std::vector<Measure>& measures, const Retaliation& retaliation,
                   const std::string& regime, const ScenarioNames& names, ScenarioPage& page) {
    // Measures of a regime say in whose years they are in force.
    const std::string before = regime.empty() ? "" : "Under " + regime + ": ";
    for (Measure measure : measures) {
        // A regime's measures hold whenever it rules, whatever the dates of the file they came
        // from.
        if (!regime.empty()) measure.valid_from = measure.valid_until = std::nullopt;
        page.sentences.push_back({.kind = rule_of(measure.kind).name,
                                  .sentence = before + sentence_of(measure, names),
                                  .valid_from = text_of(measure.valid_from),
                                  .valid_until = text_of(measure.valid_until),
                                  .source = measure.source});
    }
    const std::string answer = sentence_of(retaliation, names);
    if (answer.empty()) return;
    page.sentences.push_back({.kind = "retaliation",
                              .sentence = before + answer,
                              .valid_from = {},
                              .valid_until = {},
                              .source = retaliation.source});
}

}  // namespace

ScenarioPage show_scenario(const WorldCatalog& worlds, const ScenarioShowOptions& options) {
    const Scenario scenario = open_scenario(options.scenario);
    const std::string named = scenario.world.empty() ? default_world : scenario.world;
    const World world = worlds.open(options.world.empty() ? named : options.world);
    const ScenarioNames names = names_of_world(world);
    const bool has_short_form = !scenario.uncertainty;
    ScenarioPage page{
        .title = scenario.title,
        .world = world.name(),
        .deficits = word_for(deficit_modes(), scenario.deficits),
        .sentences = {},
        .compact = has_short_form || options.compact ? compact_form(scenario) : std::string{},
        .is_compact = options.compact};
    add_sentences(scenario.measures, scenario.retaliation, "", names, page);
    for (const PolicyRegime& regime : scenario.regimes) {
        if (regime.measures.empty()) {
            page.sentences.push_back({.kind = "regime",
                                      .sentence = "Under " + regime.name + ": nothing changes.",
                                      .valid_from = {},
                                      .valid_until = {},
                                      .source = {}});
        }
        add_sentences(regime.measures, regime.retaliation, regime.name, names, page);
    }
    for (const std::string& sentence : sentences_of_ensemble(scenario)) {
        page.sentences.push_back({.kind = "ensemble",
                                  .sentence = "In each draw: " + sentence,
                                  .valid_from = {},
                                  .valid_until = {},
                                  .source = {}});
    }
    return page;
}

}  // namespace entente
