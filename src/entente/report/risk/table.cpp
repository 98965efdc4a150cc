#include "entente/report/risk/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/report/render_document.hpp"
#include "entente/report/risk/chart.hpp"

namespace entente {
namespace {

/// Rows up to which drivers and nearest cases are written out.
constexpr std::size_t most_details = 12;

std::string class_words(const RiskRow& row) {
    if (row.is_group()) return "group";
    if (row.is_treaty_ally) return "treaty ally";
    return row.is_partner ? "partner" : "not a partner";
}

std::string precedent_words(const RiskPrecedent& precedent) {
    return precedent.event_year ? fmt::format("{} {} (event {})", precedent.code, precedent.year,
                                              *precedent.event_year)
                                : fmt::format("{} {} (no event)", precedent.code, precedent.year);
}

std::string precedents_words(const RiskRow& row) {
    std::string words;
    for (const RiskPrecedent& precedent : row.precedents) {
        words += (words.empty() ? "" : ", ") + precedent_words(precedent);
    }
    return words;
}

/// Name of the block in columns: "alignment and ties" becomes "alignment_and_ties".
std::string column_name(std::string block) {
    std::replace(block.begin(), block.end(), ' ', '_');
    return "log_odds_" + block;
}

std::vector<std::string> block_names(const RiskTable& table) {
    std::vector<std::string> names;
    for (const RiskRow& row : table.rows) {
        if (row.blocks.size() <= names.size()) continue;
        names.clear();
        for (const RiskBlock& block : row.blocks) names.push_back(block.name);
    }
    return names;
}

Cell percent_cell(double probability) {
    return number_cell(100.0 * probability);
}

Table main_table(const RiskTable& table, bool has_scenario) {
    Table shown{
        .columns = {{.name = "iso3", .title = "Code"},
                    {.name = "name", .title = "Country"},
                    {.name = "class", .title = "Class", .spare = 2},
                    {.name = "probability", .title = "Risk", .unit = "%", .decimals = 1},
                    {.name = "low", .title = "Low", .unit = "5%", .decimals = 1},
                    {.name = "high", .title = "High", .unit = "95%", .decimals = 1},
                    {.name = "multiple", .title = "Times", .unit = "average", .decimals = 1},
                    {.name = "label", .title = "Label"},
                    {.name = "label_probability", .title = "P(label)", .decimals = 2, .spare = 3}},
        .rows = {}};
    if (has_scenario) {
        shown.columns.push_back(
            {.name = "change", .title = "Change", .unit = "points", .decimals = 2});
        shown.columns.push_back(
            {.name = "rising", .title = "Rises in", .unit = "% of draws", .decimals = 0});
    }
    for (const RiskRow& row : table.rows) {
        std::vector<Cell> cells{text_cell(row.code),
                                text_cell(row.name),
                                text_cell(class_words(row)),
                                percent_cell(row.probability),
                                percent_cell(row.low),
                                percent_cell(row.high),
                                number_cell(row.multiple_of_base_rate),
                                text_cell(risk_label_words(row)),
                                row.is_group() ? Cell{} : number_cell(row.label_probability)};
        if (!row.is_group()) cells[7].level = row.label;
        if (has_scenario) {
            cells.push_back(row.change ? percent_cell(*row.change) : Cell{});
            cells.push_back(row.share_rising ? percent_cell(*row.share_rising) : Cell{});
        }
        if (row.is_group()) {
            shown.notes.push_back(
                fmt::format("{}: from {} to {}.", row.code, row.lowest_member, row.highest_member));
        } else if (table.rows.size() <= most_details) {
            shown.notes.push_back(
                fmt::format("{} is most like {}.", row.code, precedents_words(row)));
        }
        shown.rows.push_back(std::move(cells));
    }
    return shown;
}

Table driver_table(const RiskTable& table) {
    Table shown{.title = "What sets each country apart from the average partner, in log odds",
                .columns = {{.name = "iso3", .title = "Code"}},
                .rows = {},
                .notes = {"Associations in the past, not causes. Above 0 adds to the risk; .7 "
                          "doubles the odds."}};
    const std::vector<std::string> names = block_names(table);
    for (const std::string& name : names) {
        std::string title = name;
        title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
        shown.columns.push_back({.name = column_name(name), .title = title});
    }
    for (const RiskRow& row : table.rows) {
        if (row.is_group()) continue;
        std::vector<Cell> cells{text_cell(row.code)};
        for (const RiskBlock& block : row.blocks) cells.push_back(number_cell(block.log_odds));
        shown.rows.push_back(std::move(cells));
    }
    return shown;
}

}  // namespace

std::string risk_label_words(const RiskRow& row) {
    if (row.lowest_label == row.highest_label && row.is_group()) {
        return std::string(level_words(row.label));
    }
    if (row.is_group()) {
        return fmt::format("{} to {}", level_words(row.lowest_label),
                           level_words(row.highest_label));
    }
    if (!row.is_not_separable()) return std::string(level_words(row.label));
    return fmt::format("{} to {}, not separable", level_words(row.lowest_label),
                       level_words(row.highest_label));
}

Table risk_data_table(const RiskTable& table) {
    Table data{.columns = {{.name = "iso3", .title = ""},
                           {.name = "name", .title = ""},
                           {.name = "class", .title = ""},
                           {.name = "year", .title = ""},
                           {.name = "horizon", .title = ""},
                           {.name = "probability", .title = ""},
                           {.name = "low", .title = ""},
                           {.name = "high", .title = ""},
                           {.name = "multiple_of_base_rate", .title = ""},
                           {.name = "label", .title = ""},
                           {.name = "label_probability", .title = ""},
                           {.name = "lowest_label", .title = ""},
                           {.name = "highest_label", .title = ""},
                           {.name = "change", .title = ""},
                           {.name = "share_rising", .title = ""},
                           {.name = "nearest_cases", .title = ""}},
               .rows = {}};
    const std::vector<std::string> names = block_names(table);
    for (const std::string& name : names) data.columns.push_back({column_name(name), ""});
    for (const RiskRow& row : table.rows) {
        std::vector<Cell> cells{
            text_cell(row.code),
            text_cell(row.name),
            text_cell(class_words(row)),
            number_cell(table.year),
            number_cell(table.horizon),
            number_cell(row.probability),
            number_cell(row.low),
            number_cell(row.high),
            number_cell(row.multiple_of_base_rate),
            row.is_group() ? Cell{} : text_cell(std::string(level_words(row.label))),
            row.is_group() ? Cell{} : number_cell(row.label_probability),
            text_cell(std::string(level_words(row.lowest_label))),
            text_cell(std::string(level_words(row.highest_label))),
            number_cell(row.change),
            number_cell(row.share_rising),
            text_cell(precedents_words(row))};
        for (std::size_t b = 0; b < names.size(); ++b) {
            cells.push_back(b < row.blocks.size() ? number_cell(row.blocks[b].log_odds) : Cell{});
        }
        data.rows.push_back(std::move(cells));
    }
    return data;
}

Document risk_document(const RiskTable& table) {
    const bool has_scenario = !table.scenario_notes.empty();
    Document document{
        .title = fmt::format("Risk of partial reversal within {} year{} of the end of {}",
                             table.horizon, table.horizon == 1 ? "" : "s", table.year),
        .introduction = {risk_caution,
                         fmt::format("The average partner's chance is {:.1f}%. Definitions are our "
                                     "own; see entente risk events and docs/theory/hazards.md.",
                                     100.0 * table.base_rate)},
        .figures = {detail::risk_chart(table)}};
    document.introduction.insert(document.introduction.end(), table.scenario_notes.begin(),
                                 table.scenario_notes.end());
    document.tables.push_back(main_table(table, has_scenario));
    if (!has_scenario && table.rows.size() <= most_details)
        document.tables.push_back(driver_table(table));
    document.closing = {
        fmt::format("Risk: median of {} draws (seed {}); low and high hold 90% of them, over "
                    "coefficients, base rates, calibration, choice of model and what sets a "
                    "country apart.",
                    table.num_draws, table.seed),
        fmt::format(
            "Labels meet at {:.1f}, {:.1f}, {:.1f} and {:.1f}%, the fifths of partner-years "
            "since 1990. Not separable: the interval covers three labels or more.",
            100.0 * table.cuts[0], 100.0 * table.cuts[1], 100.0 * table.cuts[2],
            100.0 * table.cuts[3]),
        "Not a partner: the figure is the chance of a further move toward the rival. Groups are "
        "ranges over their members.",
        "Signs from the ledger of acts stand beside the figure in the heat map and never enter "
        "it. How good such forecasts were: entente risk --backtest."};
    document.closing.insert(document.closing.end(), table.sources.begin(), table.sources.end());
    return document;
}

std::string render(const RiskTable& table, const Rendering& how) {
    const Table data = risk_data_table(table);
    std::vector<std::string> cuts;
    for (const double cut : table.cuts) cuts.push_back(fmt::format("{}", cut));
    const JsonObject object{{"year", number_cell(table.year)},
                            {"horizon", number_cell(table.horizon)},
                            {"draws", number_cell(static_cast<double>(table.num_draws))},
                            {"seed", number_cell(static_cast<double>(table.seed))},
                            {"base_rate", number_cell(table.base_rate)},
                            {"label_cuts", cuts},
                            {"caution", text_cell(risk_caution)},
                            {"scenario", table.scenario_notes},
                            {"countries", data},
                            {"sources", table.sources}};
    return detail::render_document(risk_document(table), data, object, how);
}

}  // namespace entente
