#include "entente/scenario/scenario_reader.hpp"

#include <fmt/format.h>

#include "entente/base/error.hpp"
#include "entente/base/number_text.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/scenario/change.hpp"
#include "entente/scenario/ensemble_section.hpp"
#include "entente/scenario/scenario_section.hpp"

namespace entente {
namespace {

using detail::Section;
using detail::Words;

constexpr double max_tolerance = 0.01;
// Far above any estimate of how labour supply answers wages.
constexpr double max_supply_elasticity = 100.0;

const Words<DeficitMode>& deficit_modes() {
    static const Words<DeficitMode> words{{"balanced", DeficitMode::balanced},
                                          {"fixed", DeficitMode::fixed},
                                          {"multiplicative", DeficitMode::multiplicative}};
    return words;
}

const Words<MeasureKind>& measure_kinds() {
    static const Words<MeasureKind> words{{"tariff", MeasureKind::tariff},
                                          {"trade_cost", MeasureKind::trade_cost},
                                          {"export_control", MeasureKind::export_control},
                                          {"import_ban", MeasureKind::import_ban},
                                          {"cut_off", MeasureKind::cut_off}};
    return words;
}

const Words<TradeDirection>& directions() {
    static const Words<TradeDirection> words{{"imports", TradeDirection::imports},
                                             {"exports", TradeDirection::exports},
                                             {"both", TradeDirection::both}};
    return words;
}

bool has_change(MeasureKind kind) {
    return kind == MeasureKind::tariff || kind == MeasureKind::trade_cost;
}

bool has_direction(MeasureKind kind) {
    return kind == MeasureKind::trade_cost || kind == MeasureKind::cut_off;
}

bool has_share(MeasureKind kind) {
    return kind == MeasureKind::export_control;
}

TradeDirection default_direction(MeasureKind kind) {
    if (kind == MeasureKind::cut_off) return TradeDirection::both;
    if (kind == MeasureKind::export_control) return TradeDirection::exports;
    return TradeDirection::imports;
}

void refuse_key(const Section& section, std::string_view key) {
    if (!section.has(key)) return;
    section.report(key, {.kind = ProblemKind::misplaced_key,
                         .value = section.text("kind").value_or(""),
                         .fix = fmt::format("remove {}, or choose another kind", key)});
}

void read_change(const Section& section, Measure& measure) {
    if (!has_change(measure.kind)) return refuse_key(section, "change");
    section.require("change");
    const auto text = section.text("change");
    if (!text) return;
    measure.change = *text;
    if (parse_change(measure.kind, *text)) return;
    section.report("change", {.kind = ProblemKind::bad_change,
                              .value = *text,
                              .expected = std::string(forms_of_change(measure.kind))});
}

void read_direction(const Section& section, Measure& measure) {
    measure.direction = default_direction(measure.kind);
    if (!has_direction(measure.kind)) return refuse_key(section, "direction");
    measure.direction = section.word("direction", directions()).value_or(measure.direction);
}

void read_share(const Section& section, Measure& measure) {
    if (!has_share(measure.kind)) return refuse_key(section, "share");
    section.require("share");
    measure.share = section.number("share").value_or(0.0);
    if (measure.share >= 0.0 && measure.share <= 1.0) return;
    section.report(
        "share", {.kind = ProblemKind::share_out_of_range, .value = shortest_text(measure.share)});
}

void read_dates(const Section& section, Measure& measure) {
    measure.valid_from = section.date("valid_from");
    measure.valid_until = section.date("valid_until");
    if (!measure.valid_from || !measure.valid_until) return;
    if (*measure.valid_from <= *measure.valid_until) return;
    section.report("valid_until", {.kind = ProblemKind::value_out_of_range,
                                   .value = date_text(*measure.valid_until),
                                   .expected = "a day on or after valid_from"});
}

Measure read_measure(const Section& section) {
    section.report_unknown_keys({"kind", "by", "on", "sectors", "change", "direction", "share",
                                 "valid_from", "valid_until", "source"});
    for (const std::string_view key : {"kind", "by", "on"}) section.require(key);
    Measure measure;
    measure.line = section.line();
    measure.values.places = section.places();
    measure.by = section.texts("by");
    measure.on = section.texts("on");
    measure.sectors = section.texts("sectors");
    if (measure.sectors == std::vector<std::string>{"*"}) measure.sectors.clear();
    measure.source = section.text("source").value_or("");
    read_dates(section, measure);
    // What the other keys may hold depends on the kind.
    const auto kind = section.word("kind", measure_kinds());
    if (!kind) return measure;
    measure.kind = *kind;
    read_change(section, measure);
    read_direction(section, measure);
    read_share(section, measure);
    return measure;
}

void read_horizon(const Section& model) {
    if (!model.has("horizon") || model.is_text("horizon", "long")) return;
    model.report("horizon", {.kind = ProblemKind::unknown_word,
                             .expected = "\"long\"",
                             .fix = "only the long run can be solved so far: write \"long\", or "
                                    "remove the key"});
}

void read_model(const Section& model, Scenario& scenario) {
    model.report_unknown_keys(
        {"deficits", "horizon", "supply_elasticity", "theta_cap", "tolerance"});
    read_horizon(model);
    scenario.deficits = model.word("deficits", deficit_modes()).value_or(scenario.deficits);
    scenario.tolerance = model.number("tolerance").value_or(scenario.tolerance);
    scenario.supply_elasticity =
        model.number("supply_elasticity").value_or(scenario.supply_elasticity);
    scenario.theta_cap = model.number("theta_cap");
    const auto out_of_range = [&](std::string_view key, double value, std::string expected) {
        model.report(key, {.kind = ProblemKind::value_out_of_range,
                           .value = shortest_text(value),
                           .expected = std::move(expected)});
    };
    // Written so that a number that is none is out of range.
    if (!(scenario.tolerance > 0.0 && scenario.tolerance <= max_tolerance)) {
        out_of_range("tolerance", scenario.tolerance,
                     fmt::format("a number above 0 and up to {}", max_tolerance));
    }
    if (!(scenario.supply_elasticity >= 0.0 &&
          scenario.supply_elasticity <= max_supply_elasticity)) {
        out_of_range("supply_elasticity", scenario.supply_elasticity,
                     fmt::format("a number from 0 to {}", max_supply_elasticity));
    }
    if (scenario.theta_cap && !(*scenario.theta_cap > 0.0)) {
        out_of_range("theta_cap", *scenario.theta_cap, "a number above 0");
    }
}

toml::table parse_toml(std::string_view text, const std::string& file) {
    try {
        return toml::parse(text, file);
    } catch (const toml::parse_error& error) {
        throw DataError({{.kind = ProblemKind::bad_toml,
                          .file = file,
                          .line = error.source().begin.line,
                          .character = error.source().begin.column,
                          .value = std::string(error.description())}});
    }
}

}  // namespace

Scenario parse_scenario(std::string_view text, const std::string& file) {
    const toml::table table = parse_toml(text, file);
    Problems problems;
    const Section root(table, "", file, problems);
    root.report_unknown_keys({"title", "world", "model", "measure", "ensemble"});
    root.require("title");
    Scenario scenario;
    scenario.file = file;
    scenario.title = root.text("title").value_or("");
    scenario.world = root.text("world").value_or("");
    if (const auto model = root.table("model")) read_model(*model, scenario);
    for (const Section& section : root.tables("measure")) {
        scenario.measures.push_back(read_measure(section));
    }
    if (const auto ensemble = root.table("ensemble")) detail::read_ensemble(*ensemble, scenario);
    problems.throw_if_any();
    return scenario;
}

Scenario read_scenario(const std::filesystem::path& path) {
    std::string text;
    try {
        text = read_whole_file(path);
    } catch (const FileError&) {
        throw DataError({{.kind = ProblemKind::file_unreadable, .file = path.string()}});
    }
    return parse_scenario(text, path.string());
}

}  // namespace entente
