#include "entente/report/ensemble/ensemble.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/ensemble/uncertain_inputs.hpp"
#include "entente/report/render_document.hpp"
#include "entente/world/horizon.hpp"

namespace entente {
namespace {

constexpr double hundred = 100.0;

Table welfare_table(const EnsembleReport& report) {
    Table table{.columns = {{.name = "iso3", .title = "Code"},
                            {.name = "name", .title = "Economy"},
                            {.name = "median", .title = "Welfare", .unit = "median %"},
                            {.name = "q05", .title = "5%"},
                            {.name = "q95", .title = "95%"},
                            {.name = "probability_negative",
                             .title = "Loses",
                             .unit = "% of draws",
                             .decimals = 0,
                             .shown_scale = hundred},
                            {.name = "rank_median",
                             .title = "Rank",
                             .unit = "1 = largest loss",
                             .decimals = 0,
                             .spare = 1},
                            {.name = "probability_among_five_lowest",
                             .title = "Among five",
                             .unit = "hardest hit, %",
                             .decimals = 0,
                             .shown_scale = hundred,
                             .spare = 2}},
                .rows = {}};
    for (const EnsembleRow& row : report.rows) {
        const FigureSummary& welfare = row.figures[welfare_figure];
        const bool has_rank = !row.ranks.empty();
        table.rows.push_back(
            {text_cell(row.code), text_cell(row.name), number_cell(welfare.median),
             number_cell(welfare.low), number_cell(welfare.high),
             number_cell(welfare.probability_negative),
             has_rank ? number_cell(row.ranks[welfare_figure].median) : Cell{},
             has_rank ? number_cell(row.ranks[welfare_figure].probability_among_five_lowest)
                      : Cell{}});
    }
    return table;
}

/// Draws of one time path of elasticities call for the other one so soon after a change.
std::string horizon_line(const RunManifest& manifest) {
    const auto is_drawn = [&](const char* input) {
        return std::ranges::find(manifest.inputs, input) != manifest.inputs.end();
    };
    const Horizon horizon = horizon_named(manifest.horizon, manifest.profile);
    if (is_drawn(horizon_years_name)) {
        return is_drawn(horizon_profile_name)
                   ? "Horizon: drawn, and its profile."
                   : fmt::format("Horizon: drawn; profile {}.", manifest.profile);
    }
    if (is_drawn(horizon_profile_name)) {
        return fmt::format("Horizon: {}; profile drawn.", manifest.horizon);
    }
    std::string line = fmt::format("Horizon: {}.", horizon_words(horizon));
    if (!horizon.needs_both_profiles()) return line;
    return line + fmt::format(
                      " So soon after a change the published time paths lie far apart: run the "
                      "same with --profile {} and set the two side by side with entente compare.",
                      profile_name(horizon.with_other_profile().profile));
}

std::vector<std::string> ensemble_legend(const EnsembleReport& report) {
    const RunManifest& manifest = report.manifest;
    std::vector<std::string> lines;
    if (manifest.is_complete) {
        lines.emplace_back(
            "Welfare: exact change of real income. Quantiles over draws hold what varies and "
            "nothing else: they are not the whole uncertainty. Rows in order of the world, then "
            "groups: means of members weighted with value added, inside each draw (our "
            "definition).");
    } else {
        lines.push_back(
            fmt::format("Interrupted after {} of {} draws. Go on with: entente resume "
                        "{}",
                        manifest.num_done, manifest.num_draws, report.folder));
    }
    for (const std::string& input : report.inputs) lines.push_back(input);
    lines.push_back(
        fmt::format("{} draws, {} of them without a solution{}; seed {}, sampler {}, deficits {}.",
                    manifest.num_done, manifest.num_failed,
                    manifest.num_failed > 0 ? " (failures.csv says why)" : "", manifest.seed,
                    manifest.sampler, manifest.deficits));
    lines.push_back(horizon_line(manifest));
    for (const std::string& response : report.responses) lines.push_back(response);
    if (manifest.is_complete) {
        std::string files;
        for (const RunOutput& output : manifest.outputs) files += output.file + " ";
        lines.push_back(fmt::format("Files in {}: {}and manifest.json.", report.folder, files));
    }
    lines.push_back(world_line(report.world));
    if (!report.world.sources.empty()) lines.push_back(sources_line(report.world));
    return lines;
}

Table comparison_table(const RunComparison& comparison) {
    Table table{
        .columns = {{.name = "iso3", .title = "Code"},
                    {.name = "name", .title = "Economy"},
                    {.name = "kind", .title = "Kind", .spare = 3},
                    {.name = "draws", .title = "Draws", .decimals = 0, .spare = 4},
                    {.name = "first_median", .title = "First", .unit = "median %"},
                    {.name = "second_median", .title = "Second", .unit = "median %"},
                    {.name = "difference_median", .title = "Difference", .unit = "median pp"},
                    {.name = "difference_q05", .title = "5%"},
                    {.name = "difference_q25", .title = "25%", .spare = 2},
                    {.name = "difference_q75", .title = "75%", .spare = 2},
                    {.name = "difference_q95", .title = "95%"},
                    {.name = "probability_second_higher",
                     .title = comparison.is_by_sector ? "Second higher" : "Second better",
                     .unit = "% of draws",
                     .decimals = 0,
                     .shown_scale = hundred}},
        .rows = {}};
    if (comparison.is_by_sector) table.columns[2] = {.name = "sector", .title = "Sector"};
    for (const ComparisonRow& row : comparison.rows) {
        const FigureSummary& difference = row.difference;
        const std::string kind = row.is_group ? "group" : "country";
        table.rows.push_back({text_cell(row.code), text_cell(row.name),
                              text_cell(comparison.is_by_sector ? row.sector : kind),
                              number_cell(static_cast<double>(difference.num_draws)),
                              number_cell(row.first.median), number_cell(row.second.median),
                              number_cell(difference.median), number_cell(difference.low),
                              number_cell(difference.lower_quartile),
                              number_cell(difference.upper_quartile), number_cell(difference.high),
                              number_cell(difference.probability_positive)});
    }
    return table;
}

}  // namespace

std::string render(const EnsembleReport& report, const Rendering& how) {
    const Document document{.title = report.manifest.title,
                            .tables = {welfare_table(report)},
                            .closing = ensemble_legend(report)};
    const Table summary = ensemble_summary_table(report.rows);
    const JsonObject object{
        {"scenario", text_cell(report.manifest.title)},
        world_field(report.world),
        {"folder", text_cell(report.folder)},
        {"complete", report.manifest.is_complete},
        {"draws", number_cell(static_cast<double>(report.manifest.num_done))},
        {"failed", number_cell(static_cast<double>(report.manifest.num_failed))},
        {"seed", text_cell(report.manifest.seed)},
        {"inputs", report.inputs},
        {"responses", report.responses},
        {"summary", summary},
        {"drivers", ensemble_drivers_table(report.drivers)}};
    return detail::render_document(document, summary, object, how);
}

std::string render(const DrawReplay& replay, const Rendering& how) {
    Table inputs{.title = "Inputs",
                 .columns = {{.name = "input", .title = "Input"},
                             {.name = "value", .title = "Value", .decimals = 4},
                             {.name = "word", .title = "Meaning"}},
                 .rows = {}};
    for (const DrawnInput& input : replay.inputs) {
        inputs.rows.push_back(
            {text_cell(input.name), number_cell(input.value), text_cell(input.word)});
    }
    Table figures{.title = "Result", .columns = {{.name = "iso3", .title = "Code"}}, .rows = {}};
    for (const FigureName& figure : ensemble_figures) {
        figures.columns.push_back({.name = figure.column, .title = figure.column, .unit = "%"});
    }
    const Array2<double>& values = replay.evaluation.figures;
    for (std::size_t e = 0; e < values.rows(); ++e) {
        std::vector<Cell> cells{text_cell(replay.entities[e].code)};
        for (const double value : values.row(e)) cells.push_back(number_cell(value));
        figures.rows.push_back(std::move(cells));
    }
    const Document document{
        .title = fmt::format("{}: draw {} of seed {}", replay.title, replay.draw, replay.seed),
        .tables = {inputs, figures},
        .closing = {replay.evaluation.is_usable ? std::string("The draw has a solution.")
                                                : "No solution: " + replay.evaluation.reason,
                    world_line(replay.world)}};
    const JsonObject object{{"scenario", text_cell(replay.title)},
                            world_field(replay.world),
                            {"draw", number_cell(replay.draw)},
                            {"seed", text_cell(replay.seed)},
                            {"usable", replay.evaluation.is_usable},
                            {"reason", text_cell(replay.evaluation.reason)},
                            {"inputs", inputs},
                            {"countries", figures}};
    return detail::render_document(document, figures, object, how);
}

std::string render(const RunComparison& comparison, const Rendering& how) {
    const Table table = comparison_table(comparison);
    const Document document{
        .title = fmt::format("{}, against {}", comparison.second.title, comparison.first.title),
        .tables = {table},
        .closing = {
            fmt::format("{}. First: {}. Second: {}. The difference, second less first, "
                        "is taken inside each draw, in which both runs meet the same luck.",
                        comparison.is_by_sector ? "Volume of output by sector" : "Welfare, exact",
                        comparison.first_folder, comparison.second_folder),
            fmt::format("{} draws in which both have a solution, of {}; seed {}.",
                        comparison.num_common, comparison.first.num_draws, comparison.first.seed),
            world_line(comparison.world)}};
    const JsonObject object{{"first", text_cell(comparison.first.title)},
                            {"second", text_cell(comparison.second.title)},
                            world_field(comparison.world),
                            {"draws", number_cell(static_cast<double>(comparison.num_common))},
                            {"seed", text_cell(comparison.first.seed)},
                            {comparison.is_by_sector ? "output" : "welfare", table}};
    return detail::render_document(document, table, object, how);
}

}  // namespace entente
