#include "entente/scenario/scenario_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/number_text.hpp"
#include "entente/base/problem_order.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/scenario/change.hpp"
#include "entente/scenario/compact_form.hpp"
#include "entente/scenario/ensemble_section.hpp"
#include "entente/scenario/path_section.hpp"
#include "entente/scenario/products.hpp"
#include "entente/scenario/scenario_bases.hpp"
#include "entente/scenario/scenario_section.hpp"

namespace entente {
namespace {

using detail::Section;

constexpr double max_tolerance = 0.01;
// Far above any estimate of how labour supply answers wages.
constexpr double max_supply_elasticity = 100.0;

constexpr double max_factor = 10.0;

TradeDirection default_direction(MeasureKind kind) {
    if (kind == MeasureKind::cut_off || kind == MeasureKind::fta) return TradeDirection::both;
    if (kind == MeasureKind::export_control) return TradeDirection::exports;
    return TradeDirection::imports;
}

/// Reports keys that belong to other kinds, and those this kind must have.
void check_keys_of_kind(const Section& section, MeasureKind kind) {
    const KindRule& rule = rule_of(kind);
    for (const std::string& key : keys_of_some_kinds()) {
        if (!section.has(key) || belongs(kind, key)) continue;
        section.report(key, {.kind = ProblemKind::misplaced_key,
                             .value = rule.name,
                             .fix = fmt::format("remove {}, or choose another kind", key)});
    }
    for (const std::string& key : rule.required) section.require(key);
    const auto given = [&](const std::string& key) { return section.has(key); };
    if (rule.one_of.empty() || std::ranges::any_of(rule.one_of, given)) return;
    section.report(rule.one_of.front(),
                   {.kind = ProblemKind::missing_key,
                    .expected = fmt::format("{}, or both", fmt::join(rule.one_of, " or "))});
}

/// @param form  the kind of measure whose forms of change the key takes.
std::string read_change(const Section& section, const std::string& key, MeasureKind kind,
                        MeasureKind form) {
    if (!belongs(kind, key)) return {};
    const auto text = section.text(key);
    if (text && !parse_change(form, *text)) {
        section.report(key, {.kind = ProblemKind::bad_change,
                             .value = *text,
                             .expected = std::string(forms_of_change(form))});
    }
    return text.value_or("");
}

void read_quota(const Section& section, Measure& measure) {
    if (measure.kind != MeasureKind::tariff_rate_quota) return;
    measure.quota = section.text("quota").value_or("");
    if (!measure.quota.empty() && !parse_quota(measure.quota)) {
        section.report("quota", {.kind = ProblemKind::bad_change,
                                 .value = measure.quota,
                                 .expected = "a volume such as \"120%\" of the baseline, above 0 "
                                             "and up to 10000%"});
    }
    measure.rent = section.word("rent", quota_rents()).value_or(measure.rent);
    if (!names_products(measure)) return;
    section.report("sectors", {.kind = ProblemKind::misplaced_key,
                               .value = rule_of(measure.kind).name,
                               .fix = "name whole sectors: a quota on a part of a sector cannot be "
                                      "solved"});
}

void check_subsidy(const Section& section, const Measure& measure) {
    if (measure.kind != MeasureKind::subsidy || !names_products(measure)) return;
    section.report("sectors", {.kind = ProblemKind::misplaced_key,
                               .value = rule_of(measure.kind).name,
                               .fix = "name whole sectors: what a sector makes for its home market "
                                      "is not known by product"});
}

void read_direction(const Section& section, Measure& measure) {
    measure.direction = default_direction(measure.kind);
    if (!belongs(measure.kind, "direction")) return;
    measure.direction = section.word("direction", directions()).value_or(measure.direction);
}

void read_share(const Section& section, Measure& measure) {
    if (!belongs(measure.kind, "share") || !section.has("share")) return;
    const bool is_control = measure.kind == MeasureKind::export_control;
    if (!is_control && !names_products(measure)) {
        section.report("share", {.kind = ProblemKind::misplaced_key,
                                 .value = rule_of(measure.kind).name,
                                 .fix = "name products in sectors, such as HS2022:8703, or remove "
                                        "share"});
        return;
    }
    const auto share = section.number("share");
    if (!share) return;
    if (*share < 0.0 || *share > 1.0) {
        section.report("share",
                       {.kind = ProblemKind::share_out_of_range, .value = shortest_text(*share)});
    }
    if (is_control) measure.share = *share;
    if (!is_control) measure.product_share = share;
}

void report_bad_products(const Section& section, const Measure& measure) {
    for (std::size_t k = 0; k < measure.sectors.size(); ++k) {
        const std::string& code = measure.sectors[k];
        if (!is_product(code) || product_digits(code)) continue;
        const FilePlace place = measure.place_of("sectors", k);
        section.report("sectors", {.kind = ProblemKind::unknown_word,
                                   .line = place.line,
                                   .character = place.character,
                                   .value = code,
                                   .expected = "HS2022: and two, four or six digits, "
                                               "such as HS2022:8703"});
    }
}

void read_dates(const Section& section, Measure& measure) {
    measure.valid_from = section.date("valid_from");
    measure.valid_until = section.date("valid_until");
    if (!measure.valid_from || !measure.valid_until) return;
    if (*measure.valid_from <= *measure.valid_until) return;
    section.report("valid_until",
                   {.kind = ProblemKind::value_out_of_range,
                    .value = date_text(*measure.valid_until),
                    .expected = fmt::format("a day on or after valid_from, {} on line {}",
                                            date_text(*measure.valid_from),
                                            measure.place_of("valid_from").line)});
}

/// An agreement may be among the countries in `by`; a subsidy is aimed at nobody.
void check_target(const Section& section) {
    TargetRule target = TargetRule::required;
    std::string name;
    for (const KindRule& rule : kind_rules()) {
        if (!section.is_text("kind", rule.name)) continue;
        target = rule.target;
        name = rule.name;
    }
    if (target == TargetRule::required) section.require("on");
    if (target != TargetRule::none || !section.has("on")) return;
    section.report("on", {.kind = ProblemKind::misplaced_key,
                          .value = name,
                          .fix = "remove on, or choose another kind"});
}

Measure read_measure(const Section& section) {
    section.report_unknown_keys(measure_keys());
    section.report_missing_keys(measure_keys());
    check_target(section);
    Measure measure;
    measure.line = section.line();
    measure.values.places = section.places();
    measure.by = section.texts("by");
    measure.on = section.texts("on");
    measure.sectors = section.texts("sectors");
    if (measure.sectors == std::vector<std::string>{"*"}) measure.sectors.clear();
    report_bad_products(section, measure);
    measure.source = section.text("source").value_or("");
    read_dates(section, measure);
    // What the other keys may hold depends on the kind.
    const auto kind = section.word("kind", measure_kinds());
    if (!kind) return measure;
    measure.kind = *kind;
    check_keys_of_kind(section, measure.kind);
    measure.change = read_change(section, "change", measure.kind, measure.kind);
    measure.tariff = read_change(section, "tariff", measure.kind, MeasureKind::tariff);
    measure.trade_cost = read_change(section, "trade_cost", measure.kind, MeasureKind::trade_cost);
    measure.in_quota = read_change(section, "in_quota", measure.kind, MeasureKind::tariff);
    measure.out_of_quota = read_change(section, "out_of_quota", measure.kind, MeasureKind::tariff);
    read_quota(section, measure);
    check_subsidy(section, measure);
    read_direction(section, measure);
    read_share(section, measure);
    return measure;
}

void read_horizon(const Section& model, Horizon& horizon) {
    const auto profile = model.word("profile", horizon_profiles());
    if (model.has("horizon") && !model.is_text("horizon", "long")) {
        const auto years = model.whole_number("horizon");
        const auto known = years ? parse_horizon(std::to_string(*years)) : std::nullopt;
        if (known) {
            horizon = *known;
        } else {
            model.report("horizon", {.kind = ProblemKind::unknown_word,
                                     .value = years ? std::to_string(*years) : std::string(),
                                     .expected = fmt::format(
                                         "\"long\", or a whole number of years from 1 to {}",
                                         max_horizon_years),
                                     .fix = "write 1, 3, 5, 10 or \"long\""});
        }
    }
    horizon.profile = profile.value_or(horizon.profile);
}

void read_model(const Section& model, Scenario& scenario) {
    model.report_unknown_keys(model_keys());
    read_horizon(model, scenario.horizon);
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

/// What only answers that are chosen have.
void read_choice(const Section& section, Retaliation& retaliation) {
    for (const std::string key : {"sectors", "by_sector"}) {
        if (!section.has(key) || is_chosen(retaliation.rule)) continue;
        section.report(key,
                       {.kind = ProblemKind::misplaced_key,
                        .fix = fmt::format("remove {}, or choose the rule optimal or nash", key)});
    }
    retaliation.sectors = section.texts("sectors");
    retaliation.is_by_sector = section.truth("by_sector").value_or(false);
    for (const std::string key : {"by", "against"}) {
        if (!is_chosen(retaliation.rule) || section.has(key)) continue;
        section.report(key, {.kind = ProblemKind::missing_key,
                             .expected = "the countries and groups that choose, or whose goods "
                                         "they tax"});
    }
}

void read_retaliation(const Section& section, Retaliation& retaliation) {
    section.report_unknown_keys(retaliation_keys());
    section.report_missing_keys(retaliation_keys());
    retaliation.line = section.line();
    retaliation.values.places = section.places();
    retaliation.rule = section.word("rule", retaliation_rules()).value_or(retaliation.rule);
    if (section.has("by")) retaliation.by = section.texts("by");
    if (section.has("against")) retaliation.against = section.texts("against");
    retaliation.source = section.text("source").value_or("");
    read_choice(section, retaliation);
    if (!section.has("factor")) return;
    retaliation.factor = section.number("factor").value_or(retaliation.factor);
    if (retaliation.rule != RetaliationRule::proportional) {
        section.report("factor", {.kind = ProblemKind::misplaced_key,
                                  .fix = "remove factor, or choose the rule proportional"});
    } else if (!(retaliation.factor >= 0.0 && retaliation.factor <= max_factor)) {
        section.report("factor", {.kind = ProblemKind::value_out_of_range,
                                  .value = shortest_text(retaliation.factor),
                                  .expected = fmt::format("a number from 0 to {}", max_factor)});
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

std::string read_text(const std::filesystem::path& path) {
    try {
        return read_whole_file(path);
    } catch (const FileError&) {
        throw DataError({{.kind = ProblemKind::file_unreadable, .file = path.string()}});
    }
}

/// A draft as `read` gives it; an empty one if it gives none, since the text is no scenario at all.
template <class Read>
Scenario draft_or_nothing(const std::string& file, Problems& problems, Read&& read) {
    try {
        return read();
    } catch (const DataError& error) {
        for (const Problem& problem : error.problems()) problems.add(problem);
    }
    Scenario nothing;
    nothing.file = file;
    return nothing;
}

/// @throws DataError with the problems of a draft, by line.
template <class Draft>
Scenario without_problems(Draft&& draft) {
    Problems problems;
    Scenario scenario = draft(problems);
    throw_by_place(problems);
    return scenario;
}

}  // namespace

namespace detail {

Scenario scenario_of(const toml::table& table, const std::string& file, const FileChain& chain,
                     Problems& problems) {
    const Section root(table, "", file, problems);
    root.report_unknown_keys(file_keys());
    root.report_missing_keys(file_keys());
    Scenario scenario;
    scenario.file = file;
    scenario.title = root.text("title").value_or("");
    scenario.world = root.text("world").value_or("");
    if (const auto model = root.table("model")) read_model(*model, scenario);
    if (const auto answer = root.table("retaliation")) {
        read_retaliation(*answer, scenario.retaliation);
    }
    for (const Section& section : root.tables("measure")) {
        scenario.measures.push_back(read_measure(section));
    }
    add_bases(root, chain, scenario, problems);
    if (const auto ensemble = root.table("ensemble")) detail::read_ensemble(*ensemble, scenario);
    read_path(root, chain, scenario, problems);
    return scenario;
}

Scenario read_in_chain(const std::filesystem::path& path, FileChain chain, Problems& problems) {
    chain.push_back(path);
    return draft_or_nothing(path.string(), problems, [&] {
        return scenario_of(parse_toml(read_text(path), path.string()), path.string(), chain,
                           problems);
    });
}

}  // namespace detail

Scenario draft_scenario(std::string_view text, const std::string& file, Problems& problems) {
    return draft_or_nothing(file, problems, [&] {
        return detail::scenario_of(parse_toml(text, file), file, {}, problems);
    });
}

Scenario draft_scenario(const std::string& name, Problems& problems) {
    if (!is_compact_form(name)) return detail::read_in_chain(name, {}, problems);
    return draft_or_nothing(name, problems,
                            [&] { return detail::draft_compact_form(name, problems); });
}

Scenario parse_scenario(std::string_view text, const std::string& file) {
    return without_problems([&](Problems& found) { return draft_scenario(text, file, found); });
}

Scenario read_scenario(const std::filesystem::path& path) {
    return without_problems(
        [&](Problems& found) { return detail::read_in_chain(path, {}, found); });
}

Scenario open_scenario(const std::string& name) {
    return is_compact_form(name) ? parse_compact_form(name) : read_scenario(name);
}

}  // namespace entente
