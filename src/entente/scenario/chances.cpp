#include "entente/scenario/chances.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <vector>

#include "entente/base/number_text.hpp"

namespace entente::detail {
namespace {

constexpr double sum_tolerance = 1e-9;
// Digits of a sum that people look for in their numbers; more would show how numbers are stored.
constexpr int shown_digits = 10;

}  // namespace

std::map<std::string, double> read_chances(const Section& section, std::string_view key,
                                           const std::vector<std::string>& names,
                                           std::string_view where) {
    std::map<std::string, double> chances;
    const auto table = section.table(key);
    if (!table) return chances;
    double sum = 0.0;
    std::vector<std::string> parts;
    bool is_complete = true;
    for (const std::string& name : names) {
        const auto chance = table->number(name);
        is_complete = is_complete && chance;
        if (!chance) continue;
        // Written so that a number that is none is out of range.
        if (!(*chance >= 0.0 && *chance <= 1.0)) {
            table->report(name, {.kind = ProblemKind::value_out_of_range,
                                 .value = shortest_text(*chance),
                                 .expected = "a chance from 0 to 1"});
        }
        chances[name] = *chance;
        sum += *chance;
        parts.push_back(fmt::format("{} {}", name, shortest_text(*chance)));
    }
    if (table->places().empty()) {
        section.report(key, {.kind = ProblemKind::nothing_to_vary,
                             .where = std::string(where),
                             .expected = "chances that add up to 1"});
        return chances;
    }
    if (!is_complete || names.empty() || std::abs(sum - 1.0) <= sum_tolerance) return chances;
    section.report(key, {.kind = ProblemKind::shares_do_not_add_up,
                         .where = std::string(where),
                         .value = fmt::format("{}, together {:.{}g}", fmt::join(parts, ", "), sum,
                                              shown_digits),
                         .expected = "chances that add up to 1",
                         .fix = "correct them"});
    return chances;
}

}  // namespace entente::detail
