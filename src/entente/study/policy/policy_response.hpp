#pragma once

// A scenario solved with what depends on the solution itself: quotas and tariffs that are chosen.

#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/model/equilibrium/workspace.hpp"
#include "entente/report/policy/solution.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

struct PolicyResponse {
    Equilibrium equilibrium;
    /// All that changes, stated: chosen tariffs and shadow rates as tariffs, rents as transfers.
    Shock shock;
    std::vector<QuotaRow> quotas{};
    std::vector<ChosenRateRow> chosen{};
    std::optional<ChoiceCertificate> choice{};
};

/// One solve for a shock that is given, else as many as its quotas or chosen tariffs need. The
/// workspace is left at the solution.
PolicyResponse solve_policy(const Baseline& baseline, const Shock& shock,
                            const SolveOptions& options, Workspace& workspace);

}  // namespace entente::detail
