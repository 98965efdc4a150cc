#include "entente/model/response/solve_response.hpp"

#include <cmath>
#include <utility>

namespace entente {
namespace {

Response with_quotas(const Baseline& baseline, const Shock& shock, const SolveOptions& options,
                     Workspace& workspace) {
    SolveOptions search = options;
    QuotaSolution found = solve_quotas(baseline, shock, [&](const Shock& given) {
        Equilibrium solved = solve_equilibrium(baseline, given, search, workspace);
        // The next solve, at nearly the same rates, begins where this one ended.
        search.log_wage_start.clear();
        if (solved.is_usable()) {
            for (const double wage : solved.wage_hat) {
                search.log_wage_start.push_back(std::log(wage));
            }
        }
        return solved;
    });
    return {.equilibrium = std::move(found.equilibrium),
            .shock = std::move(found.shock),
            .quotas = std::move(found.outcomes),
            .num_solves = found.num_solves};
}

Response with_chosen_tariffs(const Baseline& baseline, const Shock& shock,
                             const SolveOptions& options, Workspace& workspace) {
    ChosenSolution found = solve_chosen_tariffs(baseline, shock, options, workspace);
    Response response{
        .equilibrium = found.equilibrium, .shock = found.shock, .num_solves = found.num_solves};
    response.chosen = std::move(found);
    return response;
}

}  // namespace

Response solve_response(const Baseline& baseline, const Shock& shock, const SolveOptions& options,
                        Workspace& workspace) {
    if (shock.chosen) return with_chosen_tariffs(baseline, shock, options, workspace);
    if (!shock.quotas.empty()) return with_quotas(baseline, shock, options, workspace);
    return {.equilibrium = solve_equilibrium(baseline, shock, options, workspace), .shock = shock};
}

}  // namespace entente
