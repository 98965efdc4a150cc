#include "entente/report/ensemble/tables.hpp"

#include <fmt/format.h>

#include <cmath>

#include "entente/base/number_text.hpp"
#include "entente/report/csv_text.hpp"

namespace entente {
namespace {

Cell count_cell(std::size_t count) {
    return number_cell(static_cast<double>(count));
}

const char* kind_of(bool is_group) {
    return is_group ? "group" : "country";
}

std::string solve_name(std::size_t evaluation, const std::vector<Factor>& factors) {
    if (evaluation == 0) return "draw";
    return evaluation == 1 ? "second sample" : factors[evaluation - 2].name;
}

/// How a figure spreads over draws: its columns, and its cells in the same order.
std::vector<Column> spread_columns() {
    return {{.name = "draws", .title = "Draws", .decimals = 0},
            {.name = "mean", .title = "Mean", .unit = "%"},
            {.name = "q05", .title = "5%", .unit = "%"},
            {.name = "q25", .title = "25%", .unit = "%"},
            {.name = "median", .title = "Median", .unit = "%"},
            {.name = "q75", .title = "75%", .unit = "%"},
            {.name = "q95", .title = "95%", .unit = "%"},
            {.name = "probability_negative", .title = "P(below 0)"}};
}

std::vector<Cell> spread_cells(const FigureSummary& figure) {
    return {count_cell(figure.num_draws), number_cell(figure.mean),
            number_cell(figure.low),      number_cell(figure.lower_quartile),
            number_cell(figure.median),   number_cell(figure.upper_quartile),
            number_cell(figure.high),     number_cell(figure.probability_negative)};
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

std::vector<Cell> rank_cells(const EnsembleRow& row, std::size_t figure) {
    if (row.is_group) return std::vector<Cell>(5);
    const RankSummary& rank = row.ranks[figure];
    return {number_cell(rank.low), number_cell(rank.median), number_cell(rank.high),
            number_cell(rank.probability_lowest), number_cell(rank.probability_among_five_lowest)};
}

}  // namespace

Table ensemble_summary_table(const std::vector<EnsembleRow>& rows) {
    Table table{.columns = {{.name = "iso3", .title = "Code"},
                            {.name = "name", .title = "Economy"},
                            {.name = "kind", .title = "Kind"},
                            {.name = "figure", .title = "Figure"}},
                .rows = {}};
    append(table.columns, spread_columns());
    append(table.columns, {{.name = "probability_positive", .title = "P(above 0)"},
                           {.name = "rank_q05", .title = "Rank", .unit = "5%"},
                           {.name = "rank_median", .title = "Rank", .unit = "median"},
                           {.name = "rank_q95", .title = "Rank", .unit = "95%"},
                           {.name = "probability_lowest", .title = "P(lowest)"},
                           {.name = "probability_among_five_lowest", .title = "P(five lowest)"}});
    for (const EnsembleRow& row : rows) {
        for (std::size_t f = 0; f < row.figures.size(); ++f) {
            const FigureSummary& figure = row.figures[f];
            std::vector<Cell> cells{text_cell(row.code), text_cell(row.name),
                                    text_cell(kind_of(row.is_group)),
                                    text_cell(ensemble_figures[f].column)};
            append(cells, spread_cells(figure));
            cells.push_back(number_cell(figure.probability_positive));
            append(cells, rank_cells(row, f));
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

Table ensemble_drivers_table(const std::vector<DriverRow>& rows) {
    Table table{.columns = {{.name = "iso3", .title = "Code"},
                            {.name = "kind", .title = "Kind"},
                            {.name = "factor", .title = "Input"},
                            {.name = "draws", .title = "Draws", .decimals = 0},
                            {.name = "first", .title = "First", .unit = "share"},
                            {.name = "first_q05", .title = "First", .unit = "5%"},
                            {.name = "first_q95", .title = "First", .unit = "95%"},
                            {.name = "total", .title = "Total", .unit = "share"},
                            {.name = "total_q05", .title = "Total", .unit = "5%"},
                            {.name = "total_q95", .title = "Total", .unit = "95%"}},
                .rows = {}};
    for (const DriverRow& row : rows) {
        for (std::size_t k = 0; k < row.indices.size(); ++k) {
            const SobolIndex& index = row.indices[k];
            table.rows.push_back({text_cell(row.code), text_cell(kind_of(row.is_group)),
                                  text_cell(row.factors[k]), count_cell(row.num_draws),
                                  number_cell(index.first.value), number_cell(index.first.low),
                                  number_cell(index.first.high), number_cell(index.total.value),
                                  number_cell(index.total.low), number_cell(index.total.high)});
        }
    }
    return table;
}

Table ensemble_failures_table(std::span<const DrawRecord> records,
                              const std::vector<Factor>& factors, std::uint64_t seed) {
    Table table{.columns = {{.name = "draw", .title = "Draw", .decimals = 0, .is_label = true},
                            {.name = "solve", .title = "Solve"},
                            {.name = "seed", .title = "Seed"},
                            {.name = "reason", .title = "Reason"}},
                .rows = {}};
    for (const DrawRecord& record : records) {
        for (std::size_t e = 0; e < record.evaluations.size(); ++e) {
            if (record.evaluations[e].is_usable) continue;
            table.rows.push_back({count_cell(record.draw), text_cell(solve_name(e, factors)),
                                  text_cell(std::to_string(seed)),
                                  text_cell(record.evaluations[e].reason)});
        }
    }
    return table;
}

std::string ensemble_draws_csv(std::span<const DrawRecord> records,
                               const std::vector<EnsembleEntity>& entities) {
    std::string text = "draw,iso3,kind";
    for (const FigureName& figure : ensemble_figures) text += fmt::format(",{}", figure.column);
    text += '\n';
    for (const DrawRecord& record : records) {
        if (!record.is_usable()) continue;
        const Array2<double>& figures = record.evaluations.front().figures;
        for (std::size_t e = 0; e < entities.size(); ++e) {
            text += fmt::format("{},{},{}", record.draw, entities[e].code,
                                kind_of(entities[e].is_group));
            for (std::size_t f = 0; f < ensemble_figures.size(); ++f) {
                text += ',';
                text += shortest_text(figures(e, f));
            }
            text += '\n';
        }
    }
    return text;
}

std::string ensemble_sectors_csv(std::span<const DrawRecord> records, const DrawSolver& solver) {
    std::string text = "draw,iso3,sector,output_pct\n";
    const Axis& sectors = solver.world().sectors();
    const std::vector<std::string>& countries = solver.plan().sector_countries;
    for (const DrawRecord& record : records) {
        if (!record.is_usable()) continue;
        const Array2<double>& output = record.evaluations.front().sector_output;
        for (std::size_t c = 0; c < countries.size(); ++c) {
            for (std::size_t s = 0; s < sectors.size(); ++s) {
                if (std::isnan(output(c, s))) continue;
                text += fmt::format("{},{},{},{}\n", record.draw, countries[c], sectors[s],
                                    shortest_text(output(c, s)));
            }
        }
    }
    return text;
}

Table ensemble_sector_summary_table(std::span<const DrawRecord> records, const DrawSolver& solver) {
    Table table{
        .columns = {{.name = "iso3", .title = "Code"}, {.name = "sector", .title = "Sector"}},
        .rows = {}};
    append(table.columns, spread_columns());
    const std::vector<std::string>& countries = solver.plan().sector_countries;
    for (std::size_t c = 0; c < countries.size(); ++c) {
        for (std::size_t s = 0; s < solver.world().num_sectors(); ++s) {
            std::vector<Cell> cells{text_cell(countries[c]),
                                    text_cell(solver.world().sectors()[s])};
            append(cells, spread_cells(summarize(sector_values(records, c, s))));
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

std::string ensemble_inputs_csv(std::span<const DrawRecord> records, const UncertainInputs& inputs,
                                const DrawPlan& plan) {
    std::string text = "draw,input,value,word\n";
    for (const DrawRecord& record : records) {
        const SamplePoint point{.sampler = plan.sampler, .seed = plan.seed, .draw = record.draw};
        for (std::size_t k = 0; k < inputs.size(); ++k) {
            const InputQuantity& quantity = inputs.quantities()[k];
            // Errors of flows are as many numbers as there are flows.
            if (!quantity.is_number()) continue;
            const double value = inputs.value(k, point);
            text += fmt::format("{},{},{},{}\n", record.draw, quantity.name, shortest_text(value),
                                csv_field(inputs.word(k, value)));
        }
    }
    return text;
}

}  // namespace entente
