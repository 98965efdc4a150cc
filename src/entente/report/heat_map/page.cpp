#include <fmt/format.h>
#include <fmt/ranges.h>

#include <kainjow/mustache.hpp>

#include <cmath>

#include "entente/base/error.hpp"
#include "entente/base/number_text.hpp"
#include "entente/report/heat_map/heat_map.hpp"
#include "entente/report/html_text.hpp"

namespace entente {

extern const std::string_view heat_map_page_template;
extern const std::string_view heat_map_row_template;

namespace {

namespace mustache = kainjow::mustache;

std::string level_class(std::size_t level) {
    return fmt::format("level-{}", level_letters(level));
}

/// A figure with what it is sorted by; without a value it is shown empty and sorted last.
mustache::data figure(const std::string& key, double value, int decimals) {
    const Cell cell = number_cell(value);
    mustache::data entry;
    entry["key"] = key;
    entry["value"] = cell.is_empty() ? std::string{} : shortest_text(value);
    entry["shown"] = shown_text(cell, {.name = key, .title = key, .decimals = decimals});
    return entry;
}

mustache::data exposure(const HeatMap& map, const PoleTie& tie, const std::string& key) {
    mustache::data entry = figure(key, 100.0 * tie.exposure, 2);
    entry["class"] = "";
    entry["letters"] = "";
    if (map.thresholds) {
        if (const auto level = level_of(tie.exposure, *map.thresholds)) {
            entry["class"] = fmt::format(" {}", level_class(*level));
            entry["letters"] = std::string(level_letters(*level));
        }
    }
    mustache::data range{mustache::data::type::list};
    if (tie.exposure_range) {
        range << mustache::data{"line", fmt::format("{:.2f} {} to", 100.0 * tie.exposure_range->low,
                                                    tie.exposure_range->low_member)}
              << mustache::data{"line", fmt::format("{:.2f} {}", 100.0 * tie.exposure_range->high,
                                                    tie.exposure_range->high_member)};
    }
    entry.set("range", range);
    if (tie.exposure_interval) {
        entry["interval"] = fmt::format("{:.2f} to {:.2f}", 100.0 * tie.exposure_interval->low,
                                        100.0 * tie.exposure_interval->high);
    }
    entry["has_interval"] =
        tie.exposure_interval ? mustache::data::type::bool_true : mustache::data::type::bool_false;
    return entry;
}

mustache::data hedging(const HedgingFigures& figures) {
    mustache::data entry = figure("hedging", figures.score.median, 0);
    entry["class"] = fmt::format(" {}", level_class(figures.label));
    entry["letters"] =
        fmt::format("{}{}", level_letters(figures.label), figures.is_uncertain() ? "?" : "");
    entry["interval"] = fmt::format("{:.0f} to {:.0f}", figures.score.low, figures.score.high);
    entry["sure"] = fmt::format("{:.0f}% sure", 100.0 * figures.label_probability);
    return entry;
}

/// What is known of classes, a line each.
mustache::data classes(const RowHedging& hedging) {
    mustache::data list{mustache::data::type::list};
    if (const auto& plus = hedging.us_plus) {
        list << mustache::data{"words", fmt::format("{}, {:.0f}% sure", plus->class_name,
                                                    100.0 * plus->class_probability)};
    }
    if (!hedging.security_class.empty()) {
        const bool is_neither = hedging.security_class == "neither";
        list << mustache::data{"words",
                               is_neither ? "no security tie with either" : hedging.security_class};
    }
    return list;
}

mustache::data risk(const RowRisk& risk) {
    const bool is_range = std::isnan(risk.probability);
    mustache::data entry;
    entry["value"] = is_range ? "" : fmt::format("{}", risk.probability);
    entry["shown"] = is_range ? "" : fmt::format("{:.0f}%", 100.0 * risk.probability);
    entry["interval"] = fmt::format("{:.0f} to {:.0f}%", 100.0 * risk.low, 100.0 * risk.high);
    entry["words"] = risk.label;
    return entry;
}

void add_signs(const RowHedging& hedging, mustache::data& entry) {
    mustache::data list{mustache::data::type::list};
    for (DatedAct act : hedging.reversal_signs) {
        mustache::data sign;
        sign["url"] = act.url.empty() ? mustache::data{mustache::data::type::bool_false}
                                      : mustache::data{act.url};
        act.url.clear();
        sign["words"] = act_words(act);
        list << sign;
    }
    const std::size_t count = hedging.reversal_signs.size();
    entry["has_signs"] =
        count > 0 ? mustache::data::type::bool_true : mustache::data::type::bool_false;
    entry["sign_count"] =
        fmt::format("{} observed sign{}, not a forecast", count, count == 1 ? "" : "s");
    entry.set("signs", list);
}

mustache::data row_data(const HeatMap& map, const HeatMapRow& row) {
    const auto& [a, b] = row.ties;
    mustache::data exposures{mustache::data::type::list};
    exposures << exposure(map, a, "loss_a") << exposure(map, b, "loss_b");
    mustache::data figures{mustache::data::type::list};
    figures << figure("share_a", 100.0 * a.trade_share, 1)
            << figure("share_b", 100.0 * b.trade_share, 1)
            << figure("partners", row.effective_partners, 1)
            << figure("reverse_a", 100.0 * a.reverse_exposure, 3)
            << figure("reverse_b", 100.0 * b.reverse_exposure, 3)
            << figure("estimated", 100.0 * row.estimated_share, 0);
    mustache::data entry;
    entry["name"] = row.name;
    // Groups go by their code; it is not said twice.
    entry["code"] = row.code == row.name ? mustache::data{mustache::data::type::bool_false}
                                         : mustache::data{row.code};
    entry["mark"] = is_marked(row) ? " *" : "";
    mustache::data scores{mustache::data::type::list};
    if (row.hedging.figures) scores << hedging(*row.hedging.figures);
    entry.set("hedging", scores);
    mustache::data risks{mustache::data::type::list};
    if (row.risk) risks << risk(*row.risk);
    entry.set("risk", risks);
    entry["no_hedging"] = "none";
    entry["why"] = row.hedging.missing.empty() ? mustache::data{mustache::data::type::bool_false}
                                               : mustache::data{row.hedging.missing};
    entry.set("classes", classes(row.hedging));
    add_signs(row.hedging, entry);
    entry.set("exposures", exposures);
    entry.set("figures", figures);
    entry["note"] = heat_map_note(map, row);
    return entry;
}

mustache::data list_of(const HeatMap& map, const std::vector<HeatMapRow>& rows) {
    mustache::data list{mustache::data::type::list};
    for (const HeatMapRow& row : rows) list << row_data(map, row);
    return list;
}

mustache::data level_list(const HeatMap& map) {
    mustache::data list{mustache::data::type::list};
    if (!map.thresholds) return list;
    for (std::size_t level = 0; level < 5; ++level) {
        mustache::data entry;
        entry["class"] = level_class(level);
        entry["letters"] = std::string(level_letters(level));
        entry["words"] = std::string(level_words(level));
        entry["span"] = level == 0
                            ? fmt::format("below {:.2f}", 100.0 * (*map.thresholds)[0])
                            : fmt::format("from {:.2f}", 100.0 * (*map.thresholds)[level - 1]);
        list << entry;
    }
    return list;
}

}  // namespace

std::string heat_map_page(const HeatMap& map) {
    mustache::data page;
    page["style"] = std::string(page_style);
    page["a"] = in_sentence(map.poles[0]);
    page["b"] = in_sentence(map.poles[1]);
    page["a_name"] = heading(map.poles[0]);
    page["b_name"] = heading(map.poles[1]);
    page["world_name"] = "World " + map.world.name;
    const bool is_exact = map.method == ExposureMethod::ge;
    page["is_exact"] =
        is_exact ? mustache::data::type::bool_true : mustache::data::type::bool_false;
    page["method"] = is_exact ? "solved in general equilibrium" : "closed form";
    page["has_hedging"] =
        map.hedging ? mustache::data::type::bool_true : mustache::data::type::bool_false;
    mustache::data lines{mustache::data::type::list};
    for (const std::string& line : hedging_legend(map)) lines << mustache::data{"line", line};
    page.set("hedging_lines", lines);
    page["base_year"] = std::to_string(map.world.base_year);
    page["num_economies"] = std::to_string(map.num_economies);
    page["levels"] = level_list(map);
    page["countries"] = list_of(map, map.countries);
    page["has_groups"] = !map.groups.empty();
    page["groups"] = list_of(map, map.groups);
    page["interval_line"] = interval_line(map.intervals, false);
    page["world_line"] = world_line(map.world);
    const std::string layers = layers_line(layers_behind(map));
    page["layers"] =
        layers.empty() ? mustache::data{mustache::data::type::bool_false} : mustache::data{layers};
    page["sources"] = map.world.sources.empty() ? mustache::data{mustache::data::type::bool_false}
                                                : mustache::data{citations_line(map.world)};
    page["row"] = mustache::partial{[] { return std::string(heat_map_row_template); }};

    mustache::mustache form{std::string(heat_map_page_template)};
    if (!form.is_valid()) throw ShapeError("The page template is broken: " + form.error_message());
    return form.render(page);
}

}  // namespace entente
