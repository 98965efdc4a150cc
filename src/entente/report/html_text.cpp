#include "entente/report/html_text.hpp"

#include <kainjow/mustache.hpp>

#include "entente/base/error.hpp"
#include "entente/report/levels.hpp"

namespace entente {

extern const std::string_view document_page_template;

namespace {

namespace mustache = kainjow::mustache;

mustache::data to_list(const std::vector<std::string>& lines) {
    mustache::data list{mustache::data::type::list};
    for (const std::string& line : lines) list << mustache::data{"line", line};
    return list;
}

std::string alignment(bool numeric) {
    return numeric ? "number" : "words";
}

mustache::data to_headings(const Table& table) {
    const std::vector<bool> numeric = numeric_columns(table);
    mustache::data columns{mustache::data::type::list};
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        mustache::data column;
        column["title"] = table.columns[c].title;
        column["unit"] = table.columns[c].unit;
        column["kind"] = alignment(numeric[c]);
        columns << column;
    }
    return columns;
}

mustache::data to_rows(const Table& table) {
    const std::vector<bool> numeric = numeric_columns(table);
    mustache::data rows{mustache::data::type::list};
    for (const auto& cells : table.rows) {
        mustache::data list{mustache::data::type::list};
        for (std::size_t c = 0; c < cells.size(); ++c) {
            mustache::data cell;
            cell["text"] = shown_text(cells[c], table.columns[c]);
            cell["kind"] = alignment(numeric[c]);
            cell[c == 0 ? "head" : "body"] = true;
            if (cells[c].level) {
                cell["shade"] = " level-" + std::string(level_letters(*cells[c].level));
            }
            list << cell;
        }
        rows << mustache::data{"cells", list};
    }
    return rows;
}

}  // namespace

std::string html_text(const Document& document) {
    mustache::data tables{mustache::data::type::list};
    for (const Table& table : document.tables) {
        mustache::data entry;
        entry["title"] = table.title;
        entry["has_rows"] = !table.rows.empty();
        entry["columns"] = to_headings(table);
        entry["rows"] = to_rows(table);
        entry["notes"] = to_list(table.notes);
        tables << entry;
    }
    mustache::data page;
    page["title"] = document.title;
    page["style"] = std::string(page_style);
    page["introduction"] = to_list(document.introduction);
    page.set("tables", tables);
    mustache::data charts{mustache::data::type::list};
    for (const Chart& chart : document.charts) {
        mustache::data entry;
        entry["svg"] = chart.svg;
        entry["caption"] = chart.caption;
        charts << entry;
    }
    page.set("charts", charts);
    page["closing"] = to_list(document.closing);

    mustache::mustache form{std::string(document_page_template)};
    if (!form.is_valid()) throw ShapeError("The page template is broken: " + form.error_message());
    return form.render(page);
}

}  // namespace entente
