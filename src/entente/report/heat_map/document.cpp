#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/report/csv_text.hpp"
#include "entente/report/heat_map/heat_map.hpp"
#include "entente/report/json_text.hpp"
#include "entente/report/markdown_text.hpp"
#include "entente/report/plain_text.hpp"

namespace entente {
namespace {

constexpr std::string_view percent_lost = "% lost";

// Up to this many rows every note is printed beneath the table; more would bury the figures.
constexpr std::size_t most_notes = 12;

Cell level_cell(const HeatMap& map, double exposure) {
    if (!map.thresholds) return {};
    const auto level = level_of(exposure, *map.thresholds);
    if (!level) return {};
    return {.value = std::string(level_letters(*level)), .level = level};
}

std::string marked_name(const HeatMapRow& row) {
    return is_marked(row) ? row.name + " *" : row.name;
}

std::vector<Column> columns(const HeatMap& map, const std::string& first_title) {
    const std::string a = heading(map.poles[0]);
    const std::string b = heading(map.poles[1]);
    const std::string lost(percent_lost);
    std::vector<Column> list{{.name = "iso3", .title = "Code"},
                             {.name = "name", .title = first_title}};
    if (map.hedging) {
        list.insert(
            list.end(),
            {{.name = "hedging", .title = "Hedging", .unit = "0-100", .decimals = 0},
             {.name = "hedging_label", .title = ""},
             {.name = "hedging_interval", .title = "90%", .unit = "interval"},
             {.name = "sure", .title = "Label", .unit = "% sure", .decimals = 0, .spare = 1}});
    }
    const std::vector<Column> losses{
        {.name = "exposure_a", .title = a + " cut", .unit = lost},
        {.name = "level_a", .title = ""},
        {.name = "exposure_b", .title = b + " cut", .unit = lost},
        {.name = "level_b", .title = ""},
        {.name = "share_a", .title = a + " share", .unit = "% trade", .decimals = 1, .spare = 2},
        {.name = "share_b", .title = b + " share", .unit = "% trade", .decimals = 1, .spare = 2},
        {.name = "partners", .title = "Partners", .unit = "effective", .decimals = 1, .spare = 3},
        {.name = "reverse_a", .title = a + " own", .unit = lost, .decimals = 3, .spare = 4},
        {.name = "reverse_b", .title = b + " own", .unit = lost, .decimals = 3, .spare = 4},
        {.name = "estimated", .title = "Est.", .unit = "%", .decimals = 0, .spare = 5},
    };
    list.insert(list.end(), losses.begin(), losses.end());
    if (map.horizon.needs_both_profiles()) {
        const std::string other = profile_name(map.horizon.with_other_profile().profile);
        list.push_back({.name = "other_a", .title = a + " cut", .unit = other + " %"});
        list.push_back({.name = "other_b", .title = b + " cut", .unit = other + " %"});
    }
    return list;
}

/// Score, label, interval and how sure the label is; empty cells where there is no score.
std::vector<Cell> hedging_cells(const HeatMapRow& row) {
    if (!row.hedging.figures) return std::vector<Cell>(4);
    const HedgingFigures& figures = *row.hedging.figures;
    return {number_cell(figures.score.median),
            {.value = fmt::format("{}{}", level_letters(figures.label),
                                  figures.is_uncertain() ? "?" : ""),
             .level = figures.label},
            text_cell(fmt::format("{:.0f}-{:.0f}", figures.score.low, figures.score.high)),
            number_cell(100.0 * figures.label_probability)};
}

Table view(const HeatMap& map, const std::vector<HeatMapRow>& rows,
           const std::string& first_title) {
    Table table{.columns = columns(map, first_title), .rows = {}};
    for (const HeatMapRow& row : rows) {
        const auto& [a, b] = row.ties;
        std::vector<Cell> cells{text_cell(row.code), text_cell(marked_name(row))};
        if (map.hedging) {
            const std::vector<Cell> hedging = hedging_cells(row);
            cells.insert(cells.end(), hedging.begin(), hedging.end());
        }
        const std::vector<Cell> losses{
            number_cell(100.0 * a.exposure),         level_cell(map, a.exposure),
            number_cell(100.0 * b.exposure),         level_cell(map, b.exposure),
            number_cell(100.0 * a.trade_share),      number_cell(100.0 * b.trade_share),
            number_cell(row.effective_partners),     number_cell(100.0 * a.reverse_exposure),
            number_cell(100.0 * b.reverse_exposure), number_cell(100.0 * row.estimated_share),
        };
        cells.insert(cells.end(), losses.begin(), losses.end());
        for (const PoleTie& tie : row.ties) {
            if (!tie.exposure_other_profile) continue;
            cells.push_back(number_cell(100.0 * *tie.exposure_other_profile));
        }
        table.rows.push_back(std::move(cells));
        if (rows.size() <= most_notes) {
            table.notes.push_back(fmt::format("{}: {}", row.code, heat_map_note(map, row)));
        }
    }
    return table;
}

std::string weight_words(const HedgingLegend& legend) {
    std::vector<std::string> words;
    for (std::size_t k = 0; k < num_channels; ++k) {
        words.push_back(fmt::format("{} {:.3g}", channel_names[k], legend.weights[k]));
    }
    return fmt::format("{}", fmt::join(words, ", "));
}

Table layer_table(const std::vector<LayerStamp>& layers) {
    Table table{.columns = {{.name = "name", .title = "Layer"},
                            {.name = "content_hash", .title = "Content hash"},
                            {.name = "sources", .title = "Sources"}},
                .rows = {}};
    for (const LayerStamp& layer : layers) {
        table.rows.push_back({text_cell(layer.name), text_cell(layer.content_hash),
                              text_cell(fmt::format("{}", fmt::join(layer.sources, "; ")))});
    }
    return table;
}

JsonObject hedging_object(const HeatMap& map) {
    if (!map.hedging) return {{"missing", text_cell(map.hedging_missing)}};
    const HedgingLegend& legend = *map.hedging;
    JsonObject cuts;
    for (std::size_t level = 1; level < 5; ++level) {
        cuts.push_back({std::string(level_letters(level)), number_cell(legend.cuts.at(level - 1))});
    }
    return {{"draws", number_cell(static_cast<double>(legend.num_draws))},
            {"seed", number_cell(static_cast<double>(legend.seed))},
            {"as_of", text_cell(legend.as_of)},
            {"weights", text_cell(weight_words(legend))},
            {"layers", layer_table(legend.layers)},
            {"level_starts_at", cuts}};
}

std::string heat_map_json(const HeatMap& map) {
    JsonObject thresholds;
    if (map.thresholds) {
        for (std::size_t level = 1; level < 5; ++level) {
            thresholds.push_back({std::string(level_letters(level)),
                                  number_cell(100.0 * (*map.thresholds)[level - 1])});
        }
    }
    Table all = heat_map_table(map);
    Table groups{.columns = all.columns, .rows = {}};
    const auto first_group = all.rows.begin() + static_cast<std::ptrdiff_t>(map.countries.size());
    groups.rows.assign(first_group, all.rows.end());
    all.rows.erase(first_group, all.rows.end());
    return json_text({world_field(map.world),
                      {"poles", std::vector<std::string>{map.poles[0].code, map.poles[1].code}},
                      {"level_starts_at_pct", thresholds},
                      {"hedging", hedging_object(map)},
                      {"risk", JsonObject{{"layers", layer_table(map.risk_layers)}}},
                      {"intervals", interval_object(map.intervals)},
                      {"not_measured_yet", columns_not_measured_yet(map)},
                      {"countries", all},
                      {"groups", groups}});
}

}  // namespace

std::vector<LayerStamp> layers_behind(const HeatMap& map) {
    std::vector<LayerStamp> layers;
    if (map.hedging) layers = map.hedging->layers;
    for (const LayerStamp& layer : map.risk_layers) {
        if (std::ranges::find(layers, layer.name, &LayerStamp::name) == layers.end()) {
            layers.push_back(layer);
        }
    }
    if (!map.intervals.layer.name.empty()) layers.push_back(map.intervals.layer);
    return layers;
}

std::vector<std::string> hedging_legend(const HeatMap& map) {
    if (!map.hedging) {
        if (map.hedging_missing.empty()) return {};
        return {fmt::format("Hedging activity is empty: {}", map.hedging_missing)};
    }
    const HedgingLegend& legend = *map.hedging;
    return {
        fmt::format(
            "Hedging activity, 0 to 100, a definition of ours: dealing with both powers (position) "
            "and moving between them (activity), over trade, technology, finance and diplomacy. "
            "Median of {} draws of weights, decay, magnitudes, coverage and data error around the "
            "weights {}, with the 90% interval; seed {}, acts up to {}. It sorts economies into "
            "rough thirds: read no rank without its interval.",
            legend.num_draws, weight_words(legend), legend.seed, legend.as_of),
        fmt::format(
            "Its labels are fifths of a fixed panel of economies in 2010, 2016, 2018 and 2023, cut "
            "inside each draw; printed is the median label and the share of draws that give it, "
            "with ? where that is below {:.0f}%. At the default choices: {}.",
            100.0 * least_certain_probability, level_legend(legend.cuts))};
}

std::vector<std::string> heat_map_legend(const HeatMap& map) {
    const std::string a = in_sentence(map.poles[0]);
    const std::string b = in_sentence(map.poles[1]);
    std::vector<std::string> lines{fmt::format(
        "Cut: percent of real income an economy loses {} when all its trade with {} "
        "or "
        "with {} stops. {} Own: what the power itself loses from the same cut.",
        horizon_words(map.horizon), a, b,
        map.method == ExposureMethod::ge
            ? "Solved in general equilibrium, with wages, prices and trade of all countries "
              "adjusting; model-based."
            : "At fixed wages, closed form, an approximation of ours.")};
    if (map.horizon.needs_both_profiles()) {
        const Horizon other = map.horizon.with_other_profile();
        lines.push_back(fmt::format(
            "Cut, {}: the same {}. So soon after a change the published time paths lie far apart; "
            "read the two as a range.",
            profile_name(other.profile), horizon_words(other)));
    }
    if (map.thresholds) {
        LevelThresholds percent = *map.thresholds;
        for (double& cut : percent) cut *= 100.0;
        lines.push_back(fmt::format(
            "Levels, in percent: {}. They are fifths of both losses of all {} economies; the cut "
            "is ours.",
            level_legend(percent), map.num_economies));
    }
    if (std::ranges::any_of(map.countries, is_marked) ||
        std::ranges::any_of(map.groups, is_marked)) {
        lines.push_back("* More than half of the trade figures behind the row are estimated.");
    }
    if (!map.groups.empty()) {
        lines.push_back(
            "Groups: means of the members weighted with GDP; what a power loses is from a cut with "
            "all members at once.");
    }
    const std::vector<std::string> hedging = hedging_legend(map);
    lines.insert(lines.begin(), hedging.begin(), hedging.end());
    const bool has_risk = std::ranges::any_of(
        map.countries, [](const HeatMapRow& row) { return row.risk.has_value(); });
    lines.push_back(
        has_risk
            ? "Risk of partial reversal within five years: median of the draws with its 90% "
              "interval, in the CSV and JSON formats and on the page. History holds few such "
              "events; the model improves on the average rate by only a few percent, and cannot "
              "rank close allies; see entente risk --backtest."
            : "Risk of partial reversal is empty: it needs the layers panel, security and votes, "
              "and the United States and China as powers.");
    if (map.method == ExposureMethod::ge) {
        const std::string intervals = interval_line(map.intervals, false);
        if (!intervals.empty()) lines.push_back(intervals);
        if (map.intervals.num_draws > 0) {
            lines.push_back(
                "They are in the CSV and JSON formats and on the page; empty for a power, horizon "
                "or group that was not drawn.");
        }
    }
    return lines;
}

Document heat_map_document(const HeatMap& map) {
    Document document{.title = "Hedging-Risk Heat Map"};
    document.introduction.push_back(fmt::format(
        "{} if cut off from {} or from {}.",
        map.hedging ? "How each economy hedges between two powers, and what it would lose"
                    : "What each economy would lose",
        in_sentence(map.poles[0]), in_sentence(map.poles[1])));
    document.tables.push_back(view(map, map.countries, "Economy"));
    if (!map.groups.empty()) document.tables.push_back(view(map, map.groups, "Group"));
    document.closing = heat_map_legend(map);
    document.closing.push_back(world_line(map.world));
    if (!map.world.sources.empty()) document.closing.push_back(sources_line(map.world));
    const std::string layers = layers_line(layers_behind(map));
    if (!layers.empty()) document.closing.push_back(layers);
    return document;
}

std::string render(const HeatMap& map, const Rendering& how) {
    switch (how.format) {
        case Format::csv:
            return csv_text(heat_map_table(map));
        case Format::json:
            return heat_map_json(map);
        case Format::md:
            return markdown_text(heat_map_document(map));
        case Format::html:
            return heat_map_page(map);
        case Format::svg:
            throw OptionError("The heat map has no drawing; html shades its cells.");
        case Format::text:
            break;
    }
    return plain_text(heat_map_document(map), {.width = how.width, .colour = how.colour});
}

}  // namespace entente
