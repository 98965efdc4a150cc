#include "entente/report/exposure/detail.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

// More rows than this are in data files alone.
constexpr std::size_t most_rows = 40;

Cell percent(double share) {
    return number_cell(100.0 * share);
}

Table asymmetry_table(const ExposureDetail& detail) {
    Table table{.columns = {{.name = "iso3", .title = "Code"},
                            {.name = "name", .title = "Economy"},
                            {.name = "loss_ge_pct", .title = "Loses", .unit = "%"},
                            {.name = "reverse_loss_ge_pct",
                             .title = "Power loses",
                             .unit = "%",
                             .decimals = 3},
                            {.name = "difference_ge_pct", .title = "Difference", .unit = "points"},
                            {.name = "difference_low_pct", .title = "90%", .unit = "from"},
                            {.name = "difference_high_pct", .title = "interval", .unit = "to"},
                            {.name = "ratio", .title = "Ratio", .decimals = 0, .spare = 1}},
                .rows = {}};
    for (const AsymmetryRow& row : detail.asymmetries) {
        table.rows.push_back({text_cell(row.code), text_cell(row.name), percent(row.loss),
                              percent(row.own), percent(row.loss - row.own),
                              row.difference ? percent(row.difference->low) : Cell{},
                              row.difference ? percent(row.difference->high) : Cell{},
                              row.own > 0.0 ? number_cell(row.loss / row.own) : Cell{}});
    }
    return table;
}

