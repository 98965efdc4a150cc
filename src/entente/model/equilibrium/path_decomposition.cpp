#include "entente/model/equilibrium/path_decomposition.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/path_parts.hpp"
#include "entente/model/equilibrium/shock_path.hpp"
#include "entente/model/equilibrium/workspace.hpp"

namespace entente {
namespace {

using detail::PathPoint;
using detail::PathPoints;

// Degree of the polynomials of a panel: found by trial to need the fewest solves.
constexpr std::size_t panel_degree = 12;
// The residual of a solve is an error of every part; this one is far below any tolerance asked.
constexpr double fine_residual = 1e-12;
constexpr std::size_t fine_passes = 300;

struct Panel {
    PathPoints points;
    std::vector<PathParts> parts;
    double error = 0.0;
};

/// A solve that failed and so ends the walk.
struct PathEnd {
    Termination termination;
    std::string message;
};

class PathWalk {
  public:
    PathWalk(const Baseline& baseline, const Shock& shock, const PathRule& rule)
        : baseline_(baseline),
          shock_(shock),
          rule_(rule),
          work_(baseline),
          start_(solve(0.0, std::vector<double>(baseline.num_countries(), 0.0))) {}

    std::shared_ptr<const PathPoint> start() const { return start_; }

    /// The panel from a point to a part of the way; its far end, if it is known, is not solved
    /// again. Without figures if a solve failed: see failure().
    Panel walk(const std::shared_ptr<const PathPoint>& from, double to,
               const std::shared_ptr<const PathPoint>& end = nullptr) {
        Panel panel;
        if (failure_) return panel;
        panel.points.push_back(from);
        for (std::size_t k = 1; k < rule_.nodes.size(); ++k) {
            const bool is_end = k + 1 == rule_.nodes.size();
            if (is_end && end) {
                panel.points.push_back(end);
                continue;
            }
            const double part = is_end ? to : from->part + rule_.nodes[k] * (to - from->part);
            panel.points.push_back(solve(part, panel.points.back()->log_wage));
            if (failure_) return panel;
        }
        panel.parts = detail::path_parts(baseline_, shock_, rule_, panel.points);
        for (const PathParts& parts : panel.parts) {
            panel.error = std::max(panel.error, std::abs(parts.unexplained()));
        }
        return panel;
    }

    std::size_t num_solves() const { return num_solves_; }
    const std::optional<PathEnd>& failure() const { return failure_; }

  private:
    std::shared_ptr<const PathPoint> solve(double part, const std::vector<double>& log_wage) {
        const Shock here = shock_on_path(baseline_, shock_, part);
        Equilibrium solved = solve_equilibrium(
            baseline_, here,
            {.tolerance = fine_residual, .max_passes = fine_passes, .log_wage_start = log_wage},
            work_);
        ++num_solves_;
        if (solved.termination == Termination::not_converged) {
            solved = solve_equilibrium(baseline_, here, {.log_wage_start = log_wage}, work_);
            ++num_solves_;
        }
        if (!solved.is_usable()) {
            failure_ = {solved.termination,
                        fmt::format("At {:.4g} of the way from the baseline to the shock: {}", part,
                                    solved.message)};
            return nullptr;
        }
        return std::make_shared<const PathPoint>(detail::path_point(baseline_, here, part, solved));
    }

    const Baseline& baseline_;
    const Shock& shock_;
    const PathRule& rule_;
    Workspace work_;
    std::size_t num_solves_ = 0;
    std::optional<PathEnd> failure_;
    std::shared_ptr<const PathPoint> start_;
};

std::vector<Panel> walk_in_steps(PathWalk& walk, std::size_t num_steps) {
    std::vector<Panel> panels;
    for (std::size_t k = 1; k <= num_steps && !walk.failure(); ++k) {
        const double to = static_cast<double>(k) / static_cast<double>(num_steps);
        panels.push_back(
            walk.walk(panels.empty() ? walk.start() : panels.back().points.back(), to));
    }
    return panels;
}

double total_error(const std::vector<Panel>& panels) {
    double sum = 0.0;
    for (const Panel& panel : panels) sum += panel.error;
    return sum;
}

std::vector<Panel> walk_adaptively(PathWalk& walk, const PathOptions& options) {
    std::vector<Panel> panels{walk.walk(walk.start(), 1.0)};
    while (!walk.failure() && total_error(panels) > options.tolerance &&
           walk.num_solves() + 2 * panel_degree <= options.max_solves) {
        const auto worst = std::ranges::max_element(panels, {}, &Panel::error);
        const auto from = worst->points.front();
        const auto to = worst->points.back();
        const double middle = 0.5 * (from->part + to->part);
        Panel first = walk.walk(from, middle);
        if (walk.failure()) break;
        *worst = walk.walk(first.points.back(), to->part, to);
        panels.insert(worst, std::move(first));
    }
    return panels;
}

void add(const PathParts& from, PathParts& to) {
    to.terms_of_trade += from.terms_of_trade;
    to.volume_of_trade += from.volume_of_trade;
    to.technical_efficiency += from.technical_efficiency;
    to.varieties += from.varieties;
    to.transfers += from.transfers;
    to.labour_supply += from.labour_supply;
}

void check(const PathOptions& options) {
    if (!(options.tolerance > 0.0)) throw OptionError("The tolerance of a path must be above 0.");
    if (options.num_steps == 0) throw OptionError("A path takes one step at least.");
}

PathRule rule_of(PathMethod method) {
    if (method == PathMethod::one_sided) return one_sided_rule();
    if (method == PathMethod::midpoint) return midpoint_rule();
    return polynomial_rule(panel_degree);
}

void decompose(const Baseline& baseline, const Shock& shock, const PathOptions& options,
               PathDecomposition& result) {
    const PathRule rule = rule_of(options.method);
    PathWalk walk(baseline, shock, rule);
    const std::vector<Panel> panels = options.method == PathMethod::adaptive
                                          ? walk_adaptively(walk, options)
                                          : walk_in_steps(walk, options.num_steps);
    result.num_solves = walk.num_solves();
    if (walk.failure()) {
        result.termination = walk.failure()->termination;
        result.message = walk.failure()->message;
        return;
    }
    result.num_panels = panels.size();
    result.countries.resize(baseline.num_countries());
    const PathPoint& end = *panels.back().points.back();
    for (std::size_t n = 0; n < baseline.num_countries(); ++n) {
        PathParts& sum = result.countries[n];
        for (const Panel& panel : panels) add(panel.parts[n], sum);
        sum.welfare = end.log_welfare[n];
        result.largest_unexplained =
            std::max(result.largest_unexplained, std::abs(sum.unexplained()));
    }
    result.message = fmt::format("{} solves; the parts miss the exact change by at most {:.1e}.",
                                 result.num_solves, result.largest_unexplained);
}

}  // namespace

PathDecomposition decompose_welfare(const Baseline& baseline, const Shock& shock,
                                    const PathOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    check(options);
    if (!shock.output_subsidy.empty() || !shock.transfer.empty() || !shock.is_given()) {
        throw OptionError(
            "The parts of welfare along the path know neither subsidies nor quotas nor tariffs "
            "chosen in answer; ask for the result without its decomposition.");
    }
    PathDecomposition result;
    decompose(baseline, shock, options, result);
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

}  // namespace entente
