#pragma once

// One counterfactual: a baseline and a shock go in, the new equilibrium comes out, with a status
// and its residuals. The equations are those of Caliendo and Parro (2015) in changes.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/model/equilibrium/baseline.hpp"
#include "entente/scenario/shock.hpp"
#include "entente/world/trade_state.hpp"

namespace entente {

/// How the fixed point is searched for; the equations and the test of the solution are the same.
enum class SolveMethod {
    /// Anderson acceleration; where it does not arrive, Newton-Krylov steps, at last along the
    /// shock.
    automatic,
    /// Accelerated iteration alone, ever slower and safer.
    anderson,
    /// Newton steps, each from a linear system with the exact Jacobian.
    newton_krylov,
};

struct SolveOptions {
    /// Largest residual accepted: excess labour demand over supply, prices and spending, each as
    /// |ln(demanded / present)|.
    double tolerance = 1e-10;
    /// Passes over all equations before the solver gives up; a product with the Jacobian is one.
    std::size_t max_passes = 25000;
    /// Differences the Anderson acceleration keeps, 0 to 10; 0 = plain iteration.
    std::size_t memory = 8;
    /// Start: ln of wages over the base; empty = the base itself.
    std::vector<double> log_wage_start{};
    SolveMethod method = SolveMethod::automatic;
};

enum class Termination {
    converged,
    /// The passes are used up.
    not_converged,
    /// Somebody must buy in a sector where the shock leaves no seller.
    no_supplier,
    /// Somebody must buy abroad and can earn nothing there, nor can its customers.
    one_way_trade,
};

/// Counterfactual over baseline (_hat) or its level (_new). World value added is the numeraire: the
/// sum of value_added_new over n equals that of the baseline.
struct Equilibrium {
    Termination termination = Termination::not_converged;
    /// Why it stopped; names the country and sector with the largest residual.
    std::string message;
    /// Largest residual at the solution, see SolveOptions::tolerance.
    double residual = 0.0;
    std::size_t passes = 0;
    double seconds = 0.0;
    /// Largest absolute excess demand of a country, [eq:balance], over its GDP.
    double walras = 0.0;
    /// [n]
    std::vector<double> wage_hat;
    /// [n, s]
    Array2<double> unit_cost_hat;
    Array2<double> price_index_hat;
    Array2<double> expenditure_new;
    Array2<double> gross_output_new;
    /// [n]
    std::vector<double> value_added_new;
    std::vector<double> tariff_revenue_new;
    std::vector<double> trade_deficit_new;
    /// Paid to makers of subsidised goods; zero without subsidies.
    std::vector<double> subsidy_cost_new;
    std::vector<double> income_new;
    /// Xi of multiplicative deficits, 1 otherwise; left out of welfare.
    double spending_scale = 1.0;

    bool is_usable() const { return termination == Termination::converged; }
};

/// Memory of one thread, grown at the first solve and used again by later ones.
class Workspace;

/// Solves all equations as one fixed point: every pass takes the price of each market, sales,
/// spending and excess labour demand; the step solves the links inside each country exactly,
/// scales wages by the own elasticity of labour demand, and is accelerated by Anderson's method.
///
/// @param shock    arrays empty or shaped like the world's.
/// @throws         ShapeError if the shape of the shock or of the start differs; OptionError if the
///                 shock has quotas or chosen tariffs, which model/response solves.
/// Numerics        sums in fixed order: the same input gives the same bits on any thread.
/// Source          Caliendo and Parro (2015), the system in relative changes;
/// docs/theory/equilibrium.md. Checked by      tests/unit/model/equilibrium_test.cpp,
/// tests/published/caliendo_parro_2015_test.cpp.
Equilibrium solve_equilibrium(const Baseline& baseline, const Shock& shock,
                              const SolveOptions& options, Workspace& workspace);
Equilibrium solve_equilibrium(const Baseline& baseline, const Shock& shock = {},
                              const SolveOptions& options = {});

/// The state of trade at an equilibrium, for measures: flows net of tariff, shares, spending.
TradeState trade_state(const Baseline& baseline, const Shock& shock,
                       const Equilibrium& equilibrium);

}  // namespace entente