Table joint_table(const ExposureDetail& detail) {
    Table table{
        .columns =
            {{.name = "iso3", .title = "Code"},
             {.name = "name", .title = "Economy"},
             {.name = "joint_loss_ge_pct", .title = "Both at once", .unit = "% lost"},
             {.name = "sum_ge_pct", .title = "Sum", .unit = "of each alone"},
             {.name = "joint_gain_ge_pct", .title = "Gain", .unit = "points", .decimals = 3}},
        .rows = {}};
    if (detail.power_parts.size() > 2) table.columns[2].title = "All at once";
    for (const std::string& part : detail.power_parts) {
        table.columns.push_back({.name = fmt::format("loss_{}_ge_pct", part),
                                 .title = part + " alone",
                                 .unit = "% lost",
                                 .spare = 1});
    }
    for (const JointRow& row : detail.joint) {
        std::vector<Cell> cells{text_cell(row.code), text_cell(row.name), percent(row.joint),
                                percent(row.sum()), percent(row.joint - row.sum())};
        for (const double alone : row.alone) cells.push_back(percent(alone));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table chokepoint_table(const ExposureDetail& detail) {
    Table table{
        .columns = {{.name = "iso3", .title = "Code"},
                    {.name = "sector", .title = "Sector"},
                    {.name = "sector_name", .title = "Name", .spare = 1},
                    {.name = "spending_share",
                     .title = "Share",
                     .unit = "% of spending",
                     .decimals = 1,
                     .shown_scale = 100.0},
                    {.name = "sales_share",
                     .title = "Share",
                     .unit = "% of sales",
                     .decimals = 1,
                     .shown_scale = 100.0},
                    {.name = "loss_ge_pct", .title = "Loss", .unit = "exact %", .decimals = 3},
                    {.name = "marginal_loss_pct", .title = "By slope", .unit = "%", .decimals = 3},
                    {.name = "nonlinearity", .title = "Ratio"}},
        .rows = {}};
    for (const ChokepointRow& row : detail.chokepoints) {
        table.rows.push_back(
            {text_cell(row.code), text_cell(row.sector), text_cell(row.sector_name),
             number_cell(row.spending_share), number_cell(row.sales_share), percent(row.loss),
             percent(row.linear_loss),
             row.linear_loss > 0.0 ? number_cell(row.loss / row.linear_loss) : Cell{}});
    }
    return table;
}

Table ratio_table(const ExposureDetail& detail) {
    Table table{.columns = {{.name = "iso3", .title = "Code"},
                            {.name = "name", .title = "Economy"},
                            {.name = "loss_ge_pct", .title = "Loss", .unit = "exact %"},
                            {.name = "loss_pct", .title = "Loss", .unit = "closed form %"},
                            {.name = "ratio", .title = "Ratio", .unit = "exact / closed"}},
                .rows = {}};
    for (const RatioRow& row : detail.ratios) {
        table.rows.push_back({text_cell(row.code), text_cell(row.name), percent(row.exact),
                              percent(row.closed_form), number_cell(row.exact / row.closed_form)});
    }
    return table;
}

Table table_of(const ExposureDetail& detail) {
    switch (detail.kind) {
        case ExposureDetailKind::joint:
            return joint_table(detail);
        case ExposureDetailKind::chokepoints:
            return chokepoint_table(detail);
        case ExposureDetailKind::ratios:
            return ratio_table(detail);
        case ExposureDetailKind::asymmetry:
            break;
    }
    return asymmetry_table(detail);
}

std::string title_of(const ExposureDetail& detail) {
    const std::string power = in_sentence(detail.power);
    switch (detail.kind) {
        case ExposureDetailKind::joint:
            return fmt::format("Joint threat of {}", power);
        case ExposureDetailKind::chokepoints:
            return fmt::format("Chokepoints held by {}", power);
        case ExposureDetailKind::ratios:
            return fmt::format("Exposure to {}: exact against closed form", power);
        case ExposureDetailKind::asymmetry:
            break;
    }
    return fmt::format("Who loses more when trade with {} stops", power);
}

std::vector<std::string> notes_of(const ExposureDetail& detail) {
    switch (detail.kind) {
        case ExposureDetailKind::joint:
            return {
                "Gain: what the powers can threaten together beyond what each can alone, in points "
                "of real income. Below zero: the economy finds less to lose the second time, "
                "because the first cut has already taken it."};
        case ExposureDetailKind::chokepoints:
            return {
                "Loss: the trade of one sector with the power stops, imports and exports, solved "
                "exactly. By slope: what the derivative at today's trade predicts for the whole "
                "cut. Ratio: the first over the second; above one, the last part of the trade is "
                "worth more than the first. A definition of ours."};
        case ExposureDetailKind::ratios:
            return {
                fmt::format("{} economies: median ratio {:.2f}, from {:.2f} to {:.2f}; rank "
                            "correlation of the two {:.3f}. The closed form is an approximation "
                            "of ours at fixed wages.",
                            detail.ratios.size(), detail.median_ratio, detail.lowest_ratio,
                            detail.highest_ratio, detail.rank_correlation)};
        case ExposureDetailKind::asymmetry:
            break;
    }
    return {
        "Difference: what the economy loses less what the power loses from the same cut, each in "
        "percent of its own real income; what the power loses is small because the power is large.",
        interval_line(detail.intervals, false)};
}

/// Where a figure has no interval, a reader is told so.
constexpr const char* no_intervals =
    "Central estimates, without intervals; entente exposure has those of losses from one power.";

Document document_of(const ExposureDetail& detail, const Table& table) {
    Document document{.title = title_of(detail)};
    document.introduction.push_back(fmt::format(
        "What happens when {} with {} stops, solved in general equilibrium {}, trade balanced.",
        detail.kind == ExposureDetailKind::chokepoints ? "trade in one sector"
                                                       : scope_words(detail.scope),
        in_sentence(detail.power), horizon_words(detail.horizon)));
    document.tables.push_back(table);
    if (table.rows.size() > most_rows && detail.kind == ExposureDetailKind::chokepoints) {
        document.tables[0].rows.resize(most_rows);
        document.tables[0].notes.push_back(
            fmt::format("The {} largest losses of {}; all are in the CSV and JSON formats.",
                        most_rows, table.rows.size()));
    }
    document.closing = notes_of(detail);
    const bool has_intervals = detail.kind == ExposureDetailKind::asymmetry;
    if (!has_intervals) document.closing.emplace_back(no_intervals);
    document.closing.push_back(world_line(detail.world));
    if (!detail.world.sources.empty()) document.closing.push_back(sources_line(detail.world));
    if (has_intervals && detail.intervals.missing.empty()) {
        document.closing.push_back(layers_line({detail.intervals.layer}));
    }
    return document;
}

}  // namespace

double JointRow::sum() const {
    return std::accumulate(alone.begin(), alone.end(), 0.0);
}

std::string render(const ExposureDetail& detail, const Rendering& how) {
    const Table table = table_of(detail);
    JsonObject object{world_field(detail.world),
                      {"to", detail.power_parts},
                      {"horizon", text_cell(horizon_text(detail.horizon))},
                      {"profile", text_cell(profile_name(detail.horizon.profile))},
                      {"rows", table}};
    if (detail.kind == ExposureDetailKind::asymmetry) {
        object.push_back({"intervals", interval_object(detail.intervals)});
    }
    if (detail.kind == ExposureDetailKind::ratios) {
        object.push_back({"rank_correlation", number_cell(detail.rank_correlation)});
        object.push_back({"median_ratio", number_cell(detail.median_ratio)});
        object.push_back({"lowest_ratio", number_cell(detail.lowest_ratio)});
        object.push_back({"highest_ratio", number_cell(detail.highest_ratio)});
    }
    return detail::render_document(document_of(detail, table), table, object, how);
}

}  // namespace entente
