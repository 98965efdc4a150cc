#include "entente/study/policy_response.hpp"

#include <cmath>

#include "entente/model/response/chosen_tariffs.hpp"
#include "entente/model/response/quotas.hpp"

namespace entente::detail {
namespace {

std::string regime_name(QuotaRegime regime) {
    switch (regime) {
        case QuotaRegime::in_quota:
            return "in_quota";
        case QuotaRegime::binding:
            return "binding";
        case QuotaRegime::out_of_quota:
            return "out_of_quota";
        case QuotaRegime::no_trade:
            break;
    }
    return "no_trade";
}

PolicyResponse with_quotas(const Baseline& baseline, const Shock& shock,
                           const SolveOptions& options, Workspace& workspace) {
    SolveOptions search = options;
    const QuotaSolution found = solve_quotas(baseline, shock, [&](const Shock& given) {
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
    PolicyResponse response{.equilibrium = found.equilibrium, .shock = found.shock};
    for (const QuotaOutcome& outcome : found.outcomes) {
        const QuotaCell& cell = outcome.cell;
        response.quotas.push_back({.origin = baseline.countries[cell.i],
                                   .destination = baseline.countries[cell.n],
                                   .sector = baseline.sectors[cell.s],
                                   .regime = regime_name(outcome.regime),
                                   .fill_rate = outcome.fill_rate,
                                   .rate_in_quota = cell.rate_in_quota,
                                   .shadow_rate = outcome.shadow_rate,
                                   .rate_out_of_quota = cell.rate_out_of_quota,
                                   .rent = outcome.rent,
                                   .rent_to = cell.is_rent_of_importer ? "importer" : "exporter"});
    }
    return response;
}

PolicyResponse with_chosen_tariffs(const Baseline& baseline, const Shock& shock,
                                   const SolveOptions& options, Workspace& workspace) {
    const ChosenSolution found = solve_chosen_tariffs(baseline, shock, options, workspace);
    PolicyResponse response{.equilibrium = found.equilibrium, .shock = found.shock};
    for (const ChosenRate& rate : found.rates) {
        response.chosen.push_back({.party = rate.party,
                                   .sector = rate.sector ? baseline.sectors[*rate.sector] : "",
                                   .rate = rate.rate,
                                   .is_at_bound = rate.rate >= largest_chosen_rate * (1.0 - 1e-9)});
    }
    const Deviation& best = found.best_deviation;
    response.choice = ChoiceCertificate{.num_rounds = found.num_rounds,
                                        .num_solves = found.num_solves,
                                        .num_deviations = found.num_deviations,
                                        .largest_gain = std::expm1(best.gain),
                                        .party = best.party,
                                        .rate = best.rate,
                                        .is_shift = best.is_shift};
    return response;
}

}  // namespace

PolicyResponse solve_policy(const Baseline& baseline, const Shock& shock,
                            const SolveOptions& options, Workspace& workspace) {
    if (shock.chosen) return with_chosen_tariffs(baseline, shock, options, workspace);
    if (!shock.quotas.empty()) return with_quotas(baseline, shock, options, workspace);
    return {.equilibrium = solve_equilibrium(baseline, shock, options, workspace), .shock = shock};
}

}  // namespace entente::detail
