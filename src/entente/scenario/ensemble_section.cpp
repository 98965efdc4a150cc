#include "entente/scenario/ensemble_section.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/base/nearest_code.hpp"
#include "entente/base/number_text.hpp"
#include "entente/scenario/ensemble_keys.hpp"
#include "entente/scenario/ensemble_timing.hpp"

namespace entente::detail {
namespace {

/// A number between two bounds, both allowed.
void read_number(const Section& section, std::string_view key, double low, double high,
                 double& value) {
    value = section.number(key).value_or(value);
    // Written so that a number that is none is out of range.
    if (value >= low && value <= high) return;
    section.report(key, {.kind = ProblemKind::value_out_of_range,
                         .value = shortest_text(value),
                         .expected = fmt::format("a number from {} to {}", low, high)});
}

/// The words of a list, with those that are none of `names` reported.
std::vector<std::string> read_words(const Section& section, const std::string& key,
                                    const std::vector<std::string>& names) {
    const std::vector<std::string> given = section.texts(key);
    const auto places = section.places();
    for (std::size_t k = 0; k < given.size(); ++k) {
        if (std::ranges::find(names, given[k]) != names.end()) continue;
        const FilePlace place = places.at(key).at(k);
        const std::string nearest = nearest_code(given[k], names);
        section.report(
            key,
            {.kind = ProblemKind::unknown_word,
             .line = place.line,
             .character = place.character,
             .value = given[k],
             .expected = fmt::format("{}", fmt::join(names, ", ")),
             .fix = nearest.empty() ? "" : fmt::format("write {} if that was meant", nearest)});
    }
    return given;
}

void read_vary(const Section& section, Uncertainty& uncertainty) {
    section.require("vary");
    const std::vector<std::string> given = read_words(section, "vary", input_names());
    for (const InputRule& rule : input_rules()) {
        if (std::ranges::find(given, rule.name) != given.end()) {
            uncertainty.vary.push_back(rule.input);
        }
    }
}

void read_elasticity(const Section& section, ElasticitySpread& spread) {
    report_unknown_keys(section, UncertainInput::trade_elasticity);
    spread.distribution =
        section.word("distribution", distributions()).value_or(spread.distribution);
    if (!section.has("without_se")) return;
    double without_se = 1.0;
    read_number(section, "without_se", 0.0, 1.0, without_se);
    if (without_se > 0.0) {
        spread.without_se = without_se;
    } else if (without_se == 0.0) {
        section.report("without_se", {.kind = ProblemKind::value_out_of_range,
                                      .value = "0",
                                      .expected = "a number above 0 and up to 1",
                                      .fix = "remove without_se to keep such sectors as they are"});
    }
}

void read_flow_errors(const Section& section, FlowErrors& errors) {
    report_unknown_keys(section, UncertainInput::data_error);
    read_number(section, "observed", 0.0, 1.0, errors.observed);
    read_number(section, "scaled", 0.0, 1.0, errors.scaled);
    read_number(section, "estimated", 0.0, 1.0, errors.estimated);
}

void read_compliance(const Section& section, ComplianceSpread& spread) {
    report_unknown_keys(section, UncertainInput::compliance);
    read_number(section, "low", 0.0, 1.0, spread.low);
    read_number(section, "high", 0.0, 1.0, spread.high);
    if (spread.low <= spread.high) return;
    section.report("low", {.kind = ProblemKind::value_out_of_range,
                           .value = shortest_text(spread.low),
                           .expected = fmt::format("at most high, {}", spread.high)});
}

/// Codes without a measure of their own, and measures shared with somebody whose answer is certain.
void check_retaliation(const Section& section, const Scenario& scenario,
                       const RetaliationChance& chance) {
    const auto places = section.places();
    for (std::size_t k = 0; k < chance.by.size(); ++k) {
        const std::vector<std::string> alone{chance.by[k]};
        const bool has_own = std::ranges::any_of(
            scenario.measures, [&](const Measure& measure) { return measure.by == alone; });
        if (has_own) continue;
        const FilePlace place = places.at("by").at(k);
        section.report("by", {.kind = ProblemKind::nothing_to_vary,
                              .line = place.line,
                              .character = place.character,
                              .value = chance.by[k],
                              .expected = fmt::format("a measure with by = \"{}\" and nobody else",
                                                      chance.by[k])});
    }
}

void read_rules(const Section& section, const Scenario& scenario, RetaliationChance& chance) {
    const std::vector<std::string> given =
        read_words(section, "rules", names_of(retaliation_rules()));
    for (const auto& [name, rule] : retaliation_rules()) {
        if (std::ranges::find(given, name) != given.end()) chance.rules.push_back(rule);
    }
    const bool is_any_chosen = std::ranges::any_of(chance.rules, is_chosen);
    const auto& places = scenario.retaliation.values.places;
    if (is_any_chosen && !(places.contains("by") && places.contains("against"))) {
        section.report("rules", {.kind = ProblemKind::missing_key,
                                 .expected = "by and against in the table [retaliation], which the "
                                             "rules optimal and nash need",
                                 .fix = "name in [retaliation] who chooses and whose goods they "
                                        "tax"});
    }
    if (given.size() > 1) return;
    section.report("rules", {.kind = ProblemKind::nothing_to_vary,
                             .expected = "two rules or more, such as [\"none\", \"reciprocal\"]"});
}

void read_retaliation(const Section& section, const Scenario& scenario, RetaliationChance& chance) {
    report_unknown_keys(section, UncertainInput::retaliation);
    if (!section.has("rules")) section.require("by");
    if (section.has("by")) chance.by = section.texts("by");
    read_number(section, "probability", 0.0, 1.0, chance.probability);
    check_retaliation(section, scenario, chance);
    if (section.has("rules")) read_rules(section, scenario, chance);
}

bool has_export_control(const Scenario& scenario) {
    return std::ranges::any_of(scenario.measures, [](const Measure& measure) {
        return measure.kind == MeasureKind::export_control;
    });
}

}  // namespace

void read_ensemble(const Section& section, Scenario& scenario) {
    std::vector<std::string> known = input_names();
    known.insert(known.begin(), vary_key().name);
    section.report_unknown_keys(known);
    Uncertainty uncertainty;
    read_vary(section, uncertainty);
    for (const InputRule& rule : input_rules()) {
        if (!section.has(rule.name) || uncertainty.varies(rule.input)) continue;
        section.report(rule.name, {.kind = ProblemKind::input_not_varied, .value = rule.name});
    }
    if (const auto table = section.table("trade_elasticity")) {
        read_elasticity(*table, uncertainty.trade_elasticity);
    }
    if (const auto table = section.table("data_error")) {
        read_flow_errors(*table, uncertainty.data_error);
    }
    if (const auto table = section.table("compliance")) {
        read_compliance(*table, uncertainty.compliance);
    }
    if (const auto table = section.table("retaliation")) {
        read_retaliation(*table, scenario, uncertainty.retaliation);
    }
    if (const auto table = section.table("horizon")) {
        read_horizon(*table, uncertainty.horizon);
    }
    if (const auto table = section.table("regime")) {
        read_regime_year(*table, scenario, uncertainty.regime);
    }
    if (uncertainty.varies(UncertainInput::regime)) check_regimes(section, scenario);
    if (uncertainty.varies(UncertainInput::horizon) && !section.has("horizon")) {
        section.report("vary", {.kind = ProblemKind::nothing_to_vary,
                                .value = "horizon",
                                .expected = "a table [ensemble.horizon] with chances"});
    }
    if (uncertainty.varies(UncertainInput::retaliation) && !section.has("retaliation")) {
        section.report("vary", {.kind = ProblemKind::nothing_to_vary,
                                .value = "retaliation",
                                .expected = "a table [ensemble.retaliation] that says by whom"});
    }
    if (uncertainty.varies(UncertainInput::compliance) && !has_export_control(scenario)) {
        section.report("vary", {.kind = ProblemKind::nothing_to_vary,
                                .value = "compliance",
                                .expected = "a measure of kind export_control"});
    }
    scenario.uncertainty = std::move(uncertainty);
}

}  // namespace entente::detail
