#include "entente/report/risk/network.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/report/render_document.hpp"

namespace entente {
namespace {

Table country_table(const NetworkReport& report) {
    Table table{.title = "Countries",
                .columns = {{.name = "iso3", .title = "Code"},
                            {.name = "name", .title = "Economy", .spare = 1},
                            {.name = "strength_share",
                             .title = "Strength",
                             .unit = "%",
                             .decimals = 1,
                             .shown_scale = 100.0},
                            {.name = "allies", .title = "Allies", .decimals = 0},
                            {.name = "spare_alliances", .title = "Not needed", .decimals = 0},
                            {.name = "attackers", .title = "Could be beaten by"}},
                .rows = {}};
    for (const NetworkRow& row : report.rows) {
        table.rows.push_back({text_cell(row.code), text_cell(row.name),
                              number_cell(row.strength_share),
                              number_cell(static_cast<double>(row.num_allies)),
                              number_cell(static_cast<double>(row.num_spare)),
                              text_cell(fmt::format("{}", fmt::join(row.attackers, " ")))});
    }
    return table;
}

Table spare_table(const NetworkReport& report, std::size_t most) {
    Table table{.title = "Alliances that trade must hold",
                .columns = {{.name = "a", .title = "One"},
                            {.name = "b", .title = "Other"},
                            {.name = "trade_share",
                             .title = "Trade",
                             .unit = "% of GDP",
                             .decimals = 3,
                             .shown_scale = 100.0},
                            {.name = "needed_gain",
                             .title = "Needed gain",
                             .unit = "per unit of trade",
                             .decimals = 3}},
                .rows = {}};
    for (std::size_t k = 0; k < std::min(most, report.spare.size()); ++k) {
        const SpareAlliance& one = report.spare[k];
        table.rows.push_back({text_cell(one.a), text_cell(one.b), number_cell(one.trade_share),
                              number_cell(one.needed_gain)});
    }
    return table;
}

}  // namespace

std::size_t NetworkReport::num_vulnerable() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(rows, [](const NetworkRow& row) { return !row.attackers.empty(); }));
}

std::string render(const NetworkReport& report, const Rendering& how) {
    constexpr std::size_t shown_alliances = 12;
    const Table countries = country_table(report);
    const bool is_stable =
        report.num_vulnerable() == 0 && report.num_wanted == 0 && report.spare.empty();
    Document document{.title = fmt::format("Network of alliances, {}", report.year),
                      .introduction = {},
                      .tables = {countries, spare_table(report, shown_alliances)},
                      .figures = {},
                      .closing = {}};
    document.introduction = {
        fmt::format("{}: {} of {} countries could be beaten, {} pairs could gain by a new "
                    "alliance, {} of {} alliances are not needed for defence.",
                    is_stable ? "War-stable" : "Not war-stable", report.num_vulnerable(),
                    report.rows.size(), report.num_wanted, report.spare.size(),
                    report.num_alliances),
        report.threshold
            ? fmt::format("If an alliance costs {}% of GDP, all of them pay once a unit of trade "
                          "with an ally is worth {:.3f} units.",
                          100.0 * report.cost, *report.threshold)
            : "An alliance without trade is among those defence does not need: no gain from trade "
              "holds it."};
    document.closing = {
        fmt::format(
            "After Jackson and Nei (2015): a country is vulnerable if a group of states all "
            "allied with one another has more than {} times the strength of the country "
            "and those of its allies that are not in the group. A stylised test of a "
            "network, not a forecast of war: distance, nuclear weapons and will are not in "
            "it.",
            report.advantage),
        "Alliances: a defence obligation with the United States, China or Russia, and membership "
        "in NATO; Rio Treaty alone does not count. Strength: GDP. The trade that holds an alliance "
        "and its cost are ours."};
    if (report.num_wanted > 0) {
        document.closing.push_back(fmt::format("Pairs that could gain, first of them: {}.",
                                               fmt::join(report.wanted, ", ")));
    }
    document.closing.push_back(
        fmt::format("Trade of {}. {}", report.trade_year, layers_line(report.layers)));
    const JsonObject object{{"year", number_cell(report.year)},
                            {"advantage", number_cell(report.advantage)},
                            {"cost", number_cell(report.cost)},
                            {"threshold", number_cell(report.threshold)},
                            {"wanted_pairs", number_cell(static_cast<double>(report.num_wanted))},
                            {"countries", countries},
                            {"spare_alliances", spare_table(report, report.spare.size())}};
    return detail::render_document(document, countries, object, how);
}

}  // namespace entente
