// Agreements of an economy, or of all, among economies other than the powers and with the powers.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "entente/measures/agreement_links.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/study/explain/scored_case.hpp"

namespace entente::detail {
namespace {

constexpr const char* page = "poles.md";
/// Every economy at once, as entente links counts.
constexpr std::string_view everybody = "WLD";

using Count = std::size_t LinkYear::*;

/// Acts of an economy or of all, by partner or by pair.
struct Agreements {
    std::vector<std::string> powers;
    /// 0 = all years.
    int year = 0;
    std::map<std::string, SignalsLedger> by_partner{};

    std::size_t count(const SignalsLedger& ledger, Count what) const {
        std::size_t sum = 0;
        for (const LinkYear& one : agreement_links(ledger, powers).years) {
            if (year == 0 || one.year == year) sum += one.*what;
        }
        return sum;
    }
};

/// Nothing without the ledger; then the explanation says why.
std::optional<Agreements> agreements_of(const ExplainData& data, const HeatMapRow& row,
                                        Explanation& explanation) {
    const SignalsLedger* ledger = data.signals();
    if (ledger == nullptr) {
        explanation.notes.push_back("No figure: " + missing_layer("signals"));
        return {};
    }
    explanation.layers = {data.layer_stamp("signals")};
    Agreements some{.powers = data.options().poles, .year = data.year()};
    for (const Signal& act : ledger->signals) {
        const auto [one, other] = std::minmax(act.actor, act.counterpart);
        if (row.code == everybody) {
            some.by_partner[fmt::format("{} and {}", one, other)].signals.push_back(act);
        } else if (act.actor == row.code) {
            some.by_partner[act.counterpart].signals.push_back(act);
        } else if (act.counterpart == row.code) {
            some.by_partner[act.actor].signals.push_back(act);
        }
    }
    explanation.notes.push_back(fmt::format(
        "{}; powers are {} and {}. The ledger is evidence, not a census, and covers later years "
        "better: read the share and not the count. A definition of ours.",
        some.year == 0 ? "Of all years (--year takes one)" : fmt::format("Of {}", some.year),
        some.powers.front(), some.powers.back()));
    if (row.code != everybody) {
        explanation.notes.push_back(
            "Its own part of what entente links counts of all: each agreement is one of both its "
            "sides. WLD has the figures of the table.");
    }
    return some;
}

/// What each partner or pair adds; returns the sum.
double add_count(const Agreements& some, Count what, const std::string& name,
                 Explanation& explanation) {
    ExplanationStep step{.name = name,
                         .formula = "one for each pair, year and kind of act [eq:link-share]",
                         .page = page,
                         .rule = PartRule::sum,
                         .unit = "agreements"};
    for (const auto& [partner, ledger] : some.by_partner) {
        const auto count = static_cast<double>(some.count(ledger, what));
        if (count > 0.0) step.parts.push_back({partner, count, "agreements", {}});
    }
    step.value = recomputed(step);
    explanation.steps.push_back(step);
    return step.value;
}

/// Whether an act, of those between two sides, is one that a figure counts.
bool counts(const Agreements& some, const Signal& act, const AgreementLinks& links, Count what) {
    if (what != &LinkYear::num_new_pairs) {
        return some.count({.as_of = {}, .signals = {act}}, what) > 0;
    }
    const auto first = std::ranges::find(links.links, act.id, &AgreementLink::signal);
    return first != links.links.end() && (some.year == 0 || first->year == some.year);
}

/// The acts that count, by day; both sides of one agreement where both report it.
void add_acts(const Agreements& some, const std::vector<Count>& whats, Explanation& explanation) {
    std::vector<const Signal*> acts;
    for (const auto& [partner, ledger] : some.by_partner) {
        const AgreementLinks links = agreement_links(ledger, some.powers);
        for (const Signal& act : ledger.signals) {
            const auto is_counted = [&](Count what) { return counts(some, act, links, what); };
            if (std::ranges::any_of(whats, is_counted)) acts.push_back(&act);
        }
    }
    std::ranges::sort(acts, std::ranges::greater{},
                      [](const Signal* act) { return std::pair(act->date, act->id); });
    for (const Signal* act : acts) {
        explanation.cells.push_back({.source = "layer signals",
                                     .item = act_title(*act) + ", " + act->kind,
                                     .as_of = act->date,
                                     .value = number_cell(static_cast<double>(act->magnitude)),
                                     .unit = "magnitude",
                                     .note = act->url});
    }
}

void explain_count(const ExplainData& data, const HeatMapRow& row, Count what,
                   Explanation& explanation) {
    const auto some = agreements_of(data, row, explanation);
    if (!some) return;
    explanation.value = number_cell(add_count(*some, what, explanation.column, explanation));
    add_acts(*some, {what}, explanation);
}

void explain_share(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto some = agreements_of(data, row, explanation);
    if (!some) return;
    Explanation counts;
    const double others = add_count(*some, &LinkYear::num_among_others, "among_others", counts);
    const double powers = add_count(*some, &LinkYear::num_with_powers, "with_powers", counts);
    if (others + powers == 0.0) {
        explanation.notes.push_back("The ledger has no agreement of it but in security.");
        return;
    }
    explanation.value = number_cell(others / (others + powers));
    explanation.steps.push_back(
        {.name = explanation.column,
         .formula = "among others / (among others + with powers) [eq:link-share]",
         .page = page,
         .rule = PartRule::ratio,
         .parts = {{"among_others", others, "agreements", {}},
                   {"both", others + powers, "agreements", {}}},
         .value = number_of(explanation),
         .unit = explanation.unit});
    explanation.steps.push_back({.name = "both",
                                 .formula = "among others + with powers",
                                 .rule = PartRule::sum,
                                 .parts = {{"among_others", others, "agreements", {}},
                                           {"with_powers", powers, "agreements", {}}},
                                 .value = others + powers,
                                 .unit = "agreements"});
    for (ExplanationStep& step : counts.steps) explanation.steps.push_back(std::move(step));
    add_acts(*some, {&LinkYear::num_among_others, &LinkYear::num_with_powers}, explanation);
}

ExplainableColumn count_column(std::string name, std::string meaning, Count what) {
    return {.name = std::move(name),
            .meaning = std::move(meaning) + ": a column of entente links.",
            .unit = "agreements",
            .has_everybody = true,
            .explain = [what](const auto& data, const auto& row, auto& explanation) {
                explain_count(data, row, what, explanation);
            }};
}

}  // namespace

std::vector<ExplainableColumn> link_columns(const PoleKeys&) {
    return {
        count_column("among_others", "Its agreements with economies other than the powers",
                     &LinkYear::num_among_others),
        count_column("with_powers", "Its agreements with the powers", &LinkYear::num_with_powers),
        {.name = "share_among_others",
         .other_names = {"links"},
         .meaning = "Agreements with economies other than the powers over all of its agreements: "
                    "a column of entente links.",
         .unit = "0 to 1",
         .has_everybody = true,
         .explain = explain_share},
        count_column("new_pairs",
                     "Partners other than the powers it agreed with for the first "
                     "time, apart in security",
                     &LinkYear::num_new_pairs),
        count_column("security_among_others",
                     "Its agreements in security with economies other than the powers",
                     &LinkYear::num_security_among_others),
        count_column("security_with_powers", "Its agreements in security with the powers",
                     &LinkYear::num_security_with_powers)};
}

}  // namespace entente::detail
