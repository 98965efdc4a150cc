#include "entente/scenario/scenario_section.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/base/nearest_code.hpp"

namespace entente::detail {
namespace {

using Texts = std::vector<std::string>;

FilePlace place_of(const toml::source_region& region) {
    return {region.begin.line, region.begin.column};
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
    const std::string nearest = nearest_code(word, known);
    return nearest.empty() ? std::string{} : fmt::format("write {} if that was meant", nearest);
}

}  // namespace

std::string Section::path_to(std::string_view key) const {
    return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

void Section::report(std::string_view key, Problem problem) const {
    const toml::node* node = table_.get(key);
    problem.file = file_;
    if (problem.line == 0) {
        const FilePlace place = place_of(node ? node->source() : table_.source());
        problem.line = place.line;
        problem.character = place.character;
    }
    problem.column = path_to(key);
    problems_.add(std::move(problem));
}

void Section::require(std::string_view key) const {
    if (!has(key)) report(key, {.kind = ProblemKind::missing_key});
}

void Section::report_missing_keys(const std::vector<KeyRule>& rules) const {
    for (const KeyRule& rule : rules) {
        if (rule.is_required) require(rule.name);
    }
}

void Section::report_unknown_keys(const std::vector<KeyRule>& rules) const {
    report_unknown_keys(names_of(rules));
}

void Section::report_unknown_keys(const std::vector<std::string>& known) const {
    for (const auto& [key, node] : table_) {
        const std::string name(key.str());
        if (std::ranges::find(known, name) != known.end()) continue;
        report(name, {.kind = ProblemKind::unknown_key,
                      .line = key.source().begin.line,
                      .character = key.source().begin.column,
                      .value = name,
                      .expected = fmt::format("{}", fmt::join(known, ", ")),
                      .fix = suggestion(name, known)});
    }
}

std::optional<std::string> Section::text(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return std::nullopt;
    const auto value = node->value_exact<std::string>();
    if (!value) {
        report(key, {.kind = ProblemKind::wrong_type, .expected = "a text in quotation marks"});
    } else if (value->empty()) {
        report(key, {.kind = ProblemKind::empty_value, .expected = "a text"});
        return std::nullopt;
    }
    return value;
}

std::optional<double> Section::number(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return std::nullopt;
    if (node->is_number()) return node->value<double>();
    report(key, {.kind = ProblemKind::wrong_type, .expected = "a number"});
    return std::nullopt;
}

std::optional<bool> Section::truth(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return std::nullopt;
    const auto value = node->value_exact<bool>();
    if (!value) report(key, {.kind = ProblemKind::wrong_type, .expected = "true or false"});
    return value;
}

std::optional<Date> Section::date(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return std::nullopt;
    if (const auto value = node->value_exact<toml::date>()) {
        return Date{std::chrono::year(value->year), std::chrono::month(value->month),
                    std::chrono::day(value->day)};
    }
    report(key, {.kind = ProblemKind::wrong_type,
                 .expected = "a date without quotation marks, such as 1994-01-01"});
    return std::nullopt;
}

std::vector<std::string> Section::texts(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return {};
    if (const toml::array* list = node->as_array()) {
        std::vector<std::string> values;
        for (const toml::node& entry : *list) {
            const auto value = entry.value_exact<std::string>();
            if (value && !value->empty()) {
                values.push_back(*value);
                continue;
            }
            const FilePlace place = place_of(entry.source());
            report(key, {.kind = ProblemKind::wrong_type,
                         .line = place.line,
                         .character = place.character,
                         .expected = "a code in quotation marks"});
        }
        if (!list->empty()) return values.size() == list->size() ? values : Texts{};
    } else if (const auto value = node->value_exact<std::string>(); value && !value->empty()) {
        return {*value};
    }
    report(key, {.kind = ProblemKind::wrong_type,
                 .expected = "a code in quotation marks, a list of codes, or \"*\" for all"});
    return {};
}

std::map<std::string, std::vector<FilePlace>> Section::places() const {
    std::map<std::string, std::vector<FilePlace>> places;
    for (const auto& [key, node] : table_) {
        std::vector<FilePlace>& entries = places[std::string(key.str())];
        const toml::array* list = node.as_array();
        if (!list) entries.push_back(place_of(node.source()));
        for (std::size_t k = 0; list && k < list->size(); ++k) {
            entries.push_back(place_of(list->get(k)->source()));
        }
    }
    return places;
}

std::optional<std::size_t> Section::position_of(std::string_view key,
                                                const std::vector<std::string>& known) const {
    const std::optional<std::string> value = text(key);
    if (!value) return std::nullopt;
    const auto found = std::ranges::find(known, *value);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    report(key, {.kind = ProblemKind::unknown_word,
                 .value = *value,
                 .expected = fmt::format("{}", fmt::join(known, ", ")),
                 .fix = suggestion(*value, known)});
    return std::nullopt;
}

std::optional<Section> Section::table(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return std::nullopt;
    if (const toml::table* inner = node->as_table()) {
        return Section(*inner, path_to(key), file_, problems_);
    }
    report(key, {.kind = ProblemKind::wrong_type, .expected = fmt::format("a table [{}]", key)});
    return std::nullopt;
}

std::vector<Section> Section::tables(std::string_view key) const {
    const toml::node* node = table_.get(key);
    std::vector<Section> sections;
    if (!node) return sections;
    const toml::array* list = node->as_array();
    if (!list || !list->is_homogeneous(toml::node_type::table)) {
        report(key, {.kind = ProblemKind::wrong_type,
                     .expected = fmt::format("tables with two brackets, [[{}]]", key)});
        return sections;
    }
    for (std::size_t k = 0; k < list->size(); ++k) {
        sections.emplace_back(*list->get(k)->as_table(), fmt::format("{}[{}]", path_to(key), k + 1),
                              file_, problems_);
    }
    return sections;
}

}  // namespace entente::detail
