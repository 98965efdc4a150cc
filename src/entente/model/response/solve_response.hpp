#pragma once

// A shock solved with whatever in it depends on the solution itself: quotas and tariffs that are
// chosen in answer.

#include <optional>
#include <vector>

#include "entente/model/response/chosen_tariffs.hpp"
#include "entente/model/response/quotas.hpp"

namespace entente {

struct Response {
    Equilibrium equilibrium;
    /// All that changes, stated: chosen tariffs and shadow rates as tariffs, rents as transfers.
    Shock shock;
    /// In the order of the shock.
    std::vector<QuotaOutcome> quotas{};
    /// How tariffs were chosen, if any were.
    std::optional<ChosenSolution> chosen{};
    /// Equilibria it took.
    std::size_t num_solves = 1;
};

/// One solve for a shock that is given, else as many as its quotas or chosen tariffs need. The
/// workspace is left at the solution.
/// @return  an equilibrium that says not converged as solve_quotas and solve_chosen_tariffs do.
Response solve_response(const Baseline& baseline, const Shock& shock, const SolveOptions& options,
                        Workspace& workspace);

}  // namespace entente
