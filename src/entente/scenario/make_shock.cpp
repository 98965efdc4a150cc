#include "entente/scenario/make_shock.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "entente/base/nearest_code.hpp"
#include "entente/base/number_text.hpp"
#include "entente/scenario/change.hpp"

namespace entente {
namespace {

/// Which positions of an axis a list of codes names.
using Chosen = std::vector<bool>;

/// One foreign cell of trade.
struct Cell {
    std::size_t i = 0;
    std::size_t n = 0;
    std::size_t s = 0;
};

/// One measure with the world it meets and the list its problems go to.
struct Task {
    const World& world;
    const Scenario& scenario;
    const Measure& measure;
    Problems& problems;

    /// @param entry  which one of a list under the key `problem.column` is meant.
    void report(Problem problem, std::size_t entry = 0) const {
        const FilePlace place = measure.place_of(problem.column, entry);
        problem.file = scenario.file;
        problem.line = place.line;
        problem.character = place.character;
        problems.add(std::move(problem));
    }
};

void report_unknown_code(const Task& task, const std::string& key, std::size_t entry,
                         const std::string& code, std::string expected,
                         const std::vector<std::string>& known) {
    const std::string nearest = nearest_code(code, known);
    task.report({.kind = ProblemKind::not_in_world,
                 .column = key,
                 .value = code,
                 .expected = std::move(expected),
                 .fix = nearest.empty() ? "" : fmt::format("write {} if that was meant", nearest)},
                entry);
}

/// Countries under `by` or `on`; groups as they are on the first day of the measure.
Chosen choose_countries(const Task& task, const std::string& key,
                        const std::vector<std::string>& codes) {
    const Axis& countries = task.world.countries();
    const std::vector<std::string> groups = task.world.groups();
    Chosen chosen(countries.size(), false);
    for (std::size_t k = 0; k < codes.size(); ++k) {
        const std::string& code = codes[k];
        if (code == "*") {
            chosen.assign(countries.size(), true);
        } else if (const auto position = countries.find(code)) {
            chosen[*position] = true;
        } else if (std::ranges::find(groups, code) != groups.end()) {
            for (const std::size_t member : task.world.members(code, task.measure.valid_from)) {
                chosen[member] = true;
            }
        } else {
            std::vector<std::string> known = countries.codes();
            known.insert(known.end(), groups.begin(), groups.end());
            report_unknown_code(
                task, key, k, code,
                fmt::format("a country or group of the world {}, or \"*\"", task.world.name()),
                known);
        }
    }
    return chosen;
}

Chosen choose_sectors(const Task& task) {
    const Axis& sectors = task.world.sectors();
    Chosen chosen(sectors.size(), task.measure.sectors.empty());
    for (std::size_t k = 0; k < task.measure.sectors.size(); ++k) {
        const std::string& code = task.measure.sectors[k];
        if (code == "*") {
            chosen.assign(sectors.size(), true);
        } else if (const auto position = sectors.find(code)) {
            chosen[*position] = true;
        } else {
            report_unknown_code(task, "sectors", k, code,
                                fmt::format("a sector of the world {}", task.world.name()),
                                sectors.codes());
        }
    }
    return chosen;
}

TradeDirection direction_of(const Measure& measure) {
    const bool has_choice =
        measure.kind == MeasureKind::trade_cost || measure.kind == MeasureKind::cut_off;
    if (has_choice) return measure.direction;
    return measure.kind == MeasureKind::export_control ? TradeDirection::exports
                                                       : TradeDirection::imports;
}

bool is_aimed_at_itself(const Task& task) {
    const Measure& measure = task.measure;
    return measure.by.size() == 1 && measure.by == measure.on &&
           task.world.countries().contains(measure.by.front());
}

/// The cells of a measure, each once; none if its codes have problems.
std::vector<Cell> choose_cells(const Task& task) {
    const std::size_t problems_before = task.problems.size();
    const Chosen by = choose_countries(task, "by", task.measure.by);
    const Chosen on = choose_countries(task, "on", task.measure.on);
    const Chosen sectors = choose_sectors(task);
    const TradeDirection direction = direction_of(task.measure);
    const bool imports = direction != TradeDirection::exports;
    const bool exports = direction != TradeDirection::imports;
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < by.size(); ++i) {
        for (std::size_t n = 0; n < by.size(); ++n) {
            const bool touched = (imports && by[n] && on[i]) || (exports && by[i] && on[n]);
            if (i == n || !touched) continue;
            for (std::size_t s = 0; s < sectors.size(); ++s) {
                if (sectors[s]) cells.push_back({i, n, s});
            }
        }
    }
    if (task.problems.size() > problems_before) return {};
    if (is_aimed_at_itself(task)) {
        task.report({.kind = ProblemKind::measure_on_itself,
                     .column = "on",
                     .value = task.measure.by.front()});
    } else if (cells.empty()) {
        task.report({.kind = ProblemKind::measure_without_cells, .column = "on"});
    }
    return cells;
}

/// An array of the shock, filled when it is first touched.
Array3<double>& start(Array3<double>& array, const World& world) {
    if (array.empty()) {
        array =
            Array3<double>(world.num_countries(), world.num_countries(), world.num_sectors(), 1.0);
    }
    return array;
}

void multiply(Array3<double>& array, const World& world, const std::vector<Cell>& cells,
              double factor) {
    start(array, world);
    for (const Cell& cell : cells) array(cell.i, cell.n, cell.s) *= factor;
}

/// The tariff table a change names; nothing if the change names none or one that is not there.
const Array3<double>* find_table(const Task& task, const Change& change) {
    if (change.kind != ChangeKind::table) return nullptr;
    const auto& tables = task.world.data().alternative_tariffs;
    const auto found = tables.find(change.label);
    if (found != tables.end()) return &found->second;
    std::vector<std::string> labels;
    for (const auto& [label, rates] : tables) labels.push_back(label);
    task.report({.kind = ProblemKind::unknown_table,
                 .column = "change",
                 .value = change.label,
                 .expected = labels.empty() ? "another change, since the world has no tables"
                                            : fmt::format("{}", fmt::join(labels, ", "))});
    return nullptr;
}

double changed_rate(double rate, const Change& change) {
    if (change.kind == ChangeKind::add) return rate + change.amount;
    if (change.kind == ChangeKind::scale) return rate * change.amount;
    return change.amount;
}

void apply_tariff(const Task& task, const Change& change, const std::vector<Cell>& cells,
                  Array3<double>& tariff_rate) {
    const Array3<double>* table = find_table(task, change);
    if (change.kind == ChangeKind::table && !table) return;
    if (tariff_rate.empty()) tariff_rate = task.world.tariff_rate();
    for (const auto& [i, n, s] : cells) {
        const double rate = table ? (*table)(i, n, s) : changed_rate(tariff_rate(i, n, s), change);
        if (rate > -1.0) {
            tariff_rate(i, n, s) = rate;
            continue;
        }
        const World& world = task.world;
        task.report({.kind = ProblemKind::value_out_of_range,
                     .column = "change",
                     .where = fmt::format("{} to {}, {}", world.countries()[i],
                                          world.countries()[n], world.sectors()[s]),
                     .value = shortest_text(rate),
                     .expected = "a tariff rate above -1"});
    }
}

void apply_change(const Task& task, const std::vector<Cell>& cells, Shock& shock) {
    const Measure& measure = task.measure;
    const auto change = parse_change(measure.kind, measure.change);
    if (!change) {
        task.report({.kind = ProblemKind::bad_change,
                     .column = "change",
                     .value = measure.change,
                     .expected = std::string(forms_of_change(measure.kind))});
    } else if (measure.kind == MeasureKind::tariff) {
        apply_tariff(task, *change, cells, shock.tariff_rate);
    } else if (change->kind == ChangeKind::partial_effect) {
        multiply(shock.share_factor, task.world, cells, std::exp(change->amount));
    } else {
        multiply(shock.trade_cost_hat, task.world, cells, change->amount);
    }
}

void apply_export_control(const Task& task, const std::vector<Cell>& cells, Shock& shock) {
    const double share = task.measure.share;
    if (share >= 0.0 && share <= 1.0) {
        multiply(shock.share_factor, task.world, cells, 1.0 - share);
        return;
    }
    task.report({.kind = ProblemKind::share_out_of_range,
                 .column = "share",
                 .value = shortest_text(share)});
}

void apply_measure(const Task& task, Shock& shock) {
    const std::vector<Cell> cells = choose_cells(task);
    if (cells.empty()) return;
    switch (task.measure.kind) {
        case MeasureKind::tariff:
        case MeasureKind::trade_cost:
            return apply_change(task, cells, shock);
        case MeasureKind::export_control:
            return apply_export_control(task, cells, shock);
        case MeasureKind::import_ban:
        case MeasureKind::cut_off:
            return multiply(shock.share_factor, task.world, cells, 0.0);
    }
}

}  // namespace

Shock make_shock(const World& world, const Scenario& scenario) {
    Shock shock;
    Problems problems;
    for (const Measure& measure : scenario.measures) {
        apply_measure({world, scenario, measure, problems}, shock);
    }
    problems.throw_if_any();
    return shock;
}

}  // namespace entente
