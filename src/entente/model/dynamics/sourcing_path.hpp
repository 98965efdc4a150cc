#pragma once

// World trade year by year while supply chains adjust slowly: each year a part of all buyers
// chooses its suppliers anew, the rest keeps those of the year before. docs/theory/dynamics.md.

#include <cstddef>

#include "entente/model/equilibrium/baseline.hpp"
#include "entente/model/equilibrium/held_sourcing.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/workspace.hpp"
#include "entente/scenario/shock.hpp"
#include "entente/world/trade_state.hpp"

namespace entente {

/// How fast supply chains adjust. Defaults, ranges and sources: data/parameters/sourcing.csv.
struct SourcingOptions {
    /// zeta, the part of buyers that choose anew in a year, above 0 and up to 1.
    double rate = 0.30;
    /// Elasticity of trade flows of the buyers that do not, over that of those that do, 0 to 1. 0 =
    /// they buy fixed quantities.
    double short_run = 0.114;
};

/// Trade of one buyer and sector before a year begins: what the next year starts from.
struct SourcingState {
    /// [i, n, s] shares in spending, tariffs included.
    Array3<double> trade_share;
    /// [i, n, s] price of i's goods in n, tariffs included, over that of the baseline.
    Array3<double> price_hat;
    /// [i, n, s] factor on varieties that may be sold; 1 without controls.
    Array3<double> share_factor;
    /// [n, s] ln P_hat.
    Array2<double> log_price;
};

/// [eq:held-elasticity]  theta_held[s] = short_run (theta[s] + 1) - 1
/// Elasticity of expenditure shares of held relations. Values nearer to zero than 1e-4 become 1e-4,
/// since the index of held relations divides by it: its limit, fixed shares, is as near.
std::vector<double> held_elasticity(const Baseline& baseline, double short_run);

/// The state of the baseline, in which every relation is chosen anew.
SourcingState base_sourcing(const Baseline& baseline);

/// A path of years, each solved from the one before.
class SourcingPath {
  public:
    /// Stands at the baseline, which must outlive the path.
    /// @throws OptionError if an option is outside its range.
    SourcingPath(const Baseline& baseline, const SourcingOptions& options);

    /// Solves the next year: all markets clear while a part `rate` of the buyers, and those whose
    /// supplier is forbidden, choose anew.
    ///
    /// @param shock  against the baseline, not against the year before.
    /// @param rate   zeta of this year, above 0 and up to 1.
    /// @return       hats over the baseline. If it is not usable the path stays in the year before.
    /// @throws       ShapeError if the shock does not fit; OptionError for a rate out of range.
    /// Numerics      the search of solve_equilibrium without Newton steps, from the solution of the
    ///               year before. Sums in fixed order.
    /// Source        Calvo (1983) pricing, here of suppliers; docs/theory/dynamics.md
    ///               [eq:blended-price], [eq:blended-share].
    /// Checked by    tests/unit/model/dynamics/sourcing_path_test.cpp.
    Equilibrium advance(const Shock& shock, double rate, const SolveOptions& options = {});

    const SourcingState& state() const { return state_; }

    /// Trade in the year last solved, for measures.
    TradeState trade_state(const Shock& shock, const Equilibrium& equilibrium) const;

  private:
    void hold(const Shock& shock, double rate);
    void take_state(const Shock& shock);

    const Baseline* baseline_;
    Workspace workspace_;
    SourcingState state_;
    detail::HeldSourcing held_;
    bool has_guess_ = false;
};

}  // namespace entente
