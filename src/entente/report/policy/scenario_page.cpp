#include "entente/report/policy/scenario_page.hpp"

#include <fmt/format.h>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Table sentence_table(const ScenarioPage& page) {
    Table table{.columns = {{.name = "kind", .title = "Kind"},
                            {.name = "sentence", .title = "Measure"},
                            {.name = "valid_from", .title = "From"},
                            {.name = "valid_until", .title = "Until"},
                            {.name = "source", .title = "Source"}},
                .rows = {}};
    for (const ScenarioSentence& row : page.sentences) {
        table.rows.push_back({text_cell(row.kind), text_cell(row.sentence),
                              text_cell(row.valid_from), text_cell(row.valid_until),
                              text_cell(row.source)});
    }
    return table;
}

/// Sentences as prose, since a table would cut them short.
std::vector<std::string> paragraphs(const ScenarioPage& page) {
    std::vector<std::string> lines;
    for (std::size_t k = 0; k < page.sentences.size(); ++k) {
        const ScenarioSentence& row = page.sentences[k];
        lines.push_back(fmt::format("{}. {}{}", k + 1, row.sentence,
                                    row.source.empty() ? "" : " Source: " + row.source));
    }
    if (lines.empty()) lines.emplace_back("Nothing changes.");
    return lines;
}

}  // namespace

std::string render(const ScenarioPage& page, const Rendering& how) {
    if (page.is_compact && how.format == Format::text) return page.compact + "\n";
    const Table sentences = sentence_table(page);
    const Table compact{.columns = {{.name = "compact", .title = "Short form"}},
                        .rows = {{text_cell(page.compact)}}};
    Document document{
        .title = page.title,
        .introduction = paragraphs(page),
        .closing = {fmt::format("World: {}. Deficits: {}.", page.world, page.deficits)}};
    if (page.is_compact) document = {.title = page.title, .introduction = {page.compact}};
    return detail::render_document(document, page.is_compact ? compact : sentences,
                                   {{"scenario", text_cell(page.title)},
                                    {"world", text_cell(page.world)},
                                    {"deficits", text_cell(page.deficits)},
                                    {"measures", sentences},
                                    {"compact", text_cell(page.compact)}},
                                   how);
}

}  // namespace entente
