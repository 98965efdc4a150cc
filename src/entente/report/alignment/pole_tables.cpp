#include "entente/report/alignment/pole_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Table power_table(const PoleTable& shown) {
    Table table{.columns = {{.name = "iso3", .title = "Power"},
                            {.name = "name", .title = "Name"},
                            {.name = "leverage_money",
                             .title = "Others would lose",
                             .unit = shown.world.unit,
                             .decimals = 0},
                            {.name = "leverage_share",
                             .title = "Others would lose",
                             .unit = "% of their GDP",
                             .shown_scale = 100.0},
                            {.name = "pole_share",
                             .title = "Share",
                             .unit = "% of all powers",
                             .decimals = 1,
                             .shown_scale = 100.0},
                            {.name = "rank", .title = "Rank", .decimals = 0}},
                .rows = {},
                .notes = {}};
    for (const PowerRow& row : shown.powers) {
        table.rows.push_back({text_cell(row.power.code), text_cell(row.power.name),
                              number_cell(row.total.money), number_cell(row.total.share_of_gdp),
                              number_cell(row.total.pole_share),
                              number_cell(static_cast<double>(row.rank))});
    }
    return table;
}

Table country_table(const PoleTable& shown) {
    Table table{
        .columns = {{.name = "iso3", .title = "Code"}, {.name = "name", .title = "Economy"}},
        .rows = {},
        .notes = {}};
    for (const PowerRow& row : shown.powers) {
        const std::string key = column_key(row.power);
        const std::string title = heading(row.power);
        table.columns.push_back(
            {.name = "leverage_" + key + "_pct", .title = title, .unit = "% lost without"});
        table.columns.push_back({.name = "asymmetry_" + key + "_pct",
                                 .title = title,
                                 .unit = "points more than it",
                                 .spare = 1});
    }
    for (const char* name : channel_names) {
        table.columns.push_back(
            {.name = fmt::format("lean_{}", name), .title = name, .unit = "lean", .spare = 2});
    }
    table.columns.push_back({.name = "lean_spread", .title = "Spread", .unit = "of leans"});
    table.columns.push_back(
        {.name = "lean_cancellation", .title = "Cancels", .unit = "0 to 1", .spare = 1});
    for (const LeverageRow& row : shown.countries) {
        std::vector<Cell> cells{text_cell(row.code), text_cell(row.name)};
        for (std::size_t p = 0; p < row.loss.size(); ++p) {
            cells.push_back(number_cell(100.0 * row.loss[p]));
            cells.push_back(number_cell(100.0 * leverage_asymmetry(row.loss[p], row.reverse[p])));
        }
        for (std::size_t k = 0; k < num_channels; ++k) {
            cells.push_back(row.leans ? number_cell(row.leans->lean[k]) : Cell{});
        }
        cells.push_back(row.leans ? number_cell(row.leans->spread) : Cell{});
        cells.push_back(row.leans ? number_cell(row.leans->cancellation) : Cell{});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string method_words(ExposureMethod method) {
    return method == ExposureMethod::ge
               ? "Losses are solved in general equilibrium, long run, one power at a time."
               : "Losses are in closed form at fixed wages, long run, one power at a time: an "
                 "approximation of ours.";
}

Table year_table(const LinkTable& shown) {
    Table table{.columns = {{.name = "year", .title = "Year", .decimals = 0, .is_label = true},
                            {.name = "among_others", .title = "Among others", .decimals = 0},
                            {.name = "with_powers", .title = "With powers", .decimals = 0},
                            {.name = "share_among_others",
                             .title = "Among others",
                             .unit = "% of both",
                             .decimals = 0,
                             .shown_scale = 100.0},
                            {.name = "new_pairs", .title = "New pairs", .decimals = 0},
                            {.name = "security_among_others",
                             .title = "Security",
                             .unit = "among others",
                             .decimals = 0},
                            {.name = "security_with_powers",
                             .title = "Security",
                             .unit = "with powers",
                             .decimals = 0}},
                .rows = {},
                .notes = {}};
    for (const LinkYear& year : shown.links.years) {
        const auto count = [](std::size_t n) { return number_cell(static_cast<double>(n)); };
        table.rows.push_back({number_cell(static_cast<double>(year.year)),
                              count(year.num_among_others), count(year.num_with_powers),
                              number_cell(year.share_among_others()), count(year.num_new_pairs),
                              count(year.num_security_among_others),
                              count(year.num_security_with_powers)});
    }
    return table;
}

Table pair_table(const LinkTable& shown) {
    Table table{.columns = {{.name = "one", .title = "One"},
                            {.name = "other", .title = "Other"},
                            {.name = "year", .title = "Since", .decimals = 0, .is_label = true},
                            {.name = "kind", .title = "Kind"},
                            {.name = "signal", .title = "First act"}},
                .rows = {},
                .notes = {}};
    for (const AgreementLink& link : shown.links.links) {
        table.rows.push_back({text_cell(link.one), text_cell(link.other),
                              number_cell(static_cast<double>(link.year)),
                              text_cell(link.is_security ? "security" : "other"),
                              text_cell(link.signal)});
    }
    return table;
}

}  // namespace

std::string render(const PoleTable& shown, const Rendering& how) {
    const Table powers = power_table(shown);
    const Table table = shown.by_country ? country_table(shown) : powers;
    Document document{
        .title = "Leverage and poles",
        .introduction = {fmt::format("Effective number of poles {:.1f}, over {} candidates: as "
                                     "many equal powers would be as concentrated.",
                                     shown.effective_poles, shown.num_candidates)},
        .tables = {table},
        .closing = {method_words(shown.method)}};
    if (shown.by_country) {
        document.closing.push_back(fmt::format(
            "Lean: tie with {} less tie with {}, -1 to 1, by channel, as of the channel's last "
            "figures; finance borrows the first power's side from trade. Spread: how differently "
            "a country leans from channel to channel. Definitions of ours.",
            shown.lean_poles[anchor_pole], shown.lean_poles[rival_pole]));
        document.closing.push_back(layers_line(shown.layers));
    }
    document.closing.push_back(world_line(shown.world));
    return detail::render_document(
        document, table,
        {world_field(shown.world),
         {"exposure_method", text_cell(shown.method == ExposureMethod::ge ? "ge" : "closed_form")},
         {"effective_poles", number_cell(shown.effective_poles)},
         {"candidates", number_cell(static_cast<double>(shown.num_candidates))},
         {"powers", powers},
         {"countries", country_table(shown)}},
        how);
}

std::string render(const LinkTable& shown, const Rendering& how) {
    const Table table = shown.by_pair ? pair_table(shown) : year_table(shown);
    const Document document{
        .title =
            fmt::format("Agreements among economies other than {}", fmt::join(shown.powers, ", ")),
        .introduction = {"Signed or in force, of magnitude 3 and more, from the ledger of acts."},
        .tables = {table},
        .closing = {"The ledger is evidence, not a census, and covers later years better: read "
                    "the share and not the count. A definition of ours.",
                    world_line(shown.layer)}};
    return detail::render_document(document, table,
                                   {world_field(shown.layer),
                                    {"powers", shown.powers},
                                    {"years", year_table(shown)},
                                    {"pairs", pair_table(shown)}},
                                   how);
}

}  // namespace entente
