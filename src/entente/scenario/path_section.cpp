#include "entente/scenario/path_section.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "entente/base/nearest_code.hpp"
#include "entente/base/number_text.hpp"

namespace entente::detail {
namespace {

// Far above what a path of single years is for.
constexpr double first_year = 1900.0;
constexpr double last_year = 2200.0;
constexpr double max_risk_response = 10.0;
constexpr double sum_tolerance = 1e-9;

void report_range(const Section& section, std::string_view key, double value,
                  std::string expected) {
    section.report(key, {.kind = ProblemKind::value_out_of_range,
                         .value = shortest_text(value),
                         .expected = std::move(expected)});
}

std::optional<int> read_year(const Section& section, std::string_view key) {
    const auto year = section.number(key);
    if (!year) return std::nullopt;
    if (*year >= first_year && *year <= last_year && std::floor(*year) == *year) {
        return static_cast<int>(*year);
    }
    report_range(section, key, *year, fmt::format("a year from {} to {}", first_year, last_year));
    return std::nullopt;
}

PolicyPath read_table(const Section& section) {
    section.report_unknown_keys(path_keys());
    PolicyPath path;
    path.until = read_year(section, "until");
    path.from = read_year(section, "from");
    if (path.until && path.from && *path.from > *path.until) {
        report_range(section, "from", *path.from, fmt::format("at most until, {}", *path.until));
    }
    path.zeta = section.number("zeta");
    if (path.zeta && !(*path.zeta > 0.0 && *path.zeta <= 1.0)) {
        report_range(section, "zeta", *path.zeta, "a number above 0 and up to 1");
    }
    path.short_run = section.number("short_run");
    if (path.short_run && !(*path.short_run >= 0.0 && *path.short_run <= 1.0)) {
        report_range(section, "short_run", *path.short_run, "a number from 0 to 1");
    }
    path.risk_response = section.number("risk_response").value_or(0.0);
    if (!(path.risk_response >= 0.0 && path.risk_response <= max_risk_response)) {
        report_range(section, "risk_response", path.risk_response,
                     fmt::format("a number from 0 to {}", max_risk_response));
    }
    path.regime = section.text("regime").value_or("");
    return path;
}

std::vector<std::string> names_of(const std::vector<PolicyRegime>& regimes) {
    std::vector<std::string> names;
    for (const PolicyRegime& regime : regimes) names.push_back(regime.name);
    return names;
}

PolicyRegime read_regime(const Section& section, const FileChain& chain, const Scenario& scenario,
                         Problems& problems) {
    section.report_unknown_keys(regime_keys());
    section.report_missing_keys(regime_keys());
    PolicyRegime regime{.name = section.text("name").value_or(""), .line = section.line()};
    Scenario inside;
    inside.file = scenario.file;
    add_bases(section, chain, inside, problems);
    regime.measures = std::move(inside.measures);
    regime.retaliation = inside.retaliation;
    return regime;
}

/// Chances by name; every regime of the file must be there.
void read_chances(const Section& section, const std::vector<std::string>& names,
                  PolicyRegime& regime) {
    const auto table = section.table("next");
    if (!table) return;
    table->report_unknown_keys(names);
    double sum = 0.0;
    std::vector<std::string> parts;
    bool is_complete = true;
    for (const std::string& name : names) {
        table->require(name);
        const auto chance = table->number(name);
        is_complete = is_complete && chance;
        if (!chance) continue;
        if (!(*chance >= 0.0 && *chance <= 1.0)) {
            report_range(*table, name, *chance, "a chance from 0 to 1");
        }
        regime.next[name] = *chance;
        sum += *chance;
        parts.push_back(fmt::format("{} {}", name, shortest_text(*chance)));
    }
    if (!is_complete || std::abs(sum - 1.0) <= sum_tolerance) return;
    section.report("next", {.kind = ProblemKind::shares_do_not_add_up,
                            .where = fmt::format("after {}", regime.name),
                            .value = fmt::format("{}, together {}", fmt::join(parts, ", "),
                                                 shortest_text(sum)),
                            .expected = "chances that add up to 1",
                            .fix = "correct the chances of this regime"});
}

/// Either all regimes say what follows them or none does.
void check_together(const std::vector<Section>& sections,
                    const std::vector<PolicyRegime>& regimes) {
    const auto says = [](const Section& section) { return section.has("next"); };
    if (std::ranges::none_of(sections, says) || std::ranges::all_of(sections, says)) return;
    for (std::size_t k = 0; k < sections.size(); ++k) {
        if (says(sections[k])) continue;
        sections[k].report("next", {.kind = ProblemKind::missing_key,
                                    .where = regimes[k].name,
                                    .expected = "chances for every regime, or for none",
                                    .fix = "add next to this regime, or remove it from the "
                                           "others"});
    }
}

void check_names(const std::vector<Section>& sections, const std::vector<std::string>& names) {
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (names[k].empty() ||
            std::count(names.begin(), names.begin() + static_cast<int>(k), names[k]) == 0) {
            continue;
        }
        sections[k].report("name", {.kind = ProblemKind::duplicate_row,
                                    .value = names[k],
                                    .expected = "a name of its own for every regime",
                                    .fix = "rename one of the two regimes"});
    }
    if (sections.size() != 1) return;
    sections.front().report("name", {.kind = ProblemKind::missing_row,
                                     .value = names.front(),
                                     .expected = "two regimes or more",
                                     .fix = "add a regime, or put its files under base"});
}

}  // namespace

