#include "entente/study/scenario_page.hpp"

#include "entente/base/date.hpp"
#include "entente/report/scenario_sentence.hpp"
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

}  // namespace

ScenarioPage show_scenario(const WorldCatalog& worlds, const ScenarioShowOptions& options) {
    const Scenario scenario = open_scenario(options.scenario);
    const std::string named = scenario.world.empty() ? default_world : scenario.world;
    const World world = worlds.open(options.world.empty() ? named : options.world);
    const ScenarioNames names = names_of_world(world);
    ScenarioPage page{.title = scenario.title,
                      .world = world.name(),
                      .deficits = word_for(deficit_modes(), scenario.deficits),
                      .sentences = {},
                      .compact = compact_form(scenario),
                      .is_compact = options.compact};
    for (const Measure& measure : scenario.measures) {
        page.sentences.push_back({.kind = rule_of(measure.kind).name,
                                  .sentence = sentence_of(measure, names),
                                  .valid_from = text_of(measure.valid_from),
                                  .valid_until = text_of(measure.valid_until),
                                  .source = measure.source});
    }
    const std::string answer = sentence_of(scenario.retaliation, names);
    if (!answer.empty()) {
        page.sentences.push_back({.kind = "retaliation",
                                  .sentence = answer,
                                  .valid_from = {},
                                  .valid_until = {},
                                  .source = scenario.retaliation.source});
    }
    return page;
}

}  // namespace entente
