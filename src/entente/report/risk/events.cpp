#include <fmt/format.h>

#include "entente/report/render_document.hpp"
#include "entente/report/risk/history.hpp"

namespace entente {
namespace {

std::string class_word(const RiskEvent& event) {
    if (event.is_treaty_ally) return "treaty ally";
    return event.is_partner ? "partner" : "other";
}

Table event_table(const RiskEventList& list) {
    Table table{
        .title = "Events",
        .columns = {{.name = "iso3", .title = "Code"},
                    {.name = "year", .title = "Year", .decimals = 0, .is_label = true},
                    {.name = "rule", .title = "Rule"},
                    {.name = "kind", .title = "Kind"},
                    {.name = "grade", .title = "Grade", .decimals = 0},
                    {.name = "class", .title = "Class"},
                    {.name = "text", .title = "What the data show", .spare = 1}},
        .rows = {},
        .notes = {"Our own definitions. Grade 1 drift, 2 loosening, 3 break. Class in the year "
                  "before.",
                  "E2 says that American troops ended, not who ended it."}};
    for (const RiskEvent& event : list.events) {
        table.rows.push_back({text_cell(event.state), number_cell(event.year),
                              text_cell(std::string(event_rule_code(event.rule))),
                              text_cell(std::string(event_rule_title(event.rule))),
                              number_cell(event.grade), text_cell(class_word(event)),
                              text_cell(event.text)});
    }
    return table;
}

Table case_table(const RiskEventList& list) {
    Table table{
        .title = "Named cases",
        .columns = {{.name = "iso3", .title = "Code"},
                    {.name = "year", .title = "Year", .decimals = 0, .is_label = true},
                    {.name = "found", .title = "Found as"},
                    {.name = "text", .title = "What happened"},
                    {.name = "source", .title = "Source", .spare = 1}},
        .rows = {},
        .notes = {"Found = an event of the state within three years. The misses are turns of "
                  "policy without votes, bases or treaties moving."}};
    for (const CaseMatch& match : list.cases) {
        const std::string found =
            match.event
                ? fmt::format("{} {}", event_rule_code(match.event->rule), match.event->year)
                : "missed";
        table.rows.push_back({text_cell(match.named.state), number_cell(match.named.year),
                              text_cell(found), text_cell(match.named.text),
                              text_cell(match.named.source)});
    }
    return table;
}

Table act_table(const RiskEventList& list) {
    Table table{
        .title = "Security acts toward a rival since the treaty data end",
        .columns = {{.name = "date", .title = "Date"},
                    {.name = "iso3", .title = "Code"},
                    {.name = "rival", .title = "Toward"},
                    {.name = "magnitude", .title = "Size", .decimals = 0},
                    {.name = "text", .title = "What happened"},
                    {.name = "url", .title = "Page", .spare = 1}},
        .rows = {},
        .notes = {"Rows of the ledger of size 4 and 5: evidence, never counted as events."}};
    for (const RivalAct& act : list.acts) {
        table.rows.push_back({text_cell(act.date), text_cell(act.state), text_cell(act.rival),
                              number_cell(act.magnitude), text_cell(act.text), text_cell(act.url)});
    }
    return table;
}

Table artefact_table(const RiskEventList& list) {
    Table table{.title = "Changes in the data that are no events",
                .columns = {{.name = "iso3", .title = "Code"},
                            {.name = "year", .title = "Year", .decimals = 0, .is_label = true},
                            {.name = "rule", .title = "Rule"},
                            {.name = "reason", .title = "Why"},
                            {.name = "source", .title = "Source", .spare = 1}},
                .rows = {}};
    for (const EventArtefact& artefact : list.artefacts) {
        table.rows.push_back({text_cell(artefact.state), number_cell(artefact.year),
                              text_cell(artefact.rule), text_cell(artefact.reason),
                              text_cell(artefact.source)});
    }
    return table;
}

}  // namespace

std::string render(const RiskEventList& list, const Rendering& how) {
    const std::vector<Table> tables{event_table(list), case_table(list), act_table(list),
                                    artefact_table(list)};
    Document document{.title = "Events of partial reversal"};
    document.introduction = {fmt::format("{} events of {}.", list.events.size(), list.scope)};
    for (const Table& table : tables) {
        if (!table.rows.empty()) document.tables.push_back(table);
    }
    document.closing = {layers_line(list.layers)};
    const JsonObject object{{"scope", text_cell(list.scope)},
                            {"events", tables[0]},
                            {"named_cases", tables[1]},
                            {"security_acts", tables[2]},
                            {"artefacts", tables[3]}};
    return detail::render_document(document, tables[0], object, how);
}

}  // namespace entente
