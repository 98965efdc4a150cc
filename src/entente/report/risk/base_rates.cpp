#include <fmt/format.h>

#include "entente/report/render_document.hpp"
#include "entente/report/risk/history.hpp"

namespace entente {
namespace {

std::string span_text(const YearSpan& span) {
    return fmt::format("{}-{}", span.first, span.last);
}

void add_rate_columns(Table& table) {
    const auto add = [&](const char* name, const char* title) {
        table.columns.push_back({.name = name,
                                 .title = title,
                                 .unit = "% a year",
                                 .decimals = 2,
                                 .shown_scale = 100.0});
    };
    add("rate", "Rate");
    add("rate_low", "5%");
    add("rate_high", "95%");
}

void add_rate_cells(const PoissonInterval& rate, std::vector<Cell>& row) {
    row.push_back(number_cell(rate.rate));
    row.push_back(number_cell(rate.low));
    row.push_back(number_cell(rate.high));
}

Table rate_table(const RiskBaseRates& rates) {
    Table table{
        .title = "Events by class of state",
        .columns = {{.name = "class", .title = "Class"}, {.name = "event", .title = "Event"}},
        .rows = {},
        .notes = {"Our own definitions; see entente risk events. Exact Poisson intervals of "
                  "90 percent. Grades 2 and 3 are too few for more than a rate.",
                  "A year with two events of a state counts once."}};
    for (const YearSpan& span : rate_periods) {
        table.columns.push_back({.name = fmt::format("y{}_{}", span.first, span.last),
                                 .title = span_text(span),
                                 .decimals = 0});
    }
    table.columns.push_back({.name = "events", .title = "Events", .decimals = 0});
    table.columns.push_back({.name = "country_years", .title = "Years", .decimals = 0});
    add_rate_columns(table);
    for (const BaseRate& rate : rates.rates) {
        std::vector<Cell> row{text_cell(std::string(rate_class_word(rate.klass))),
                              text_cell(std::string(rate_event_word(rate.event)))};
        for (const std::size_t count : rate.counts) {
            row.push_back(number_cell(static_cast<double>(count)));
        }
        row.push_back(number_cell(static_cast<double>(rate.total)));
        row.push_back(number_cell(static_cast<double>(rate.total_years)));
        add_rate_cells(rate.rate, row);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table pact_table(const RiskBaseRates& rates) {
    Table table{
        .title = "Ends of defence obligations between pairs of states (ATOP)",
        .columns = {{.name = "pairs", .title = "Pairs"},
                    {.name = "years", .title = "Years"},
                    {.name = "pair_years", .title = "Pair-years", .decimals = 0},
                    {.name = "ends", .title = "Ends", .decimals = 0}},
        .rows = {},
        .notes = {"A change of code counts as an end here: see the artefacts in entente risk "
                  "events. The wartime coalition of 1945 is among the pairs of the United "
                  "States."}};
    add_rate_columns(table);
    for (const PactRate& rate : rates.pacts) {
        std::vector<Cell> row{text_cell(rate.is_usa ? "United States" : "all"),
                              text_cell(span_text(rate.years)),
                              number_cell(static_cast<double>(rate.pair_years)),
                              number_cell(static_cast<double>(rate.ends))};
        add_rate_cells(rate.rate, row);
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

std::string render(const RiskBaseRates& rates, const Rendering& how) {
    const Table events = rate_table(rates);
    const Table pacts = pact_table(rates);
    Document document{.title = "Base rates of partial reversal", .tables = {events, pacts}};
    document.closing = {layers_line(rates.layers)};
    return detail::render_document(document, events, {{"base_rates", events}, {"pacts", pacts}},
                                   how);
}

}  // namespace entente
