#include <fmt/format.h>

#include <array>

#include "entente/base/error.hpp"
#include "entente/source/text_file.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "entente/world/layer/layer_layout.hpp"
#include "entente/world/layer/validate_layer.hpp"
#include "entente/world/recipe/recipe_table.hpp"
#include "entente/world/tidy_parts.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

/// Tables as they were read, with the lines that problems name.
struct ReadTables {
    std::map<std::string, std::string, std::less<>> files;
    std::map<std::string, std::vector<std::size_t>, std::less<>> lines;
};

void read_heading(const fs::path& folder, LayerData& data, Problems& problems) {
    const auto table = detail::RecipeTable::read(folder / "layer.toml", problems);
    if (!table) return;
    data.name = table->text("name");
    const std::string kind = table->text("kind");
    if (kind != "layer") {
        table->report(ProblemKind::value_out_of_range, "kind", kind, "\"layer\"");
    }
    data.layout = table->text("layout");
    data.version = static_cast<int>(table->number("version"));
    data.title = table->text("title");
    const std::string as_of = table->text("as_of");
    if (const auto day = parse_date(as_of)) {
        data.as_of = *day;
    } else {
        table->report(ProblemKind::not_a_date, "as_of", as_of, "\"YYYY-MM-DD\"");
    }
    data.source_names = table->texts("sources");
    table->report_unknown_keys();
}

/// Cells of one column. Numbers that are none are reported here, where the line is known.
LayerColumn read_column(const CsvTable& csv, const LayerColumnLayout& layout, Problems& problems) {
    const std::size_t c = *csv.column(layout.name);
    LayerColumn column(std::string(layout.name), is_numeric(layout.kind));
    for (std::size_t row = 0; row < csv.num_rows(); ++row) {
        if (!column.numeric()) {
            column.add(csv.text(row, c));
        } else if (layout.may_be_empty && csv.text(row, c).empty()) {
            column.add(std::numeric_limits<double>::quiet_NaN());
        } else {
            column.add(
                csv.number(row, c, problems).value_or(std::numeric_limits<double>::quiet_NaN()));
        }
    }
    return column;
}

void read_table(const fs::path& folder, const LayerTableLayout& layout, LayerData& data,
                ReadTables& read, Problems& problems) {
    const std::string name = fmt::format("{}.csv", layout.name);
    const auto path = find_plain_or_gzip(folder, name);
    read.files.emplace(layout.name, (path ? *path : folder / name).string());
    if (!path) {
        problems.add({.kind = ProblemKind::file_missing,
                      .file = (folder / name).string(),
                      .expected = std::string(layout.text)});
        return;
    }
    std::vector<std::string_view> columns;
    for (const LayerColumnLayout& column : layout.columns) columns.push_back(column.name);
    const auto csv = CsvTable::read(*path, columns, problems);
    if (!csv) return;
    LayerTable table{.name = std::string(layout.name), .columns = {}};
    for (const LayerColumnLayout& column : layout.columns) {
        table.columns.push_back(read_column(*csv, column, problems));
    }
    auto& lines = read.lines[table.name];
    for (std::size_t row = 0; row < csv->num_rows(); ++row) lines.push_back(csv->line(row));
    data.tables.push_back(std::move(table));
}

/// Parameters, sources and reference values are written as in a tidy folder.
void read_records(const fs::path& folder, LayerData& data, Problems& problems) {
    detail::TidyInput input{.folder = folder};
    detail::read_records(input);
    for (const Problem& problem : input.problems.found()) problems.add(problem);
    data.parameters = std::move(input.data.parameters);
    data.sources = std::move(input.data.sources);
    data.reference_values = std::move(input.data.reference_values);
}

}  // namespace

bool is_layer_folder(const fs::path& folder) {
    return fs::is_regular_file(folder / "layer.toml");
}

Layer read_layer_folder(const fs::path& folder) {
    Problems problems;
    LayerData data;
    ReadTables read;
    read_heading(folder, data, problems);
    problems.throw_if_any();
    read.files["layer"] = (folder / "layer.toml").string();
    read.files["sources"] = (folder / "sources.csv").string();
    const LayerLayout* layout = find_layer_layout(data.layout);
    const bool is_known = layout != nullptr && layout->version == data.version;
    if (is_known) {
        read_records(folder, data, problems);
        for (const LayerTableLayout& table : layout->tables) {
            read_table(folder, table, data, read, problems);
        }
    }
    // A table that could not be read has been reported; the others are judged all the same.
    const bool is_complete = is_known && data.tables.size() == layout->tables.size();
    const detail::LayerPlaces places{
        .file = [&](const std::string& table) { return read.files[table]; },
        .line = [&](const std::string& table, std::size_t row) { return read.lines[table][row]; },
        .numbers_are_read = true};
    if (is_complete || !is_known) detail::validate_layer(data, places, problems);
    problems.throw_if_any();
    return Layer(std::move(data));
}

}  // namespace entente
