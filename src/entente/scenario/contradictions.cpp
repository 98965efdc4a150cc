#include "entente/scenario/contradictions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/date.hpp"
#include "entente/scenario/change.hpp"
#include "entente/scenario/products.hpp"

namespace entente::detail {
namespace {

/// A measure with its cells.
struct Placed {
    const Measure& measure;
    const std::vector<TradeCell>& cells;
};

/// The rates a measure gives whatever they were before; nothing for one that changes them.
std::optional<Change> rates_given(const Measure& measure) {
    const std::string& text = measure.kind == MeasureKind::fta ? measure.tariff : measure.change;
    const auto change = parse_change(MeasureKind::tariff, text);
    const bool gives =
        change && (change->kind == ChangeKind::set || change->kind == ChangeKind::table);
    return gives ? change : std::nullopt;
}

bool stops_trade(const Measure& measure) {
    return measure.kind == MeasureKind::import_ban || measure.kind == MeasureKind::cut_off ||
           (measure.kind == MeasureKind::export_control && measure.share == 1.0);
}

bool changes_trade(const Measure& measure) {
    return measure.kind == MeasureKind::tariff || measure.kind == MeasureKind::trade_cost ||
           measure.kind == MeasureKind::fta ||
           (measure.kind == MeasureKind::export_control && measure.share < 1.0);
}

bool begins_before(const Measure& a, const Measure& b) {
    if (!a.valid_from || !b.valid_from) return !a.valid_from && b.valid_from;
    return *a.valid_from < *b.valid_from;
}

bool overlap(const Measure& a, const Measure& b) {
    const bool a_over = a.valid_until && b.valid_from && *a.valid_until < *b.valid_from;
    const bool b_over = b.valid_until && a.valid_from && *b.valid_until < *a.valid_from;
    return !a_over && !b_over;
}

/// Whether `outer` is in force on every day on which `inner` is.
bool lasts_through(const Measure& outer, const Measure& inner) {
    if (begins_before(inner, outer)) return false;
    return !outer.valid_until || (inner.valid_until && *inner.valid_until <= *outer.valid_until);
}

/// Whether every cell of `inner` is one of `outer`; both are sorted.
bool covers(const Placed& outer, const Placed& inner) {
    return std::ranges::includes(outer.cells, inner.cells);
}

/// Whether one of two measures is about products of a sector that the other may leave alone.
bool are_other_products(const Measure& a, const Measure& b) {
    return (names_products(a) || names_products(b)) && a.sectors != b.sectors;
}

void report(const Scenario& scenario, const Measure& measure, const std::string& key,
            const std::string& expected, ProblemKind kind, Problems& problems) {
    const FilePlace place = measure.place_of(key);
    problems.add({.kind = kind,
                  .file = measure.file.empty() ? scenario.file : measure.file,
                  .line = place.line,
                  .character = place.character,
                  .column = key,
                  .value = key == "valid_from" && measure.valid_from
                               ? date_text(*measure.valid_from)
                               : (measure.change.empty() ? measure.tariff : measure.change),
                  .expected = expected});
}

void compare_rates(const Scenario& scenario, const Placed& first, const Placed& second,
                   Problems& problems) {
    const auto before = rates_given(first.measure);
    const auto after = rates_given(second.measure);
    if (!before || !after || before == after || !covers(second, first)) return;
    // Other products of the same sectors are other trade.
    if (are_other_products(first.measure, second.measure)) return;
    if (!overlap(first.measure, second.measure)) return;
    if (begins_before(first.measure, second.measure)) return;
    if (begins_before(second.measure, first.measure)) {
        report(scenario, second.measure, "valid_from",
               fmt::format("a day on or after {}, the valid_from of the measure on line {}, whose "
                           "rates it replaces",
                           date_text(*first.measure.valid_from), first.measure.line),
               ProblemKind::dates_out_of_order, problems);
        return;
    }
    const std::string key = second.measure.kind == MeasureKind::fta ? "tariff" : "change";
    report(
        scenario, second.measure, key,
        fmt::format(
            "the rates of the measure on line {}, \"{}\", for the same trade", first.measure.line,
            first.measure.kind == MeasureKind::fta ? first.measure.tariff : first.measure.change),
        ProblemKind::contradictory_measures, problems);
}

void compare_stops(const Scenario& scenario, const Placed& stop, const Placed& change,
                   Problems& problems) {
    if (!stops_trade(stop.measure) || !changes_trade(change.measure)) return;
    if (!lasts_through(stop.measure, change.measure) || !covers(stop, change)) return;
    if (are_other_products(stop.measure, change.measure)) return;
    report(scenario, change.measure, "kind",
           fmt::format("no change of trade that the measure on line {} stops", stop.measure.line),
           ProblemKind::contradictory_measures, problems);
}

}  // namespace

void report_contradictions(const Scenario& scenario,
                           const std::vector<std::vector<TradeCell>>& cells, Problems& problems) {
    for (std::size_t k = 0; k < cells.size(); ++k) {
        for (std::size_t j = 0; j < k; ++j) {
            const Placed first{scenario.measures[j], cells[j]};
            const Placed second{scenario.measures[k], cells[k]};
            const bool same_file = first.measure.file == second.measure.file;
            if (!same_file || first.cells.empty() || second.cells.empty()) continue;
            compare_rates(scenario, first, second, problems);
            compare_stops(scenario, first, second, problems);
            compare_stops(scenario, second, first, problems);
        }
    }
}

}  // namespace entente::detail
