#include "entente/world/recipe/balance_accounts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "entente/numerics/ras.hpp"
#include "entente/world/recipe/rounding.hpp"

namespace entente::detail {
namespace {

/// What the account of one country has to add up to.
struct Targets {
    /// [s] absorption and output; then GDP, and income.
    std::vector<double> rows, columns;
};

Targets targets_of(const Array3<double>& flow, const Array3<double>& tariff, double gdp,
                   std::size_t n) {
    const auto [num_countries, same, num_sectors] = flow.shape();
    Targets targets{std::vector<double>(num_sectors + 1), std::vector<double>(num_sectors + 1)};
    for (std::size_t m = 0; m < num_countries; ++m) {
        for (std::size_t s = 0; s < num_sectors; ++s) {
            targets.rows[s] += flow(m, n, s) * (1.0 + tariff(m, n, s));
            targets.columns[s] += flow(n, m, s);
        }
    }
    const double absorption = std::accumulate(targets.rows.begin(), targets.rows.end(), 0.0);
    const double output = std::accumulate(targets.columns.begin(), targets.columns.end(), 0.0);
    targets.rows[num_sectors] = gdp;
    // Income is GDP, the deficit and tariff revenue, which is what makes the two sums agree.
    targets.columns[num_sectors] = absorption + gdp - output;
    return targets;
}

/// The account before balancing; final demand below zero is counted in `result`.
Array2<double> prior_account(double lowest_final_demand, const Technology& prior,
                             const Targets& targets, std::size_t n, BalancedAccounts& result) {
    const std::size_t num_sectors = prior.value_added_share.columns();
    Array2<double> account(num_sectors + 1, num_sectors + 1);
    for (std::size_t s = 0; s < num_sectors; ++s) {
        double bought = 0.0;
        for (std::size_t r = 0; r < num_sectors; ++r) {
            const double inputs = (1.0 - prior.value_added_share(n, r)) * targets.columns[r];
            // Nobody can buy what is not there.
            if (targets.rows[s] > 0.0) account(s, r) = prior.input_share(n, s, r) * inputs;
            bought += account(s, r);
        }
        const double left = targets.rows[s] - bought;
        if (left < 0.0) {
            ++result.negative_cells;
            result.negative_value -= left;
        }
        account(s, num_sectors) = std::max(left, lowest_final_demand * targets.rows[s]);
        account(num_sectors, s) = prior.value_added_share(n, s) * targets.columns[s];
    }
    return account;
}

double moved_part(const Array2<double>& before, const Array2<double>& after) {
    double moved = 0.0;
    double total = 0.0;
    for (std::size_t k = 0; k < before.values().size(); ++k) {
        moved += std::abs(after.values()[k] - before.values()[k]);
        total += before.values()[k];
    }
    return moved / 2.0 / total;
}

/// Shares of `values` in billionths that add up to one exactly: the largest takes what rounding
/// leaves.
void share_out(std::span<const double> values, std::span<double> shares) {
    const double total = std::accumulate(values.begin(), values.end(), 0.0);
    double left = nine_decimals;
    for (std::size_t k = 0; k < values.size(); ++k) {
        shares[k] = std::round(values[k] / total * nine_decimals);
        left -= shares[k];
    }
    *std::ranges::max_element(shares) += left;
    for (double& share : shares) share /= nine_decimals;
}

void read_off(const Array2<double>& account, const Targets& targets, std::size_t n,
              Technology& technology) {
    const std::size_t num_sectors = technology.value_added_share.columns();
    std::vector<double> inputs(num_sectors);
    std::vector<double> shares(num_sectors);
    for (std::size_t r = 0; r < num_sectors; ++r) {
        if (targets.columns[r] <= 0.0) continue;
        const double share = account(num_sectors, r) / targets.columns[r];
        technology.value_added_share(n, r) = rounded(share, nine_decimals);
        for (std::size_t s = 0; s < num_sectors; ++s) inputs[s] = account(s, r);
        share_out(inputs, shares);
        for (std::size_t s = 0; s < num_sectors; ++s) technology.input_share(n, s, r) = shares[s];
    }
}

}  // namespace

BalancedAccounts balance_accounts(double lowest_final_demand, const Technology& prior,
                                  const Array3<double>& flow, const Array3<double>& tariff,
                                  const std::vector<double>& gdp) {
    BalancedAccounts result{.technology = prior, .moved = std::vector<double>(gdp.size())};
    for (std::size_t n = 0; n < gdp.size(); ++n) {
        const Targets targets = targets_of(flow, tariff, gdp[n], n);
        const Array2<double> before = prior_account(lowest_final_demand, prior, targets, n, result);
        const RasResult after = ras(before, targets.rows, targets.columns);
        result.converged = result.converged && after.converged;
        result.moved[n] = moved_part(before, after.matrix);
        read_off(after.matrix, targets, n, result.technology);
    }
    return result;
}

}  // namespace entente::detail
