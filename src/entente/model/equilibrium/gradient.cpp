#include "entente/model/equilibrium/gradient.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/workspace_state.hpp"

namespace entente {
namespace {

using detail::DirectWeights;
using detail::TradeSystem;

// Vectors kept before GMRES starts again; worlds of 80 countries need about half as many.
constexpr std::size_t krylov_memory = 60;

double flow(const TradeSystem& system, std::size_t i, std::size_t n, std::size_t s) {
    return system.net_weight()(i, n, s) * system.competitiveness()(i, s) * system.pull()(n, s);
}

void check_country(const Baseline& base, std::size_t country) {
    if (country < base.num_countries()) return;
    throw OptionError("The objective of the gradient names a country the world does not have.");
}

/// What the objective says of one flow: weights that sum to the weight of the term.
struct FlowWeight {
    std::size_t origin, destination, sector;
    double weight;
};

std::vector<FlowWeight> flow_weights(const TradeSystem& system, const Objective& objective) {
    const Baseline& base = system.baseline();
    std::vector<FlowWeight> flows;
    for (const Objective::Trade& term : objective.trade) {
        check_country(base, term.origin);
        check_country(base, term.destination);
        if (term.sector && *term.sector >= base.num_sectors()) {
            throw OptionError("The objective of the gradient names a sector that does not exist.");
        }
        const std::size_t first = term.sector.value_or(0);
        const std::size_t last = term.sector ? first + 1 : base.num_sectors();
        double all = 0.0;
        for (std::size_t s = first; s < last; ++s) {
            all += flow(system, term.origin, term.destination, s);
        }
        if (term.origin == term.destination || !(all > 0.0)) {
            throw OptionError(
                "The objective of the gradient is the logarithm of trade between two countries "
                "that do not trade.");
        }
        for (std::size_t s = first; s < last; ++s) {
            const double share = flow(system, term.origin, term.destination, s) / all;
            flows.push_back({term.origin, term.destination, s, term.weight * share});
        }
    }
    return flows;
}

// ln W_hat[n] = ln I_hat[n] - sum_s alpha[n,s] ln P_hat[n,s] - ln Xi          [eq:welfare]
// ln X[i,n,s] = ln net_weight - theta (ln c_hat[i,s] - ln P_hat[n,s]) + ln X_new[n,s]
DirectWeights direct_weights(const Baseline& base, const Objective& objective,
                             const std::vector<FlowWeight>& flows) {
    DirectWeights direct;
    direct.reset(base.num_countries(), base.num_sectors());
    for (const Objective::Welfare& term : objective.welfare) {
        check_country(base, term.country);
        direct.income[term.country] += term.weight;
        direct.spending_scale -= term.weight;
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            direct.price(term.country, s) -= term.weight * base.consumption_share(term.country, s);
        }
    }
    for (const FlowWeight& term : flows) {
        const double theta = base.trade_elasticity[term.sector];
        direct.unit_cost(term.origin, term.sector) -= theta * term.weight;
        direct.price(term.destination, term.sector) += theta * term.weight;
        direct.expenditure(term.destination, term.sector) += term.weight;
    }
    return direct;
}

// [eq:gradient]  the weight of every share and every net share, once wages, prices and spending
// have answered; a trade cost moves both, a tariff takes from the net share besides.
void take_derivatives(const detail::WorkspaceState& work, const std::vector<FlowWeight>& flows,
                      Gradient& result) {
    const TradeSystem& system = work.system;
    const Baseline& base = system.baseline();
    const std::size_t num_countries = base.num_countries();
    const std::size_t num_sectors = base.num_sectors();
    result.log_trade_cost = Array3<double>(num_countries, num_countries, num_sectors);
    result.log_tariff_factor = result.log_trade_cost;
    result.tariff_rate = result.log_trade_cost;
    result.log_productivity = Array2<double>(num_countries, num_sectors);
    // Net shares first, into the array that will hold the tariffs.
    for (const FlowWeight& term : flows) {
        result.log_tariff_factor(term.origin, term.destination, term.sector) += term.weight;
    }
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t s = 0; s < num_sectors; ++s) {
            result.log_productivity(i, s) = -work.jacobian.unit_cost_weight()(i, s);
        }
        for (std::size_t n = 0; n < num_countries; ++n) {
            if (i == n) continue;
            for (std::size_t s = 0; s < num_sectors; ++s) {
                const double weight = system.weight()(i, n, s);
                if (!(weight > 0.0)) continue;
                const double net_weight = system.net_weight()(i, n, s);
                const double share_scale = system.competitiveness()(i, s) / system.market()(n, s);
                const double of_share = weight * share_scale * work.jacobian.market_weight()(n, s);
                const double of_net_share =
                    result.log_tariff_factor(i, n, s) +
                    net_weight * share_scale *
                        (work.jacobian.net_share_weight()(n, s) +
                         system.expenditure()(n, s) * work.jacobian.sales_weight()(i, s));
                const double of_cost = -base.trade_elasticity[s] * (of_share + of_net_share);
                result.log_trade_cost(i, n, s) = of_cost;
                result.log_tariff_factor(i, n, s) = of_cost - of_net_share;
                result.tariff_rate(i, n, s) = (of_cost - of_net_share) * net_weight / weight;
            }
        }
    }
}

}  // namespace

Gradient gradient(Workspace& workspace, const Objective& objective,
                  const GradientOptions& options) {
    detail::WorkspaceState& work = workspace.state();
    if (!work.is_solved) {
        throw OptionError("A gradient is taken at a solved equilibrium; this workspace has none.");
    }
    const Baseline& base = work.system.baseline();
    const std::vector<FlowWeight> flows = flow_weights(work.system, objective);
    const DirectWeights direct = direct_weights(base, objective, flows);

    // F(x, p) = 0 and the objective g(x, p):  J^T lambda = -g_x,  dg/dp = g_p + F_p^T lambda
    std::vector<double> multiplier(work.point.size());
    std::vector<double> right(work.point.size());
    work.jacobian.take(work.system);
    work.jacobian.apply_transpose(multiplier, direct, right);
    for (double& value : right) value = -value;
    work.gmres.reset(right.size(), krylov_memory);
    const GmresOutcome outcome = work.gmres.solve(
        [&work](auto from, auto to) { work.jacobian.apply_regular_transpose(from, to); },
        [&work](auto from, auto to) { work.links.linear_step_transpose(work.system, from, to); },
        right, multiplier, {.tolerance = options.tolerance, .max_products = options.max_products});
    work.jacobian.apply_transpose(multiplier, direct, right);

    Gradient result;
    result.residual = outcome.residual;
    result.num_products = outcome.num_products;
    result.is_converged = outcome.is_converged;
    take_derivatives(work, flows, result);
    return result;
}

}  // namespace entente
