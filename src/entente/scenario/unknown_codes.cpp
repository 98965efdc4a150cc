#include "entente/scenario/unknown_codes.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "entente/scenario/contradictions.hpp"
#include "entente/scenario/measure_cells.hpp"

namespace entente {
namespace {

using detail::MeasureTask;
using detail::TradeCell;

void check_codes(const MeasureTask& task) {
    detail::chosen_countries(task, "by", task.measure.by);
    detail::chosen_countries(task, "on", task.measure.on);
    detail::chosen_sectors(task);
}

/// Where the next measure of the same file begins.
std::size_t end_of(const Scenario& scenario, const Measure& measure) {
    std::size_t end = std::numeric_limits<std::size_t>::max();
    for (const Measure& other : scenario.measures) {
        const bool is_after = other.file == measure.file && other.line > measure.line;
        if (is_after) end = std::min(end, other.line);
    }
    return end;
}

/// Whether nothing in a measure was wrong in form.
bool is_whole(const Scenario& scenario, const Measure& measure, const Problems& form) {
    const std::string& file = measure.file.empty() ? scenario.file : measure.file;
    const std::size_t end = end_of(scenario, measure);
    return std::ranges::none_of(form.found(), [&](const Problem& problem) {
        return problem.file == file && problem.column.starts_with("measure") &&
               problem.line >= measure.line && problem.line < end;
    });
}

/// The cells of a measure that is whole; of others the codes that could be read are looked up.
std::vector<TradeCell> checked_cells(const MeasureTask& task, bool is_whole) {
    const bool is_aimed = task.measure.kind != MeasureKind::subsidy;
    if (is_aimed && is_whole) return detail::measure_cells(task);
    check_codes(task);
    return {};
}

void check_retaliation(const World& world, const Scenario& scenario, const Retaliation& answer,
                       Problems& found) {
    if (answer.rule == RetaliationRule::none) return;
    const Measure places{.sectors = answer.sectors,
                         .line = answer.line,
                         .values = answer.values,
                         .file = answer.file};
    const MeasureTask task{world, scenario, places, found};
    detail::chosen_countries(task, "by", answer.by);
    detail::chosen_countries(task, "against", answer.against);
    detail::chosen_sectors(task);
}

void check_policy(const World& world, const Scenario& scenario, const UsProducts* products,
                  const Problems& form, Problems& found) {
    std::vector<std::vector<TradeCell>> cells;
    for (const Measure& measure : scenario.measures) {
        cells.push_back(checked_cells({world, scenario, measure, found, products},
                                      is_whole(scenario, measure, form)));
    }
    detail::report_contradictions(scenario, cells, found);
    check_retaliation(world, scenario, scenario.retaliation, found);
}

bool is_same_value(const Problem& a, const Problem& b) {
    return a.file == b.file && a.line == b.line && a.character == b.character && a.value == b.value;
}

}  // namespace

void report_unknown_codes(const World& world, const Scenario& draft, const UsProducts* products,
                          Problems& problems) {
    Problems found;
    check_policy(world, draft, products, problems, found);
    for (const PolicyRegime& regime : draft.regimes) {
        Scenario policy = draft;
        policy.measures = regime.measures;
        policy.retaliation = regime.retaliation;
        check_policy(world, policy, products, problems, found);
    }
    for (const Problem& problem : found.found()) {
        const auto is_there = [&](const Problem& other) { return is_same_value(problem, other); };
        if (std::ranges::none_of(problems.found(), is_there)) problems.add(problem);
    }
}

}  // namespace entente
