#include "entente/scenario/make_shock.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "entente/base/number_text.hpp"
#include "entente/base/problem_order.hpp"
#include "entente/scenario/change.hpp"
#include "entente/scenario/chosen_tariffs.hpp"
#include "entente/scenario/contradictions.hpp"
#include "entente/scenario/grammar.hpp"
#include "entente/scenario/measure_cells.hpp"
#include "entente/scenario/quotas.hpp"
#include "entente/scenario/retaliation.hpp"
#include "entente/scenario/subsidies.hpp"

namespace entente {
namespace {

using detail::measure_cells;
using detail::MeasureTask;
using detail::TradeCell;

/// An array of the shock, filled when it is first touched.
Array3<double>& start(Array3<double>& array, const World& world) {
    if (array.empty()) {
        array =
            Array3<double>(world.num_countries(), world.num_countries(), world.num_sectors(), 1.0);
    }
    return array;
}

void multiply(Array3<double>& array, const World& world, const std::vector<TradeCell>& cells,
              double factor) {
    start(array, world);
    for (const TradeCell& cell : cells) {
        array(cell.i, cell.n, cell.s) *= 1.0 + cell.weight * (factor - 1.0);
    }
}

/// The tariff table a change names; nothing if the change names none or one that is not there.
const Array3<double>* find_table(const MeasureTask& task, const Change& change,
                                 const std::string& key) {
    if (change.kind != ChangeKind::table) return nullptr;
    const auto& tables = task.world.data().alternative_tariffs;
    const auto found = tables.find(change.label);
    if (found != tables.end()) return &found->second;
    std::vector<std::string> labels;
    for (const auto& [label, rates] : tables) labels.push_back(label);
    task.report({.kind = ProblemKind::unknown_table,
                 .column = key,
                 .value = change.label,
                 .expected = labels.empty() ? "another change, since the world has no tables"
                                            : fmt::format("{}", fmt::join(labels, ", "))});
    return nullptr;
}

void apply_tariff(const MeasureTask& task, const Change& change, const std::string& key,
                  const std::vector<TradeCell>& cells, Array3<double>& tariff_rate) {
    const Array3<double>* table = find_table(task, change, key);
    if (change.kind == ChangeKind::table && !table) return;
    if (tariff_rate.empty()) tariff_rate = task.world.tariff_rate();
    for (const auto& [i, n, s, weight] : cells) {
        const double before = tariff_rate(i, n, s);
        const double after = table ? (*table)(i, n, s) : changed_rate(before, change);
        // The mean over the products that change and those that do not.
        const double rate = weight == 1.0 ? after : before + weight * (after - before);
        if (rate > -1.0) {
            tariff_rate(i, n, s) = rate;
            continue;
        }
        const World& world = task.world;
        task.report({.kind = ProblemKind::value_out_of_range,
                     .column = key,
                     .where = fmt::format("{} to {}, {}", world.countries()[i],
                                          world.countries()[n], world.sectors()[s]),
                     .value = shortest_text(rate),
                     .expected = "a tariff rate above -1"});
    }
}

/// @param text, key  the change and the key it stands under.
/// @param form       the kind of measure whose forms the change takes.
void apply_change(const MeasureTask& task, const std::string& text, const std::string& key,
                  MeasureKind form, const std::vector<TradeCell>& cells, Shock& shock) {
    const auto change = parse_change(form, text);
    if (!change) {
        task.report({.kind = ProblemKind::bad_change,
                     .column = key,
                     .value = text,
                     .expected = std::string(forms_of_change(form))});
    } else if (form == MeasureKind::tariff) {
        apply_tariff(task, *change, key, cells, shock.tariff_rate);
    } else if (change->kind == ChangeKind::partial_effect) {
        multiply(shock.share_factor, task.world, cells, std::exp(change->amount));
    } else {
        multiply(shock.trade_cost_hat, task.world, cells, change->amount);
    }
}

void apply_agreement(const MeasureTask& task, const std::vector<TradeCell>& cells, Shock& shock) {
    const Measure& measure = task.measure;
    if (!measure.tariff.empty()) {
        apply_change(task, measure.tariff, "tariff", MeasureKind::tariff, cells, shock);
    }
    if (!measure.trade_cost.empty()) {
        apply_change(task, measure.trade_cost, "trade_cost", MeasureKind::trade_cost, cells, shock);
    }
}

void apply_export_control(const MeasureTask& task, const std::vector<TradeCell>& cells,
                          Shock& shock) {
    const double share = task.measure.share;
    if (share >= 0.0 && share <= 1.0) {
        multiply(shock.share_factor, task.world, cells, 1.0 - share);
        return;
    }
    task.report({.kind = ProblemKind::share_out_of_range,
                 .column = "share",
                 .value = shortest_text(share)});
}

void apply_measure(const MeasureTask& task, const std::vector<TradeCell>& cells, Shock& shock) {
    const Measure& measure = task.measure;
    switch (measure.kind) {
        case MeasureKind::tariff:
        case MeasureKind::trade_cost:
            return apply_change(task, measure.change, "change", measure.kind, cells, shock);
        case MeasureKind::export_control:
            return apply_export_control(task, cells, shock);
        case MeasureKind::import_ban:
        case MeasureKind::cut_off:
            return multiply(shock.share_factor, task.world, cells, 0.0);
        case MeasureKind::fta:
            return apply_agreement(task, cells, shock);
        case MeasureKind::tariff_rate_quota:
            return detail::add_quotas(task, cells, shock);
        case MeasureKind::subsidy:
            return;
        case MeasureKind::investment_screening:
        case MeasureKind::finance_offer:
            return;
    }
}

/// A quota says both rates, so no later measure may say others.
void report_later_rates(const MeasureTask& task, const std::vector<TradeCell>& cells,
                        const Shock& shock) {
    const Measure& measure = task.measure;
    const bool is_quota = measure.kind == MeasureKind::tariff_rate_quota;
    const bool is_tariff = measure.kind == MeasureKind::tariff ||
                           (measure.kind == MeasureKind::fta && !measure.tariff.empty());
    if (!(is_quota || is_tariff) || shock.quotas.empty()) return;
    if (!detail::have_quota(cells, shock)) return;
    task.report({.kind = ProblemKind::contradictory_measures,
                 .column = "kind",
                 .value = rule_of(measure.kind).name,
                 .expected = "no other rates, and no other quota, for trade on which a measure "
                             "before has set a quota"});
}

}  // namespace

Shock make_shock(const World& world, const Scenario& scenario, const UsProducts* products) {
    Shock shock;
    Problems problems;
    std::vector<std::vector<TradeCell>> cells;
    for (const Measure& measure : scenario.measures) {
        const MeasureTask task{world, scenario, measure, problems, products};
        if (measure.kind == MeasureKind::subsidy) {
            cells.emplace_back();
            detail::apply_subsidy(task, shock);
            continue;
        }
        cells.push_back(measure_cells(task));
        report_later_rates(task, cells.back(), shock);
        if (!cells.back().empty()) apply_measure(task, cells.back(), shock);
    }
    detail::report_contradictions(scenario, cells, problems);
    detail::retaliate(world, scenario, problems, shock);
    detail::choose_tariffs(world, scenario, problems, shock);
    throw_by_place(problems);
    return shock;
}

}  // namespace entente
