#pragma once

// Solves paths of years: which policies are in force in each year of a draw, and what trade makes
// of them while supply chains adjust.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/ensemble/path_figures.hpp"
#include "entente/ensemble/regime_walk.hpp"
#include "entente/model/dynamics/sourcing_path.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/world/layer/us_products.hpp"

namespace entente {

struct PathPlan {
    DeficitMode deficits = DeficitMode::balanced;
    std::uint64_t seed = 1;
    int until = 2040;
    PathPoles poles{};
    RegimePast past{};
};

/// One path: figures of every year.
struct PathRecord {
    /// [year] [country, figure]; the first is the base year. Shorter than the path if a year has no
    /// solution.
    std::vector<Array2<double>> figures{};
    /// Why the path ends early; empty if it does not.
    std::string reason{};
    std::size_t passes = 0;

    bool is_usable() const { return reason.empty(); }
};

/// [year] regime in force, by position in the scenario; the years before policies apply have none.
using RegimePath = std::vector<std::optional<std::size_t>>;

class PathSolver {
  public:
    /// World, scenario and products must outlive the solver.
    /// @throws DataError as make_shock; OptionError as make_baseline, if a regime has no chances
    ///         and no history, or if the years make no sense.
    PathSolver(const World& world, const Scenario& scenario, const PathPlan& plan,
               const UsProducts* products = nullptr);

    /// The base year, then every year to the last.
    const std::vector<int>& years() const { return years_; }
    /// First year in which policies apply.
    int first_policy_year() const { return from_; }
    const SourcingOptions& sourcing() const { return sourcing_; }
    bool has_regimes() const { return !scenario_->regimes.empty(); }
    /// How regimes follow each other; nothing without regimes.
    const std::optional<RegimeWalk>& walk() const { return walk_; }

    /// The regimes of a draw, by its walk. Depends on seed and draw alone.
    RegimePath regimes(std::uint32_t draw) const;
    /// The path without regimes: only the scenario's own measures, by their dates.
    RegimePath without_regimes() const { return RegimePath(years_.size()); }

    /// [eq:sourcing-rate-risk]  zeta[t] = min(1, zeta (1 + kappa risk[t]))
    double rate_under(std::optional<std::size_t> regime) const;

    /// Solves year after year; any thread may ask. A year without a solution ends the path, with
    /// the reason.
    PathRecord solve(const RegimePath& regimes) const;
    PathRecord solve(std::uint32_t draw) const { return solve(regimes(draw)); }

  private:
    void choose_years(int base_year);
    void check_risk() const;
    void make_shocks(const UsProducts* products);

    const World* world_;
    const Scenario* scenario_;
    PathPlan plan_;
    SourcingOptions sourcing_;
    Baseline baseline_;
    std::vector<int> years_;
    int from_ = 0;
    std::optional<RegimeWalk> walk_;
    /// Every shock that can come, and [year, regime] which; the last column is no regime.
    std::vector<Shock> shocks_;
    Array2<std::size_t> shock_index_;
};

}  // namespace entente
