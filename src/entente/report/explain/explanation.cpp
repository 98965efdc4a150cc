#include "entente/report/explain/explanation.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

// Of long lists people see the largest; files hold all.
constexpr std::size_t most_rows = 12;
constexpr std::size_t most_cells = 30;

/// "is 3.414", "is deepening", "has no figure"
std::string shown(const Cell& value) {
    if (value.is_empty()) return "has no figure";
    if (const auto* number = std::get_if<double>(&value.value))
        return fmt::format("is {:.4g}", *number);
    return "is " + std::get<std::string>(value.value);
}

/// "hedging.md [eq:hedging-index]" of a formula that ends with its label.
std::string label_of(const ExplanationStep& step) {
    const std::size_t begin = step.formula.find("[eq:");
    if (begin == std::string::npos) return {};
    return step.formula.substr(begin, step.formula.find(']', begin) + 1 - begin);
}

std::vector<ExplanationPart> largest_first(const ExplanationStep& step) {
    std::vector<ExplanationPart> parts = step.parts;
    if (parts.size() > most_rows) {
        std::ranges::stable_sort(parts, std::ranges::greater{},
                                 [](const ExplanationPart& part) { return std::abs(part.value); });
        parts.resize(most_rows);
    }
    return parts;
}

Table step_table(const ExplanationStep& step, std::size_t number) {
    const bool has_shares = step.rule == PartRule::sum || step.rule == PartRule::loss_of_logs;
    Table table{.title = fmt::format("{}. {}", number, step.name),
                .columns = {{.name = "part", .title = "Part"},
                            {.name = "value", .title = "Value", .decimals = 4}},
                .rows = {}};
    if (has_shares) {
        table.columns.push_back(
            {.name = "share", .title = "Share", .unit = "%", .decimals = 1, .shown_scale = 100.0});
    }
    table.columns.push_back({.name = "unit", .title = "Unit"});
    table.columns.push_back({.name = "note", .title = "From"});
    for (const ExplanationPart& part : largest_first(step)) {
        std::vector<Cell> row{text_cell(part.name), number_cell(part.value)};
        if (has_shares) row.push_back(number_cell(share_of_part(step, part)));
        row.push_back(text_cell(part.unit));
        row.push_back(text_cell(part.note));
        table.rows.push_back(std::move(row));
    }
    if (!step.formula.empty()) {
        table.notes.push_back(step.page.empty()
                                  ? step.formula
                                  : fmt::format("{} (docs/theory/{})", step.formula, step.page));
    }
    const std::string filled = filled_in(step);
    if (!filled.empty()) table.notes.push_back(filled + (step.unit.empty() ? "" : " " + step.unit));
    if (step.parts.size() > most_rows) {
        table.notes.push_back(fmt::format("The largest {} of {} parts; --format csv has all.",
                                          most_rows, step.parts.size()));
    }
    if (!step.note.empty()) table.notes.push_back(step.note);
    return table;
}

Table cell_table(const std::vector<ExplanationCell>& cells) {
    Table table{.title = "Cells read",
                .columns = {{.name = "source", .title = "From"},
                            {.name = "item", .title = "What"},
                            {.name = "as_of", .title = "As of"},
                            {.name = "value", .title = "Value", .decimals = 3},
                            {.name = "unit", .title = "Unit"},
                            {.name = "note", .title = "Quality, publisher"}},
                .rows = {}};
    for (const ExplanationCell& cell : cells) {
        table.rows.push_back({text_cell(cell.source), text_cell(cell.item), text_cell(cell.as_of),
                              cell.value, text_cell(cell.unit), text_cell(cell.note)});
    }
    return table;
}

/// The same with the first cells alone.
Table cell_page(const std::vector<ExplanationCell>& cells) {
    if (cells.size() <= most_cells) return cell_table(cells);
    Table table = cell_table({cells.begin(), cells.begin() + most_cells});
    table.notes.push_back(
        fmt::format("The first {} of {}; --format csv has all.", most_cells, cells.size()));
    return table;
}

Table part_table(const Explanation& explanation) {
    Table table{.columns = {{.name = "step", .title = "Step"},
                            {.name = "part", .title = "Part"},
                            {.name = "value", .title = "Value"},
                            {.name = "share", .title = "Share"},
                            {.name = "unit", .title = "Unit"},
                            {.name = "note", .title = "From"}},
                .rows = {}};
    for (const ExplanationStep& step : explanation.steps) {
        for (const ExplanationPart& part : step.parts) {
            table.rows.push_back({text_cell(step.name), text_cell(part.name),
                                  number_cell(part.value), number_cell(share_of_part(step, part)),
                                  text_cell(part.unit), text_cell(part.note)});
        }
    }
    return table;
}

