#include "entente/report/heat_map/validation.hpp"

#include <fmt/format.h>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Table ratio_table(const HeatMapValidation& validation) {
    Table table{
        .columns = {{.name = "iso3", .title = "Code"}, {.name = "name", .title = "Economy"}},
        .rows = {}};
    for (const Pole& pole : validation.poles) {
        const std::string key = column_key(pole);
        const std::string title = heading(pole) + " cut";
        table.columns.push_back(
            {.name = "exposure_" + key + "_ge_pct", .title = title, .unit = "exact %"});
        table.columns.push_back({.name = "exposure_" + key + "_closed_form_pct",
                                 .title = title,
                                 .unit = "closed form %",
                                 .spare = 1});
        table.columns.push_back({.name = "ratio_" + key, .title = title, .unit = "ratio"});
    }
    for (const LossComparisonRow& row : validation.rows) {
        std::vector<Cell> cells{text_cell(row.code), text_cell(row.name)};
        for (const LossComparison& loss : row.poles) {
            cells.push_back(number_cell(100.0 * loss.ge));
            cells.push_back(number_cell(100.0 * loss.closed_form));
            cells.push_back(number_cell(loss.ratio()));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string summary_line(const Pole& pole, const std::optional<RatioSummary>& summary,
                         std::size_t num_rows) {
    if (!summary) {
        return fmt::format("{}: no loss by both methods to compare.", heading(pole));
    }
    return fmt::format(
        "{}: the exact loss is {:.2f} times the closed form at the median, from {:.2f} ({}) to "
        "{:.2f} ({}); {} of {} economies differ by less than a fifth. Rank correlation of the two "
        "{:.3f}.",
        heading(pole), summary->median, summary->low, summary->low_code, summary->high,
        summary->high_code, summary->num_close, num_rows, summary->rank_correlation);
}

JsonObject summary_fields(const HeatMapValidation& validation) {
    JsonObject fields;
    for (std::size_t p = 0; p < 2; ++p) {
        const auto& summary = validation.summaries[p];
        const std::string key = column_key(validation.poles[p]);
        fields.push_back({"median_ratio_" + key, summary ? number_cell(summary->median) : Cell{}});
        fields.push_back(
            {"rank_correlation_" + key, summary ? number_cell(summary->rank_correlation) : Cell{}});
    }
    return fields;
}

}  // namespace

std::string render(const HeatMapValidation& validation, const Rendering& how) {
    const Table table = ratio_table(validation);
    Document document{
        .title = "How far to trust the heat map",
        .introduction = {"Losses from a cut-off by two methods: solved in general equilibrium "
                         "(exact), and in closed form at fixed wages, an approximation of ours."},
        .tables = {table}};
    for (std::size_t p = 0; p < 2; ++p) {
        document.closing.push_back(
            summary_line(validation.poles[p], validation.summaries[p], validation.rows.size()));
    }
    JsonObject object{
        world_field(validation.world), {"summary", summary_fields(validation)}, {"ratios", table}};
    if (validation.hedging) {
        const Document hedging = hedging_validation_document(*validation.hedging);
        document.introduction.push_back("Hedging activity: " + hedging.introduction.front());
        document.tables.insert(document.tables.end(), hedging.tables.begin(), hedging.tables.end());
        document.closing.insert(document.closing.end(), hedging.closing.begin(),
                                hedging.closing.end());
        object.push_back({"known_groups", hedging.tables.at(0)});
        object.push_back({"placebos", hedging.tables.at(1)});
    } else if (!validation.hedging_missing.empty()) {
        document.closing.push_back("Hedging activity: " + validation.hedging_missing);
    }
    document.closing.push_back(world_line(validation.world));
    return detail::render_document(document, table, object, how);
}

}  // namespace entente
