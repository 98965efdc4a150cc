#include "entente/scenario/compact_form.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/base/number_text.hpp"
#include "entente/scenario/grammar.hpp"
#include "entente/scenario/path_section.hpp"
#include "entente/scenario/scenario_bases.hpp"

namespace entente {
namespace {

constexpr std::string_view beginning = "s:";
constexpr std::string_view file_name = "short form s:";
constexpr std::string_view plain =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
constexpr std::string_view digits = "0123456789ABCDEF";

std::string escaped(std::string_view text) {
    std::string made;
    for (const char letter : text) {
        if (plain.find(letter) != std::string_view::npos) {
            made += letter;
        } else {
            made += fmt::format(".{:02X}", static_cast<unsigned char>(letter));
        }
    }
    return made;
}

/// The reverse of escaped; nothing if a stop is not followed by two digits.
std::optional<std::string> unescaped(std::string_view text) {
    std::string made;
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (text[k] != '.') {
            if (plain.find(text[k]) == std::string_view::npos) return std::nullopt;
            made += text[k];
            continue;
        }
        if (k + 2 >= text.size()) return std::nullopt;
        const auto high = digits.find(text[k + 1]);
        const auto low = digits.find(text[k + 2]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        made += static_cast<char>(16 * high + low);
        k += 2;
    }
    return made;
}

/// Writes the keys of one table in the order of the grammar.
class Record {
  public:
    explicit Record(std::string text) : text_(std::move(text)) {}
    void add(std::string_view key, const std::string& value) {
        if (value.empty()) return;
        text_ += fmt::format("{}{}~{}", text_.empty() || text_ == beginning ? "" : "~", key,
                             escaped(value));
    }
    void add(std::string_view key, const std::vector<std::string>& values) {
        if (values.empty()) return;
        std::string list;
        for (const std::string& value : values) {
            list += fmt::format("{}{}", list.empty() ? "" : "..", escaped(value));
        }
        text_ += fmt::format("~{}~{}", key, list);
    }
    void add(std::string_view key, const std::optional<Date>& day) {
        if (day) add(key, date_text(*day));
    }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

std::string model_record(const Scenario& scenario) {
    const Scenario usual;
    Record record("~~model");
    if (scenario.deficits != usual.deficits) {
        record.add("deficits", word_for(deficit_modes(), scenario.deficits));
    }
    if (scenario.horizon.years) record.add("horizon", horizon_text(scenario.horizon));
    if (scenario.horizon.profile != usual.horizon.profile) {
        record.add("profile", profile_name(scenario.horizon.profile));
    }
    if (scenario.supply_elasticity != usual.supply_elasticity) {
        record.add("supply_elasticity", shortest_text(scenario.supply_elasticity));
    }
    if (scenario.theta_cap) record.add("theta_cap", shortest_text(*scenario.theta_cap));
    if (scenario.tolerance != usual.tolerance) {
        record.add("tolerance", shortest_text(scenario.tolerance));
    }
    return record.text() == "~~model" ? "" : record.text();
}

std::string measure_record(const Measure& measure, std::string_view name) {
    const KindRule& rule = rule_of(measure.kind);
    Record record(fmt::format("~~{}", name));
    record.add("kind", rule.name);
    record.add("by", measure.by);
    record.add("on", measure.on);
    record.add("sectors", measure.sectors);
    record.add("change", measure.change);
    record.add("tariff", measure.tariff);
    record.add("trade_cost", measure.trade_cost);
    record.add("quota", measure.quota);
    record.add("in_quota", measure.in_quota);
    record.add("out_of_quota", measure.out_of_quota);
    if (measure.rent != QuotaRent::exporter)
        record.add("rent", word_for(quota_rents(), measure.rent));
    if (measure.kind == MeasureKind::trade_cost || measure.kind == MeasureKind::cut_off) {
        record.add("direction", word_for(directions(), measure.direction));
    }
    if (measure.kind == MeasureKind::export_control) {
        record.add("share", shortest_text(measure.share));
    }
    if (measure.product_share) record.add("share", shortest_text(*measure.product_share));
    record.add("valid_from", measure.valid_from);
    record.add("valid_until", measure.valid_until);
    record.add("source", measure.source);
    return record.text();
}

bool says_nothing(Retaliation answer) {
    answer.line = 0;
    answer.values = {};
    answer.file.clear();
    return answer == Retaliation{};
}

std::string retaliation_record(const Retaliation& answer, std::string_view name) {
    // Without a rule too it may say whose answer an ensemble draws.
    if (says_nothing(answer)) return "";
    Record record(fmt::format("~~{}", name));
    record.add("rule", word_for(retaliation_rules(), answer.rule));
    record.add("by", answer.by);
    record.add("against", answer.against);
    if (answer.rule == RetaliationRule::proportional) {
        record.add("factor", shortest_text(answer.factor));
    }
    record.add("sectors", answer.sectors);
    if (answer.is_by_sector) record.add("by_sector", std::string("true"));
    record.add("source", answer.source);
    return record.text();
}

std::string path_record(const PolicyPath& path) {
    Record record("~~path");
    const auto add = [&](std::string_view key, const auto& value) {
        if (value) record.add(key, shortest_text(*value));
    };
    add("until", path.until);
    add("from", path.from);
    add("zeta", path.zeta);
    add("short_run", path.short_run);
    if (path.risk_response != 0.0) record.add("risk_response", shortest_text(path.risk_response));
    record.add("regime", path.regime);
    return record.text();
}

std::string regime_records(const PolicyRegime& regime) {
    Record record("~~regime");
    record.add("name", regime.name);
    std::string text = record.text();
    for (const Measure& measure : regime.measures)
        text += measure_record(measure, "regime-measure");
    text += retaliation_record(regime.retaliation, "regime-retaliation");
    if (regime.next.empty()) return text;
    Record next("~~regime-next");
    for (const auto& [name, chance] : regime.next) next.add(escaped(name), shortest_text(chance));
    return text + next.text();
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(separator, start);
        parts.push_back(text.substr(start, end - start));
        if (end == std::string_view::npos) return parts;
        start = end + separator.size();
    }
}

[[noreturn]] void refuse(std::string_view part, std::string expected) {
    throw DataError({{.kind = ProblemKind::bad_compact_form,
                      .file = std::string(file_name),
                      .value = std::string(part),
                      .expected = std::move(expected)}});
}

std::string text_of(std::string_view part) {
    const auto text = unescaped(part);
    if (!text) {
        refuse(part, "letters, digits, \"_\", \"-\", or \".\" before two digits of 0-9 and A-F");
    }
    return *text;
}

/// Puts a value into a table in the type of its key; one that is not of that type stays a text, for
/// the reader to refuse.
void insert(const std::vector<KeyRule>& rules, const std::string& key, std::string_view value,
            toml::table& table) {
    ValueType type = ValueType::text;
    for (const KeyRule& rule : rules) {
        if (rule.name == key) type = rule.type;
    }
    if (type == ValueType::texts) {
        toml::array list;
        for (const std::string_view entry : split(value, "..")) list.push_back(text_of(entry));
        table.insert(key, std::move(list));
        return;
    }
    const std::string text = text_of(value);
    const auto number = parse_number(text);
    const auto day = parse_date(text);
    if (type == ValueType::number && std::holds_alternative<double>(number)) {
        table.insert(key, std::get<double>(number));
    } else if (type == ValueType::truth && (text == "true" || text == "false")) {
        table.insert(key, text == "true");
    } else if (type == ValueType::horizon && parse_horizon(text) && text != "long") {
        table.insert(key, std::int64_t{*parse_horizon(text)->years});
    } else if (type == ValueType::date && day) {
        table.insert(key,
                     toml::date{static_cast<int>(day->year()), static_cast<unsigned>(day->month()),
                                static_cast<unsigned>(day->day())});
    } else {
        table.insert(key, text);
    }
}

/// Keys and values by turns.
toml::table table_of(const std::vector<KeyRule>& rules, const std::vector<std::string_view>& tokens,
                     std::size_t first) {
    toml::table table;
    for (std::size_t k = first; k < tokens.size(); k += 2) {
        const std::string key = text_of(tokens[k]);
        if (k + 1 >= tokens.size()) refuse(tokens[k], "a value after the key");
        if (table.contains(key)) refuse(tokens[k], "each key once");
        insert(rules, key, tokens[k + 1], table);
    }
    return table;
}

/// Puts a table under a key that may stand once.
void insert_once(std::string_view key, toml::table table, toml::table& into) {
    if (into.contains(key)) refuse(key, fmt::format("{} once", key));
    into.insert(key, std::move(table));
}

/// Adds a table to a list such as [[measure]].
void append(std::string_view key, toml::table table, toml::table& into) {
    if (!into.contains(key)) into.insert(key, toml::array{});
    // The first record may have misused the name as a key.
    if (!into[key].is_array()) refuse(key, fmt::format("tables, each after ~~{}", key));
    into[key].as_array()->push_back(std::move(table));
}

void refuse_files(const toml::table& table) {
    for (const std::string_view key : {"base", "minus"}) {
        if (table.contains(key)) refuse(key, "measures alone, since a short form has no files");
    }
}

/// Chances by regime, whose names are the keys.
toml::table chances_of(const std::vector<std::string_view>& tokens) {
    std::vector<KeyRule> rules;
    for (std::size_t k = 1; k < tokens.size(); k += 2) {
        rules.push_back({.name = text_of(tokens[k]), .type = ValueType::number});
    }
    return table_of(rules, tokens, 1);
}

/// The last regime so far, to which tables inside a regime belong.
toml::table& last_regime(std::string_view token, toml::table& root) {
    if (!root["regime"].is_array()) refuse(token, "a regime before it");
    return *root["regime"].as_array()->back().as_table();
}

void insert_record(const std::vector<std::string_view>& tokens, toml::table& root) {
    const std::string_view name = tokens[0];
    if (name == "measure") return append(name, table_of(measure_keys(), tokens, 1), root);
    if (name == "model") return insert_once(name, table_of(model_keys(), tokens, 1), root);
    if (name == "retaliation") {
        return insert_once(name, table_of(retaliation_keys(), tokens, 1), root);
    }
    if (name == "path") {
        return insert_once(name, table_of(detail::path_keys(), tokens, 1), root);
    }
    if (name == "regime") {
        toml::table regime = table_of(detail::regime_keys(), tokens, 1);
        refuse_files(regime);
        return append(name, std::move(regime), root);
    }
    if (name == "regime-measure") {
        return append("measure", table_of(measure_keys(), tokens, 1), last_regime(name, root));
    }
    if (name == "regime-retaliation") {
        return insert_once("retaliation", table_of(retaliation_keys(), tokens, 1),
                           last_regime(name, root));
    }
    if (name == "regime-next") {
        return insert_once("next", chances_of(tokens), last_regime(name, root));
    }
    refuse(name, "measure, model, retaliation, path, regime, or a table of a regime");
}

toml::table root_of(std::string_view text) {
    if (!is_compact_form(text)) refuse(text.substr(0, beginning.size()), "s: at the beginning");
    const auto records = split(text.substr(beginning.size()), "~~");
    toml::table root = table_of(file_keys(), split(records[0], "~"), 0);
    refuse_files(root);
    for (std::size_t k = 1; k < records.size(); ++k) insert_record(split(records[k], "~"), root);
    return root;
}

}  // namespace

bool is_compact_form(std::string_view text) {
    return text.starts_with(beginning);
}

std::string compact_form(const Scenario& scenario) {
    if (scenario.uncertainty) {
        throw OptionError(
            "A scenario that says what an ensemble varies has no short form: take its [ensemble] "
            "table out, or share the file.");
    }
    Record record{std::string(beginning)};
    record.add("title", scenario.title);
    record.add("world", scenario.world);
    std::string text = record.text() + model_record(scenario);
    for (const Measure& measure : scenario.measures) text += measure_record(measure, "measure");
    text += retaliation_record(scenario.retaliation, "retaliation");
    if (scenario.path) text += path_record(*scenario.path);
    for (const PolicyRegime& regime : scenario.regimes) text += regime_records(regime);
    return text;
}

Scenario parse_compact_form(std::string_view text) {
    Problems problems;
    Scenario scenario = detail::draft_compact_form(text, problems);
    problems.throw_if_any();
    return scenario;
}

Scenario detail::draft_compact_form(std::string_view text, Problems& problems) {
    return scenario_of(root_of(text), std::string(file_name), {}, problems);
}

}  // namespace entente