Table formula_table(const Explanation& explanation) {
    Table table{.columns = {{.name = "step", .title = "Step"},
                            {.name = "value", .title = "Value"},
                            {.name = "unit", .title = "Unit"},
                            {.name = "formula", .title = "Formula"},
                            {.name = "label", .title = "Label"},
                            {.name = "page", .title = "Page"},
                            {.name = "filled_in", .title = "Filled in"},
                            {.name = "note", .title = "Note"}},
                .rows = {}};
    for (const ExplanationStep& step : explanation.steps) {
        table.rows.push_back({text_cell(step.name), number_cell(step.value), text_cell(step.unit),
                              text_cell(step.formula), text_cell(label_of(step)),
                              text_cell(step.page.empty() ? "" : "docs/theory/" + step.page),
                              text_cell(filled_in(step)), text_cell(step.note)});
    }
    return table;
}

/// The figure and all parts, one row each.
Table data_table(const Explanation& explanation) {
    Table table = part_table(explanation);
    table.rows.insert(table.rows.begin(),
                      {text_cell(explanation.column), text_cell("value"), explanation.value, Cell{},
                       text_cell(explanation.unit), text_cell(explanation.meaning)});
    for (const ExplanationCell& cell : explanation.cells) {
        table.rows.push_back({text_cell("cells"), text_cell(cell.item), cell.value, Cell{},
                              text_cell(cell.unit),
                              text_cell(fmt::format("{}, {}{}{}", cell.source, cell.as_of,
                                                    cell.note.empty() ? "" : ", ", cell.note))});
    }
    return table;
}

}  // namespace

Document explanation_document(const Explanation& explanation) {
    // "0 to 1" is a range and not a unit that a number carries.
    const bool is_range = explanation.unit.find(" to ") != std::string::npos;
    const std::string unit = explanation.unit.empty() ? ""
                             : is_range               ? " (" + explanation.unit + ")"
                                                      : " " + explanation.unit;
    Document document{.title = fmt::format("{} ({}): {} {}{}", explanation.name, explanation.code,
                                           explanation.column, shown(explanation.value),
                                           explanation.value.is_empty() ? "" : unit),
                      .introduction = {explanation.meaning}};
    if (!explanation.interval.empty()) document.introduction.push_back(explanation.interval);
    document.introduction.insert(document.introduction.end(), explanation.notes.begin(),
                                 explanation.notes.end());
    std::size_t number = 0;
    for (const ExplanationStep& step : explanation.steps) {
        document.tables.push_back(step_table(step, ++number));
    }
    if (!explanation.cells.empty()) document.tables.push_back(cell_page(explanation.cells));
    document.closing.push_back(world_line(explanation.world));
    const std::string sources = sources_line(explanation.world);
    if (!sources.empty()) document.closing.push_back(sources);
    const std::string layers = layers_line(explanation.layers);
    if (!layers.empty()) document.closing.push_back(layers);
    document.closing.push_back("entente cite lists every source with its licence.");
    return document;
}

std::string render(const Explanation& explanation, const Rendering& how) {
    std::vector<std::string> layers;
    for (const LayerStamp& layer : explanation.layers) {
        layers.push_back(fmt::format("{} {} ({})", layer.name, layer.content_hash,
                                     fmt::join(layer.sources, ", ")));
    }
    const JsonObject object{world_field(explanation.world),
                            {"layers", layers},
                            {"iso3", text_cell(explanation.code)},
                            {"name", text_cell(explanation.name)},
                            {"column", text_cell(explanation.column)},
                            {"meaning", text_cell(explanation.meaning)},
                            {"value", explanation.value},
                            {"unit", text_cell(explanation.unit)},
                            {"low", number_cell(explanation.low)},
                            {"high", number_cell(explanation.high)},
                            {"interval", text_cell(explanation.interval)},
                            {"notes", explanation.notes},
                            {"steps", formula_table(explanation)},
                            {"parts", part_table(explanation)},
                            {"cells", cell_table(explanation.cells)}};
    return detail::render_document(explanation_document(explanation), data_table(explanation),
                                   object, how);
}

std::string render(const ExplainableList& list, const Rendering& how) {
    Table data{.columns = {{.name = "column", .title = "Column"},
                           {.name = "meaning", .title = "What it says"},
                           {.name = "other_names", .title = "Also"}},
               .rows = {}};
    // To read, without the short names, which would leave no room for the meaning.
    Table shown{.columns = {data.columns[0], data.columns[1]}, .rows = {}};
    for (const ExplainableRow& row : list.rows) {
        shown.rows.push_back({text_cell(row.column), text_cell(row.meaning)});
        data.rows.push_back(shown.rows.back());
        data.rows.back().push_back(text_cell(fmt::format("{}", fmt::join(row.other_names, ", "))));
    }
    const Document document{
        .title = "What entente explain can take apart",
        .introduction = {"entente explain COUNTRY COLUMN, such as entente explain VNM "
                         "exposure_us_pct. Short names, such as hedging for hedging_activity, are "
                         "listed with --format csv or json."},
        .tables = {shown}};
    return detail::render_document(document, data, {{"columns", data}}, how);
}

}  // namespace entente
