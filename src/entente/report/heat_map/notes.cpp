#include <fmt/format.h>

#include <cmath>

#include "entente/report/heat_map/heat_map.hpp"

namespace entente {
namespace {

// Losses closer than this factor are called about equal: the data do not bear finer words.
constexpr double about_equal = 1.1;
// From this factor on a decimal says nothing.
constexpr double coarse_from = 10.0;

std::string comparison(const HeatMap& map, const HeatMapRow& row) {
    const bool first_is_larger = row.ties[0].exposure >= row.ties[1].exposure;
    const std::size_t more = first_is_larger ? 0 : 1;
    const double large = row.ties[more].exposure;
    const double small = row.ties[1 - more].exposure;
    const std::string to_more = in_sentence(map.poles[more]);
    const std::string to_less = in_sentence(map.poles[1 - more]);
    if (!std::isfinite(large) || !std::isfinite(small)) {
        return map.method == ExposureMethod::ge
                   ? "No loss can be shown: without the trade no equilibrium was found"
                   : "No loss can be computed: some of its sectors use nothing but each other";
    }
    if (!(large > 0.0)) {
        return fmt::format("Loses nothing without {} or {}", to_more, to_less);
    }
    if (!(small > 0.0)) {
        return fmt::format("Loses without {} and nothing without {}", to_more, to_less);
    }
    if (large < about_equal * small) {
        return fmt::format("Loses about as much without {} as without {}", to_more, to_less);
    }
    const double factor = large / small;
    return fmt::format("Loses {:.{}f} times as much without {} as without {}", factor,
                       factor < coarse_from ? 1 : 0, to_more, to_less);
}

std::string range_clause(const HeatMap& map, const HeatMapRow& row) {
    if (row.members.size() == 1) return fmt::format("; its one member is {}", row.members[0]);
    std::string text = fmt::format("; mean of {} members by GDP", row.members.size());
    for (std::size_t p = 0; p < 2; ++p) {
        const auto& range = row.ties[p].exposure_range;
        if (!range) continue;
        text += fmt::format(", {} {:.1f}% ({}) to {:.1f}% ({})", heading(map.poles[p]),
                            100.0 * range->low, range->low_member, 100.0 * range->high,
                            range->high_member);
    }
    return text;
}

std::string quality_clause(const HeatMapRow& row) {
    const std::string_view whose = row.is_group() ? "their" : "its";
    std::string text;
    if (is_marked(row)) {
        text =
            fmt::format("; {:.0f}% of {} trade is estimated", 100.0 * row.estimated_share, whose);
    }
    if (row.has_borrowed_technology) {
        text += fmt::format("{} {}{} input-output data are borrowed", text.empty() ? ";" : " and",
                            row.is_group() ? "most of " : "", whose);
    }
    return text;
}

}  // namespace

bool is_marked(const HeatMapRow& row) {
    return row.estimated_share > marked_estimated_share;
}

std::string heat_map_note(const HeatMap& map, const HeatMapRow& row) {
    std::string text = comparison(map, row);
    if (row.is_group()) text += range_clause(map, row);
    text += quality_clause(row) + ".";
    for (const std::string& clause : row.hedging.clauses) text += " " + clause + ".";
    return text;
}

std::string act_words(const DatedAct& act) {
    std::string text =
        fmt::format("{}, {} {}: {}", act.date, act.direction > 0 ? "toward" : "away from",
                    act.counterpart, act.text);
    if (!act.url.empty()) text += fmt::format(" ({})", act.url);
    return text;
}

}  // namespace entente
