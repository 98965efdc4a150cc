#include "entente/study/policy_response.hpp"

#include <cmath>
#include <utility>

#include "entente/model/response/solve_response.hpp"

namespace entente::detail {
namespace {

std::vector<QuotaRow> quota_rows(const Baseline& baseline,
                                 const std::vector<QuotaOutcome>& outcomes) {
    std::vector<QuotaRow> rows;
    for (const QuotaOutcome& outcome : outcomes) {
        const QuotaCell& cell = outcome.cell;
        rows.push_back({.origin = baseline.countries[cell.i],
                        .destination = baseline.countries[cell.n],
                        .sector = baseline.sectors[cell.s],
                        .regime = quota_regime_name(outcome.regime),
                        .fill_rate = outcome.fill_rate,
                        .rate_in_quota = cell.rate_in_quota,
                        .shadow_rate = outcome.shadow_rate,
                        .rate_out_of_quota = cell.rate_out_of_quota,
                        .rent = outcome.rent,
                        .rent_to = cell.is_rent_of_importer ? "importer" : "exporter"});
    }
    return rows;
}

std::vector<ChosenRateRow> chosen_rows(const Baseline& baseline, const ChosenSolution& chosen) {
    std::vector<ChosenRateRow> rows;
    for (const ChosenRate& rate : chosen.rates) {
        rows.push_back({.party = rate.party,
                        .sector = rate.sector ? baseline.sectors[*rate.sector] : "",
                        .rate = rate.rate,
                        .is_at_bound = rate.rate >= largest_chosen_rate * (1.0 - 1e-9)});
    }
    return rows;
}

ChoiceCertificate certificate_of(const ChosenSolution& chosen) {
    const Deviation& best = chosen.best_deviation;
    return {.num_rounds = chosen.num_rounds,
            .num_solves = chosen.num_solves,
            .num_deviations = chosen.num_deviations,
            .largest_gain = std::expm1(best.gain),
            .party = best.party,
            .rate = best.rate,
            .is_shift = best.is_shift};
}

}  // namespace

PolicyResponse solve_policy(const Baseline& baseline, const Shock& shock,
                            const SolveOptions& options, Workspace& workspace) {
    Response found = solve_response(baseline, shock, options, workspace);
    PolicyResponse response{.equilibrium = std::move(found.equilibrium),
                            .shock = std::move(found.shock),
                            .quotas = quota_rows(baseline, found.quotas)};
    if (!found.chosen) return response;
    response.chosen = chosen_rows(baseline, *found.chosen);
    response.choice = certificate_of(*found.chosen);
    return response;
}

}  // namespace entente::detail
