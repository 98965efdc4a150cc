#include "entente/scenario/ensemble_timing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/scenario/chances.hpp"
#include "entente/scenario/ensemble_keys.hpp"
#include "entente/scenario/path_section.hpp"

namespace entente::detail {
namespace {

/// Chances of horizons, the names of which are numbers of years or "long".
void read_years(const Section& section, HorizonChances& chances) {
    const auto table = section.table("years");
    if (!table) return;
    std::vector<std::string> names;
    for (const auto& [name, places] : table->places()) {
        const auto horizon = parse_horizon(name);
        if (horizon && horizon_text(*horizon) == name) {
            names.push_back(name);
            continue;
        }
        table->report(name,
                      {.kind = ProblemKind::unknown_word,
                       .value = name,
                       .expected = fmt::format("\"long\", or a whole number of years from 1 to {}",
                                               max_horizon_years)});
    }
    for (const auto& [name, chance] : read_chances(section, "years", names)) {
        chances.years.emplace_back(parse_horizon(name)->years, chance);
    }
    std::ranges::sort(chances.years, {}, [](const auto& entry) {
        return entry.first.value_or(max_horizon_years + 1);
    });
}

void read_profiles(const Section& section, HorizonChances& chances) {
    const auto table = section.table("profiles");
    if (!table) return;
    table->report_unknown_keys(profile_names());
    std::vector<std::string> names;
    for (const std::string& name : profile_names()) {
        if (table->has(name)) names.push_back(name);
    }
    const auto given = read_chances(section, "profiles", names);
    for (const auto& [name, profile] : horizon_profiles()) {
        const auto found = given.find(name);
        if (found != given.end()) chances.profiles.emplace_back(profile, found->second);
    }
}

}  // namespace

void read_horizon(const Section& section, HorizonChances& chances) {
    report_unknown_keys(section, UncertainInput::horizon);
    read_years(section, chances);
    read_profiles(section, chances);
    if (section.has("years") || section.has("profiles")) return;
    section.report("years", {.kind = ProblemKind::missing_key,
                             .expected = "chances by horizon under years, by profile under "
                                         "profiles, or both"});
}

void read_regime_year(const Section& section, const Scenario& scenario, RegimeYear& year) {
    report_unknown_keys(section, UncertainInput::regime);
    section.require("at");
    year.at = read_year(section, "at");
    if (!year.at || !scenario.path) return;
    const PolicyPath& path = *scenario.path;
    const bool is_early = path.from && *year.at < *path.from;
    const bool is_late = path.until && *year.at > *path.until;
    if (!is_early && !is_late) return;
    section.report(
        "at", {.kind = ProblemKind::value_out_of_range,
               .value = std::to_string(*year.at),
               .expected = is_early ? fmt::format("at least from of [path], {}", *path.from)
                                    : fmt::format("at most until of [path], {}", *path.until)});
}

void check_regimes(const Section& section, const Scenario& scenario) {
    if (scenario.regimes.empty()) {
        section.report("vary", {.kind = ProblemKind::nothing_to_vary,
                                .value = "regime",
                                .expected = "tables [[regime]] that may follow each other"});
    } else if (!section.has("regime") && scenario.path && !scenario.path->until) {
        section.report("vary", {.kind = ProblemKind::missing_key,
                                .value = "regime",
                                .expected = "a year: until in [path], or at in [ensemble.regime]",
                                .fix = "add until = YEAR to [path]"});
    }
}

}  // namespace entente::detail
