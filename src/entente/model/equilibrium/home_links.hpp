#pragma once

// What makes a step of the solver nearly a Newton step: the links between the sectors of one
// country, inverted once a baseline, and how strongly each country's labour demand answers its own
// wage. Only an approximation of the Jacobian: it decides how fast the solver is, not where it
// ends.

#include <vector>

#include "entente/model/equilibrium/trade_system.hpp"

namespace entente::detail {

class HomeLinks {
  public:
    explicit HomeLinks(const Baseline& baseline);

    /// From the residuals of `system` to the change of every unknown; wages by `damping` of the
    /// full step.
    void step(const TradeSystem& system, double damping, Guess& step);

    /// The same as a linear map, in full steps and without bounds, and its transpose, for methods
    /// that solve with the Jacobian: roughly minus its inverse. Packed as `pack` does.
    void linear_step(const TradeSystem& system, std::span<const double> residual,
                     std::span<double> step);
    void linear_step_transpose(const TradeSystem& system, std::span<const double> weight,
                               std::span<double> result);

  private:
    void invert(const Baseline& baseline);
    void measure_labour_demand(const Baseline& baseline);

    /// [n, s, r] (I - Gamma[n] diag(pi[n,n]))^-1; empty without inputs.
    Array3<double> multiplier_;
    /// [n] minus the elasticity of excess labour demand to the own wage, > 0.
    std::vector<double> labour_response_;
    /// [s] change of spending in money.
    std::vector<double> scratch_;
};

}  // namespace entente::detail
