#include "entente/scenario/measure_cells.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/nearest_code.hpp"
#include "entente/scenario/products.hpp"

namespace entente::detail {
namespace {

/// Which positions of an axis a list of codes names.
using Chosen = std::vector<bool>;

void report_unknown_code(const MeasureTask& task, const std::string& key, std::size_t entry,
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

/// Adds the shares of a product to those of its sectors, or reports why there are none.
void add_products(const MeasureTask& task, std::size_t entry, Array2<double>& weight) {
    const std::string& code = task.measure.sectors[entry];
    const auto refuse = [&](std::string expected, const std::string& nearest = "") {
        task.report(
            {.kind = ProblemKind::not_in_world,
             .column = "sectors",
             .value = code,
             .expected = std::move(expected),
             .fix = nearest.empty() ? "" : fmt::format("write {} if that was meant", nearest)},
            entry);
    };
    const auto digits = product_digits(code);
    if (!digits) return refuse("HS2022: and two, four or six digits");
    if (task.products == nullptr) return refuse("a sector, since the layer us-products is missing");
    const Array2<double> shares =
        product_shares(task.world, *task.products, *digits, task.measure.product_share);
    double largest = 0.0;
    for (std::size_t i = 0; i < task.world.num_countries(); ++i) {
        for (std::size_t s = 0; s < task.world.num_sectors(); ++s) {
            largest = std::max(largest, shares(i, s));
            // With a share given, several products together are that share.
            weight(i, s) = task.measure.product_share ? std::max(weight(i, s), shares(i, s))
                                                      : std::min(1.0, weight(i, s) + shares(i, s));
        }
    }
    if (largest > 0.0) return;
    refuse("a product that the layer us-products has in a sector of this world",
           nearest_product(task.world, *task.products, *digits));
}

TradeDirection direction_of(const Measure& measure) {
    if (measure.kind == MeasureKind::fta) return TradeDirection::both;
    const bool has_choice =
        measure.kind == MeasureKind::trade_cost || measure.kind == MeasureKind::cut_off;
    if (has_choice) return measure.direction;
    return measure.kind == MeasureKind::export_control ? TradeDirection::exports
                                                       : TradeDirection::imports;
}

bool is_aimed_at_itself(const MeasureTask& task) {
    const Measure& measure = task.measure;
    return measure.by.size() == 1 && measure.by == measure.on &&
           task.world.countries().contains(measure.by.front());
}

}  // namespace

void MeasureTask::report(Problem problem, std::size_t entry) const {
    const FilePlace place = measure.place_of(problem.column, entry);
    problem.file = measure.file.empty() ? scenario.file : measure.file;
    problem.line = place.line;
    problem.character = place.character;
    problems.add(std::move(problem));
}

Chosen chosen_countries(const MeasureTask& task, const std::string& key,
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

Array2<double> chosen_sectors(const MeasureTask& task) {
    const Axis& sectors = task.world.sectors();
    const double all = task.measure.sectors.empty() ? 1.0 : 0.0;
    Array2<double> weight(task.world.num_countries(), sectors.size(), all);
    const auto choose = [&](std::size_t s) {
        for (std::size_t i = 0; i < task.world.num_countries(); ++i) weight(i, s) = 1.0;
    };
    for (std::size_t k = 0; k < task.measure.sectors.size(); ++k) {
        const std::string& code = task.measure.sectors[k];
        if (code == "*") {
            for (std::size_t s = 0; s < sectors.size(); ++s) choose(s);
        } else if (const auto position = sectors.find(code)) {
            choose(*position);
        } else if (is_product(code)) {
            add_products(task, k, weight);
        } else {
            report_unknown_code(task, "sectors", k, code,
                                fmt::format("a sector of the world {}", task.world.name()),
                                sectors.codes());
        }
    }
    return weight;
}

std::vector<TradeCell> measure_cells(const MeasureTask& task) {
    const std::size_t problems_before = task.problems.size();
    const Chosen by = chosen_countries(task, "by", task.measure.by);
    const Chosen on = task.measure.on.empty() ? by : chosen_countries(task, "on", task.measure.on);
    const Array2<double> weight = chosen_sectors(task);
    const TradeDirection direction = direction_of(task.measure);
    const bool imports = direction != TradeDirection::exports;
    const bool exports = direction != TradeDirection::imports;
    std::vector<TradeCell> cells;
    for (std::size_t i = 0; i < by.size(); ++i) {
        for (std::size_t n = 0; n < by.size(); ++n) {
            const bool touched = (imports && by[n] && on[i]) || (exports && by[i] && on[n]);
            if (i == n || !touched) continue;
            for (std::size_t s = 0; s < task.world.num_sectors(); ++s) {
                if (weight(i, s) > 0.0) cells.push_back({i, n, s, weight(i, s)});
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

}  // namespace entente::detail
