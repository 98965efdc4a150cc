#include "entente/report/record_tables.hpp"

namespace entente::detail {

Table source_table(const std::vector<Source>& sources) {
    Table table{.title = "Sources",
                .columns = {{.name = "source", .title = "Code"},
                            {.name = "title", .title = "Title"},
                            {.name = "publisher", .title = "Publisher", .spare = 1},
                            {.name = "year", .title = "Year"},
                            {.name = "licence", .title = "Licence"},
                            {.name = "url", .title = "Address", .spare = 2}},
                .rows = {}};
    for (const Source& source : sources) {
        table.rows.push_back({text_cell(source.code), text_cell(source.title),
                              text_cell(source.publisher), text_cell(source.year),
                              text_cell(source.licence), text_cell(source.url)});
    }
    return table;
}

Table parameter_table(const std::vector<Parameter>& parameters) {
    Table table{.title = "Parameters",
                .columns = {{.name = "name", .title = "Name"},
                            {.name = "value", .title = "Value", .decimals = 4},
                            {.name = "unit", .title = "Unit"},
                            {.name = "low", .title = "Low", .decimals = 4, .spare = 1},
                            {.name = "high", .title = "High", .decimals = 4, .spare = 1},
                            {.name = "source", .title = "Source"}},
                .rows = {}};
    for (const Parameter& parameter : parameters) {
        table.rows.push_back({text_cell(parameter.name), number_cell(parameter.value),
                              text_cell(parameter.unit), number_cell(parameter.low),
                              number_cell(parameter.high), text_cell(parameter.source)});
    }
    return table;
}

}  // namespace entente::detail
