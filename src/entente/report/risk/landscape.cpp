#include "entente/report/risk/landscape.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "entente/report/plot_area.hpp"
#include "entente/report/render_document.hpp"
#include "entente/report/svg_text.hpp"

namespace entente {
namespace {

double toward_first(const LandscapeRow& row) {
    return row.is_with_first ? row.flip_margin : -row.flip_margin;
}

Table actor_table(const LandscapeReport& report) {
    Table table{
        .title = "Camps and flip margins",
        .columns =
            {{.name = "iso3", .title = "Code"},
             {.name = "name", .title = "Economy", .spare = 4},
             {.name = "size_share",
              .title = "Size",
              .unit = "%",
              .decimals = 1,
              .shown_scale = 100.0,
              .spare = 3},
             {.name = "camp", .title = "Camp of"},
             {.name = "flip_margin", .title = "Flip", .unit = "margin", .decimals = 3},
             {.name = "with_first_share",
              .title = report.first_power,
              .unit = "% of draws",
              .decimals = 0,
              .shown_scale = 100.0},
             {.name = "with_second_share",
              .title = report.second_power,
              .unit = "% of draws",
              .decimals = 0,
              .shown_scale = 100.0},
             {.name = "undecided_share",
              .title = "Neither",
              .unit = "% of draws",
              .decimals = 0,
              .shown_scale = 100.0,
              .spare = 5},
             {.name = "margin_low", .title = "Margin", .unit = "5%", .decimals = 3, .spare = 2},
             {.name = "margin_median",
              .title = "Margin",
              .unit = "median",
              .decimals = 3,
              .spare = 6},
             {.name = "margin_high", .title = "Margin", .unit = "95%", .decimals = 3, .spare = 1}},
        .rows = {}};
    if (report.temperature > 0.0) {
        table.columns.push_back({.name = "first_camp_chance",
                                 .title = report.first_power,
                                 .unit = "% by heat",
                                 .decimals = 0,
                                 .shown_scale = 100.0});
    }
    for (const LandscapeRow& row : report.rows) {
        table.rows.push_back({text_cell(row.code), text_cell(row.name), number_cell(row.size_share),
                              text_cell(row.is_with_first ? report.first_power : "the other"),
                              number_cell(row.flip_margin), number_cell(row.with_first_share),
                              number_cell(row.with_second_share), number_cell(row.undecided_share),
                              number_cell(row.margin_low), number_cell(row.margin_median),
                              number_cell(row.margin_high)});
        if (report.temperature > 0.0) {
            table.rows.back().push_back(number_cell(row.first_camp_chance));
        }
    }
    table.notes = {
        fmt::format("Flip margin: what changing camp would cost the state, over its size; near 0 "
                    "it could stand on either side. Margins of draws count toward {}: below zero, "
                    "the state is in the other camp. Ours.",
                    report.first_power),
        "Draws give the kinds of evidence random weights, because nobody knows how much each "
        "should count; shares say how often a state lands on each side. They are no probabilities "
        "of a future move."};
    if (report.temperature > 0.0) {
        table.notes.push_back(fmt::format(
            "By heat: share of the camp of {} over all divisions, each weighed by exp(-energy / "
            "{:g}) at the given weights.",
            report.first_power, report.temperature));
    }
    return table;
}

Table minimum_table(const LandscapeReport& report) {
    Table table{.title = "Minima",
                .columns = {{.name = "energy", .title = "Energy", .decimals = 4},
                            {.name = "basin_share",
                             .title = "Basin",
                             .unit = "%",
                             .decimals = 1,
                             .shown_scale = 100.0},
                            {.name = "first_camp", .title = "Camp of " + report.first_power},
                            {.name = "second_camp", .title = "Other camp"}},
                .rows = {}};
    // A barrier is the way to another minimum; where there is none the column would mislead.
    const bool has_barrier = report.num_minima > 1;
    if (has_barrier) {
        table.columns.push_back({.name = "barrier", .title = "Barrier", .decimals = 4});
    }
    for (const LandscapeMinimumRow& row : report.minima) {
        table.rows.push_back({number_cell(row.energy), number_cell(row.basin_share),
                              text_cell(fmt::format("{}", fmt::join(row.first_camp, " "))),
                              text_cell(fmt::format("{}", fmt::join(row.second_camp, " ")))});
        if (has_barrier) table.rows.back().push_back(number_cell(row.barrier));
    }
    table.notes = {
        "Basin: share of all divisions from which states that move one at a time end "
        "here."};
    if (has_barrier) {
        table.notes.push_back("Barrier: energy to climb on the way to the lowest minimum.");
    }
    return table;
}

std::string shown_words(const LandscapeReport& report) {
    std::string words =
        fmt::format("Each state by its margin toward {}, with the range over weight draws: ",
                    report.first_power);
    for (std::size_t k = 0; k < report.rows.size(); ++k) {
        const LandscapeRow& row = report.rows[k];
        words += fmt::format("{}{} {:.2f} ({:.2f} to {:.2f})", k ? ", " : "", row.code,
                             toward_first(row), row.margin_low, row.margin_high);
    }
    return words + ".";
}

Figure drawing(const LandscapeReport& report) {
    constexpr double width = 760.0;
    constexpr double row_height = 24.0;
    const std::string title = fmt::format("Camps and flip margins, {}", report.year);
    if (report.rows.empty()) {
        const std::string none = "No state to show.";
        return {detail::svg_page(width, 60.0, title, detail::svg_words(20.0, 35.0, none, "start"),
                                 none),
                none};
    }
    double reach = 1e-9;
    std::size_t longest = 0;
    for (const LandscapeRow& row : report.rows) {
        reach =
            std::max({reach, std::abs(row.margin_low), std::abs(row.margin_high), row.flip_margin});
        longest = std::max(longest, row.name.size());
    }
    const detail::PlotArea area{
        .left = 20.0 + 7.2 * static_cast<double>(longest),
        .top = 44.0,
        .right = width - 24.0,
        .bottom = 44.0 + row_height * static_cast<double>(report.rows.size()),
        .low_x = -1.05 * reach,
        .high_x = 1.05 * reach};
    std::string body = detail::bottom_axis(area, detail::round_ticks(-reach, reach, 8),
                                           "margin: cost of changing camp, over size");
    const double middle = area.x(0.0);
    body += detail::svg_line(middle, area.top - 8.0, middle, area.bottom, detail::grey);
    body += detail::svg_words(middle - 10.0, 24.0, "other camp", "end");
    body += detail::svg_words(middle + 10.0, 24.0, "camp of " + report.first_power, "start");
    double y = area.top + 0.5 * row_height;
    for (const LandscapeRow& row : report.rows) {
        body += detail::svg_words(area.left - 10.0, y + 4.5, row.name, "end");
        body +=
            detail::svg_line(area.x(row.margin_low), y, area.x(row.margin_high), y, "#8a97a6", 3.0);
        // Area rises with size.
        const double radius = std::min(3.0 + 16.0 * std::sqrt(row.size_share), 11.0);
        const double x = area.x(toward_first(row));
        body += row.is_with_first ? detail::svg_circle(x, y, radius, detail::blue)
                                  : detail::svg_square(x, y, 0.9 * radius, detail::vermilion);
        y += row_height;
    }
    const std::string words = shown_words(report);
    return {detail::svg_page(width, area.bottom + 50.0, title, body, words), words};
}

}  // namespace

std::string render(const LandscapeReport& report, const Rendering& how) {
    const Table actors = actor_table(report);
    const Table minima = minimum_table(report);
    Document document{
        .title = fmt::format("Camps of {} states, {}", report.rows.size(), report.year),
        .introduction = {},
        .tables = {actors, minima},
        .figures = {drawing(report)},
        .closing = {}};
    document.introduction = {
        fmt::format("{} at the given weights ({}); exactly one in {:.0f}% of {} weight draws. {} "
                    "and {} stand apart in {:.0f}%.",
                    report.num_minima == 1 ? std::string("One minimum")
                                           : fmt::format("{} minima", report.num_minima),
                    report.weights, 100.0 * report.one_minimum_share, report.num_draws,
                    report.first_power, report.second_power, 100.0 * report.powers_apart_share),
        "Energy after Axelrod and Bennett (1993); the propensities are ours."};
    document.closing = {
        fmt::format("Votes: chance-corrected agreement in the United Nations, {}. Pacts: a defence "
                    "obligation with the United States, China or Russia (1; .25 under the Rio "
                    "Treaty alone), 1 between members of NATO, half of the weaker one between "
                    "states with the same guarantor. Sizes: GDP in current USD.",
                    report.vote_years),
        fmt::format("Rivalry: -1 for {}. The default pairs are those of Thompson, Sakuwa and Suhas "
                    "(2022) that went on in 2020 between larger states; --rivals takes others.",
                    report.rivals.empty() ? std::string("no pair")
                                          : fmt::format("{}", fmt::join(report.rivals, ", ")))};
    if (!report.pairs_without_votes.empty()) {
        document.closing.push_back(fmt::format("Too few joint votes, counted as neutral: {}.",
                                               fmt::join(report.pairs_without_votes, ", ")));
    }
    document.closing.push_back(fmt::format("Seed {}. {}", report.seed, layers_line(report.layers)));
    const JsonObject object{{"year", number_cell(report.year)},
                            {"weights", text_cell(report.weights)},
                            {"rivals", report.rivals},
                            {"num_minima", number_cell(static_cast<double>(report.num_minima))},
                            {"draws", number_cell(static_cast<double>(report.num_draws))},
                            {"seed", number_cell(static_cast<double>(report.seed))},
                            {"one_minimum_share", number_cell(report.one_minimum_share)},
                            {"powers_apart_share", number_cell(report.powers_apart_share)},
                            {"actors", actors},
                            {"minima", minima}};
    return detail::render_document(document, actors, object, how);
}

}  // namespace entente