const std::vector<KeyRule>& path_keys() {
    static const std::vector<KeyRule> keys{
        {.name = "until", .type = ValueType::number, .meaning = "Last year of the path."},
        {.name = "from",
         .type = ValueType::number,
         .meaning = "First year in which policies apply; the one after the world's if left out."},
        {.name = "zeta",
         .type = ValueType::number,
         .meaning = "Part of buyers that choose their suppliers anew in a year, above 0 and up to "
                    "1."},
        {.name = "short_run",
         .type = ValueType::number,
         .meaning = "Elasticity of buyers that do not, over that of those that do, 0 to 1."},
        {.name = "risk_response",
         .type = ValueType::number,
         .meaning = "By what part zeta grows if confrontation next year is certain, 0 to 10."},
        {.name = "regime", .meaning = "The regime of the first year."}};
    return keys;
}

const std::vector<KeyRule>& regime_keys() {
    static const std::vector<KeyRule> keys{
        {.name = "name", .meaning = "What the regime is called.", .is_required = true},
        {.name = "base",
         .type = ValueType::texts,
         .meaning = "Scenario files whose measures are in force under the regime, whatever their "
                    "dates; none = the tariffs of the world."},
        {.name = "minus",
         .type = ValueType::texts,
         .meaning = "Scenario files whose measures are taken out of those again."},
        {.name = "next",
         .type = ValueType::table,
         .meaning = "Chance a year of every regime after this one; as in the history if left "
                    "out."}};
    return keys;
}

void read_path(const Section& root, const FileChain& chain, Scenario& scenario,
               Problems& problems) {
    if (const auto table = root.table("path")) scenario.path = read_table(*table);
    const std::vector<Section> sections = root.tables("regime");
    if (sections.empty()) return;
    for (const Section& section : sections) {
        scenario.regimes.push_back(read_regime(section, chain, scenario, problems));
    }
    const std::vector<std::string> names = names_of(scenario.regimes);
    check_names(sections, names);
    check_together(sections, scenario.regimes);
    for (std::size_t k = 0; k < sections.size(); ++k) {
        read_chances(sections[k], names, scenario.regimes[k]);
    }
    if (!scenario.path) {
        root.report("regime", {.kind = ProblemKind::missing_key,
                               .expected = "a table [path] beside [[regime]]",
                               .fix = "add [path] with until, the last year"});
    } else if (!scenario.path->regime.empty() &&
               std::ranges::find(names, scenario.path->regime) == names.end()) {
        root.table("path")->report("regime",
                                   {.kind = ProblemKind::unknown_word,
                                    .value = scenario.path->regime,
                                    .expected = fmt::format("{}", fmt::join(names, ", "))});
    }
}

}  // namespace entente::detail
