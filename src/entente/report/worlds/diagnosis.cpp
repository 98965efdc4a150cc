#include "entente/report/worlds/diagnosis.hpp"

#include <algorithm>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Table finding_table(const Diagnosis& diagnosis) {
    Table table{
        .columns = {{.name = "item", .title = "Item"}, {.name = "finding", .title = "Finding"}},
        .rows = {}};
    const auto add = [&](const std::string& item, const std::string& finding) {
        table.rows.push_back({text_cell(item), text_cell(finding)});
    };
    add("version", diagnosis.version);
    add("compiler", diagnosis.compiler);
    add("build", diagnosis.build_type);
    add("threads", std::to_string(diagnosis.num_threads));
    for (const auto& [item, finding] : diagnosis.surroundings) add(item, finding);
    if (diagnosis.worlds.empty()) add("worlds", "none found");
    for (const WorldDiagnosis& world : diagnosis.worlds) {
        add("world " + world.name,
            (world.is_intact ? "intact, " : "NOT INTACT: " + world.complaint + ", ") + world.file);
    }
    return table;
}

}  // namespace

bool Diagnosis::is_healthy() const {
    return !worlds.empty() && std::ranges::all_of(worlds, &WorldDiagnosis::is_intact);
}

std::string render(const Diagnosis& diagnosis, const Rendering& how) {
    const Table table = finding_table(diagnosis);
    const Document document{
        .title = "entente doctor",
        .tables = {table},
        .closing = {diagnosis.is_healthy() ? "All worlds found are intact."
                                           : "Not all is well: see the lines on worlds."}};
    return detail::render_document(document, table, {{"findings", table}}, how);
}

}  // namespace entente
