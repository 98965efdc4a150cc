#include <fmt/format.h>

#include "entente/report/render_document.hpp"
#include "entente/report/risk/history.hpp"

namespace entente {
namespace {

std::vector<Column> period_columns(int decimals) {
    std::vector<Column> columns;
    for (const YearSpan& span : coverage_periods) {
        columns.push_back({.name = fmt::format("y{}_{}", span.first, span.last),
                           .title = fmt::format("{}-{:02}", span.first, span.last % 100),
                           .decimals = decimals});
    }
    return columns;
}

Table variable_table(const PanelCoverage& coverage) {
    Table table{
        .title = "Share of state-years in which a variable is known",
        .columns = {{.name = "variable", .title = "Variable"}, {.name = "basis", .title = "Basis"}},
        .rows = {},
        .notes = {"Carried = repeated from an earlier year, or read between two years."}};
    for (Column& column : period_columns(2)) table.columns.push_back(std::move(column));
    for (const VariableCoverage& variable : coverage.variables) {
        const std::string name(panel_variable_name(variable.variable));
        std::vector<Cell> known{text_cell(name), text_cell("known")};
        std::vector<Cell> carried{text_cell(name), text_cell("carried")};
        bool has_carried = false;
        for (std::size_t p = 0; p < coverage_periods.size(); ++p) {
            known.push_back(number_cell(variable.known[p]));
            carried.push_back(number_cell(variable.carried[p]));
            has_carried = has_carried || variable.carried[p] > 0.0;
        }
        table.rows.push_back(std::move(known));
        if (has_carried) table.rows.push_back(std::move(carried));
    }
    return table;
}

template <class Counts>
std::vector<Cell> count_row(const char* name, const Counts& counts) {
    std::vector<Cell> row{text_cell(name)};
    double sum = 0.0;
    for (const std::size_t count : counts) {
        row.push_back(number_cell(static_cast<double>(count)));
        sum += static_cast<double>(count);
    }
    row.push_back(number_cell(sum));
    return row;
}

Table size_table(const PanelCoverage& coverage) {
    Table table{.title = "State-years",
                .columns = {{.name = "class", .title = "Class"}},
                .rows = {},
                .notes = {"Our own definitions. Left out: the three powers, states with a defence "
                          "treaty with Russia or China, and states below a million people."}};
    for (Column& column : period_columns(0)) table.columns.push_back(std::move(column));
    table.columns.push_back({.name = "total", .title = "Total", .decimals = 0});
    table.rows.push_back(count_row("all", coverage.rows));
    table.rows.push_back(count_row("partners of the US", coverage.partner_rows));
    table.rows.push_back(count_row("treaty allies", coverage.treaty_ally_rows));
    return table;
}

Table gap_table(const RiskCoverage& coverage) {
    Table table{
        .title = "Years not known or left out",
        .columns = {{.name = "iso3", .title = "Code"},
                    {.name = "what", .title = "What"},
                    {.name = "first_year", .title = "From", .decimals = 0, .is_label = true},
                    {.name = "last_year", .title = "To", .decimals = 0, .is_label = true},
                    {.name = "reason", .title = "Why"}},
        .rows = {}};
    for (const PanelGap& gap : coverage.gaps) {
        table.rows.push_back({text_cell(gap.state), text_cell(gap.what),
                              number_cell(gap.first_year), number_cell(gap.last_year),
                              text_cell(gap.reason)});
    }
    return table;
}

}  // namespace

std::string render(const RiskCoverage& coverage, const Rendering& how) {
    const Table variables = variable_table(coverage.coverage);
    const Table sizes = size_table(coverage.coverage);
    const Table gaps = gap_table(coverage);
    Document document{.title = "Coverage of the panel behind realignment risk",
                      .tables = {variables, sizes}};
    if (!coverage.gaps.empty()) document.tables.push_back(gaps);
    document.closing = {layers_line(coverage.layers)};
    return detail::render_document(
        document, variables, {{"coverage", variables}, {"state_years", sizes}, {"gaps", gaps}},
        how);
}

}  // namespace entente
