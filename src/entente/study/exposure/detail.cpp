#include "entente/report/exposure/detail.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/base/parallel.hpp"
#include "entente/model/equilibrium/gradient.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/numerics/rank_correlation.hpp"
#include "entente/study/exposure/barrier.hpp"
#include "entente/study/exposure/side_losses.hpp"
#include "entente/study/exposure/stored_intervals.hpp"
#include "entente/study/exposure/table.hpp"
#include "entente/study/selection.hpp"

namespace entente {
namespace {

using detail::Barrier;
using detail::EquilibriumLosses;
using detail::Power;
using detail::SideLosses;
using detail::Sides;

/// What every kind of detail is computed from.
struct Question {
    const World& world;
    const Power& power;
    const std::vector<std::size_t>& shown;
    Barrier barrier;
    std::size_t threads;

    std::vector<SideLosses> losses(const EquilibriumLosses& exact, const Power& from) const {
        std::vector<Sides> sides;
        for (const std::size_t n : shown) {
            sides.push_back({.countries = {n}, .power = from.members});
        }
        return exact.of(sides, barrier, threads);
    }
};

/// Rows from the largest figure to the smallest, those without one last.
void sort_down(auto& rows, auto figure) {
    std::ranges::stable_sort(rows, std::ranges::greater{}, [&](const auto& row) {
        const double value = figure(row);
        return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
    });
}

void add_asymmetries(const Question& question, const detail::StoredIntervals& stored,
                     const ExposureOptions& options, ExposureDetail& result) {
    const EquilibriumLosses exact(question.world);
    const std::vector<SideLosses> losses = question.losses(exact, question.power);
    for (std::size_t k = 0; k < losses.size(); ++k) {
        const std::string& code = question.world.countries()[question.shown[k]];
        AsymmetryRow row{.code = code,
                         .name = question.world.country_name(question.shown[k]),
                         .loss = losses[k].countries,
                         .own = losses[k].power};
        if (options.to.size() == 1) {
            const ExposureIntervals* found =
                stored.find(options.to.front(), options.scope, result.horizon, code);
            if (found != nullptr && found->difference) {
                row.difference =
                    LossInterval{.low = found->difference->low, .high = found->difference->high};
            }
        }
        result.asymmetries.push_back(std::move(row));
    }
    sort_down(result.asymmetries, [](const AsymmetryRow& row) { return row.loss - row.own; });
    result.intervals = stored.source();
}

void add_joint(const Question& question, ExposureDetail& result) {
    const EquilibriumLosses exact(question.world);
    const std::vector<SideLosses> joint = question.losses(exact, question.power);
    for (std::size_t k = 0; k < joint.size(); ++k) {
        const std::size_t n = question.shown[k];
        result.joint.push_back({.code = question.world.countries()[n],
                                .name = question.world.country_name(n),
                                .joint = joint[k].countries});
    }
    for (const std::string& code : result.power_parts) {
        const std::vector<SideLosses> alone =
            question.losses(exact, detail::power_named(question.world, code));
        for (std::size_t k = 0; k < alone.size(); ++k) {
            result.joint[k].alone.push_back(alone[k].countries);
        }
    }
    sort_down(result.joint, [](const JointRow& row) { return row.joint - row.sum(); });
}

/// Shares of the power in spending and sales of a sector, and what the slopes of welfare say of
/// the whole trade.
ChokepointRow chokepoint(const Question& question, const Baseline& base, const Gradient& slopes,
                         std::size_t n, std::size_t s) {
    ChokepointRow row{.code = question.world.countries()[n],
                      .sector = question.world.sectors()[s],
                      .sector_name = question.world.data().sectors[s].name};
    double sales = 0.0;
    const auto sold = [&](std::size_t to) {
        return base.trade_share(n, to, s) * base.expenditure(to, s) /
               (1.0 + base.tariff_rate(n, to, s));
    };
    for (std::size_t to = 0; to < base.num_countries(); ++to) sales += sold(to);
    for (const std::size_t m : question.power.members) {
        if (m == n) continue;
        if (base.expenditure(n, s) > 0.0) row.spending_share += base.trade_share(m, n, s);
        if (sales > 0.0) row.sales_share += sold(m) / sales;
        // [eq:marginal-loss]  d ln W / d ln f = - (d ln W / d ln d_hat) / theta, f the share factor
        // that goes from one to zero
        row.linear_loss -= (slopes.log_trade_cost(m, n, s) + slopes.log_trade_cost(n, m, s)) /
                           base.trade_elasticity[s];
    }
    return row;
}

std::vector<ChokepointRow> chokepoints_of(const Question& question, const EquilibriumLosses& exact,
                                          std::size_t n) {
    const Baseline& base = exact.baseline();
    Workspace workspace(base);
    if (!solve_equilibrium(base, {}, {}, workspace).is_usable()) return {};
    const Gradient slopes = gradient(workspace, welfare_of(n), {.tolerance = 1e-6});
    const std::vector<Sides> sides{{.countries = {n}, .power = question.power.members}};
    std::vector<ChokepointRow> rows;
    for (std::size_t s = 0; s < base.num_sectors(); ++s) {
        ChokepointRow row = chokepoint(question, base, slopes, n, s);
        if (!(row.spending_share > 0.0) && !(row.sales_share > 0.0)) continue;
        std::vector<SideLosses> loss(1);
        exact.solve(sides, {.scope = {.sector = row.sector}}, workspace, loss);
        row.loss = loss[0].countries;
        rows.push_back(std::move(row));
    }
    return rows;
}

void add_chokepoints(const Question& question, ExposureDetail& result) {
    const EquilibriumLosses exact(question.world);
    std::vector<std::vector<ChokepointRow>> rows(question.shown.size());
    parallel_for(rows.size(), question.threads, [&](std::size_t k) {
        rows[k] = chokepoints_of(question, exact, question.shown[k]);
    });
    for (const auto& of_country : rows) {
        result.chokepoints.insert(result.chokepoints.end(), of_country.begin(), of_country.end());
    }
    sort_down(result.chokepoints, [](const ChokepointRow& row) { return row.loss; });
}

void add_ratios(const Question& question, ExposureDetail& result) {
    const EquilibriumLosses exact(question.world);
    const std::vector<SideLosses> losses = question.losses(exact, question.power);
    const detail::Losses closed(question.world);
    std::vector<double> solved;
    std::vector<double> approximate;
    std::vector<double> ratios;
    for (std::size_t k = 0; k < losses.size(); ++k) {
        const std::size_t n = question.shown[k];
        const double by_formula =
            closed.of_country(n, question.power.members, question.barrier.scope).total;
        result.ratios.push_back({.code = question.world.countries()[n],
                                 .name = question.world.country_name(n),
                                 .exact = losses[k].countries,
                                 .closed_form = by_formula});
        if (!std::isfinite(losses[k].countries / by_formula)) continue;
        solved.push_back(losses[k].countries);
        approximate.push_back(by_formula);
        ratios.push_back(losses[k].countries / by_formula);
    }
    result.rank_correlation = rank_correlation(solved, approximate);
    result.median_ratio = median(ratios);
    if (!ratios.empty()) {
        result.lowest_ratio = std::ranges::min(ratios);
        result.highest_ratio = std::ranges::max(ratios);
    }
    sort_down(result.ratios, [](const RatioRow& row) { return row.exact; });
}

ExposureDetailKind kind_named(const std::string& name) {
    if (name == "joint") return ExposureDetailKind::joint;
    if (name == "chokepoints") return ExposureDetailKind::chokepoints;
    if (name == "ratios") return ExposureDetailKind::ratios;
    return ExposureDetailKind::asymmetry;
}

void check(const ExposureOptions& options) {
    if (options.to.empty())
        throw OptionError("--to CODE,... is missing: name the power, such as --to USA.");
    if (!options.tariff.empty() || options.method != "ge" || options.by != "country") {
        throw OptionError(
            "show is about trade that stops, by country and in general equilibrium. Leave out "
            "--tariff, --method and --by.");
    }
    if (options.show == "joint" && options.to.size() < 2) {
        throw OptionError("A joint threat takes two powers or more, such as --to USA,EU27.");
    }
    if (options.show == "chokepoints" && options.scope != "all") {
        throw OptionError(
            "chokepoints cut one sector after the other, both ways. Leave --scope out.");
    }
}

}  // namespace

ExposureDetail make_exposure_detail(const World& long_run, const ExposureOptions& options,
                                    const LayerSet& layers) {
    check(options);
    const Horizon horizon = horizon_named(options.horizon, options.profile);
    const World world = at_horizon(long_run, horizon);
    const Power power = detail::joint_power(world, options.to);
    const std::vector<std::size_t> shown =
        options.countries.empty() ? detail::economies(world, {power})
                                  : detail::selected_economies(world, {power}, options.countries);
    const Question question{.world = world,
                            .power = power,
                            .shown = shown,
                            .barrier = {.scope = detail::scope_named(world, options.scope)},
                            .threads = options.threads};
    ExposureDetail result{.kind = kind_named(options.show),
                          .world = detail::stamp(long_run),
                          .power = power.pole,
                          .power_parts = options.to,
                          .scope = question.barrier.scope,
                          .horizon = horizon};
    switch (result.kind) {
        case ExposureDetailKind::asymmetry:
            add_asymmetries(question, detail::StoredIntervals(long_run, layers), options, result);
            break;
        case ExposureDetailKind::joint:
            add_joint(question, result);
            break;
        case ExposureDetailKind::chokepoints:
            add_chokepoints(question, result);
            break;
        case ExposureDetailKind::ratios:
            add_ratios(question, result);
            break;
    }
    return result;
}

}  // namespace entente
