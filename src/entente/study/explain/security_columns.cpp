// Security between both powers, whether the old tie stands, and the ledger of dated acts.

#include <fmt/format.h>

#include "entente/measures/hedging/security_class.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/study/explain/scored_case.hpp"

namespace entente::detail {
namespace {

constexpr const char* page = "hedging.md";

/// Whether the columns of security are there; else the explanation says why not.
bool has_security(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const HedgingColumn& column = data.hedging();
    if (!column.legend()) {
        explanation.notes.push_back("No figure: " + column.missing() + ".");
        return false;
    }
    explanation.layers = column.legend()->layers;
    if (!column.security().is_known(row.code) || !column.layers().signals) {
        explanation.notes.push_back(fmt::format(
            "The layers do not cover {}: obligations and troops are those of the United States.",
            row.code));
        return false;
    }
    return true;
}

const char* words(DefenceObligation obligation) {
    switch (obligation) {
        case DefenceObligation::treaty:
            return "NATO or bilateral treaty of defence";
        case DefenceObligation::rio:
            return "Rio Pact alone";
        case DefenceObligation::none:
            break;
    }
    return "none";
}

void add_act(const Signal& signal, Explanation& explanation) {
    explanation.cells.push_back(
        {.source = "layer signals",
         .item = fmt::format("{} toward {}: {}", signal.actor, signal.counterpart, signal.text),
         .as_of = signal.date,
         .value = number_cell(signal.direction * signal.magnitude),
         .unit = "direction x magnitude 1 to 5",
         .note = signal.url});
}

void explain_security(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    if (!has_security(data, row, explanation)) return;
    const HedgingColumn& column = data.hedging();
    const SecurityEvidence evidence = column.security().evidence(row.code);
    const SecurityAmbiguity ambiguity = security_ambiguity(evidence);
    explanation.cells.push_back({.source = "layer security",
                                 .item = "defence obligation",
                                 .as_of = fmt::format("{}", column.security().last_year()),
                                 .value = text_cell(words(evidence.obligation))});
    explanation.cells.push_back({.source = "layer security",
                                 .item = "troops of the United States",
                                 .as_of = fmt::format("{}", column.security().last_troops_year()),
                                 .value = number_cell(evidence.troops),
                                 .unit = "persons"});
    for (const Signal& signal : column.layers().signals->signals) {
        if (signal.actor == row.code && signal.channel == SignalChannel::security) {
            add_act(signal, explanation);
        }
    }
    explanation.steps.push_back(
        {.name = "ties in security",
         .formula = "anchor = max(treaty 1 or Rio 1/4, more than 1,000 troops 1/2), rival = "
                    "B+ / (K + mass) [eq:security-ties]",
         .page = page,
         .parts = {{"tie with " + data.words(anchor_pole), ambiguity.tie[anchor_pole], "0 to 1",
                    words(evidence.obligation)},
                   {"tie with " + data.words(rival_pole), ambiguity.tie[rival_pole], "0 to 1",
                    fmt::format("own acts: toward the rival {:.2f} of mass {:.2f}",
                                evidence.dealings.toward_rival, evidence.dealings.mass)}},
         .note = "A class, not a sum: an ally has a treaty; dealings are a tie with the rival "
                 "above zero. Almost no data exist on the rival's side."});
}

void explain_tie_kept(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    if (!has_security(data, row, explanation)) return;
    const SecurityColumn& column = data.hedging().security();
    explanation.cells.push_back({.source = "layer security",
                                 .item = "defence obligation",
                                 .as_of = fmt::format("{}", column.last_year()),
                                 .value = text_cell(words(column.evidence(row.code).obligation))});
    const auto change = column.tie_change(row.code);
    explanation.steps.push_back(
        {.name = "change of the trade tie",
         .formula = "e of 2016 less e of 2011, ITPD-E [eq:trade-tie]",
         .page = page,
         .parts = change ? std::vector<ExplanationPart>{{"change of e", *change, "0 to 1",
                                                         "2011 to 2016, ITPD-E"}}
                         : std::vector<ExplanationPart>{},
         .note = "Kept: an obligation is in force and the change is not below zero. Later years "
                 "have no publisher that covers both ends."});
}

void explain_signs(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    if (!has_security(data, row, explanation)) return;
    const std::vector<DatedAct>& signs = row.hedging.reversal_signs;
    for (const DatedAct& act : signs) {
        explanation.cells.push_back(
            {.source = "layer signals",
             .item = fmt::format("toward {}: {}", act.counterpart, act.text),
             .as_of = act.date,
             .value = number_cell(act.direction * act.magnitude),
             .unit = "direction x magnitude 1 to 5",
             .note = act.url});
    }
    explanation.notes.push_back(
        fmt::format("{} own acts in security, magnitude 3 or more, toward the rival or away from "
                    "the first power in five years. Observed signs, not a forecast.",
                    signs.size()));
}

/// Every act that enters the score, with its weight today.
void explain_ledger(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto one = scored_case(data, row, explanation);
    if (!one) return;
    ExplanationStep step{.name = explanation.column,
                         .formula = "sum of mu delta [eq:signal-decay]",
                         .page = page,
                         .rule = PartRule::sum,
                         .unit = "weighted acts",
                         .note =
                             "Acts count half after three years and not at all after eight; "
                             "entente hedging CODE --show agreements has the score without "
                             "each of them. Evidence, not a census."};
    for (std::size_t k = 0; k < num_channels; ++k) {
        for (const WeighedAct& act : weighed_acts(data.hedging(), one->evidence, k)) {
            step.parts.push_back({fmt::format("{}, {}", act_title(*act.signal), channel_names[k]),
                                  act.weight, "mu delta", act.signal->text});
            add_act(*act.signal, explanation);
        }
    }
    step.value = recomputed(step);
    explanation.value = number_cell(step.value);
    explanation.steps.push_back(std::move(step));
}

}  // namespace

std::vector<ExplainableColumn> security_columns(const PoleKeys& poles) {
    const std::string key = column_key(poles[anchor_pole]);
    return {{.name = "security_ambiguity",
             .other_names = {"security"},
             .meaning = "Treaty ally with or without dealings, partner of both, or neither.",
             .explain = explain_security},
            {.name = key + "_tie_kept",
             .meaning = "Whether a defence obligation stands and the trade tie did not weaken.",
             .explain = explain_tie_kept},
            {.name = "reversal_signs",
             .other_names = {"signs"},
             .meaning = "Own acts in security of five years that may turn it.",
             .explain = explain_signs},
            {.name = "ledger",
             .other_names = {"acts", "signals"},
             .meaning = "Weight of the dated acts behind its score: not a column of the heat map.",
             .unit = "weighted acts",
             .explain = explain_ledger}};
}

}  // namespace entente::detail
