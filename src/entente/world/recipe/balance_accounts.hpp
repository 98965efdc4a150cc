#pragma once

#include <vector>

#include "entente/world/recipe/technology.hpp"

namespace entente::detail {

struct BalancedAccounts {
    /// To nine decimals.
    Technology technology;
    /// [n] half the absolute change of the account by balancing, over its total.
    std::vector<double> moved;
    /// Final demand below zero before balancing.
    std::size_t negative_cells = 0;
    double negative_value = 0.0;
    bool converged = true;
};

/// Makes the accounts of every country add up while its flows stay as they are.
///
/// The account of a country is the matrix [U F; V 0]: what sectors spend on inputs, final demand,
/// value added. Its rows must sum to what the country absorbs of each sector, tariffs included, and
/// to GDP; its columns to the output of each sector, and to income. It starts from the borrowed
/// technology, with final demand what is left, at least `final_demand_lowest` of absorption, and is
/// scaled to these sums by RAS. Data balanced so are an equilibrium: nothing need be clipped.
///
/// [eq:account-rows]     sum_r U[n,s,r] + F[n,s] = A[n,s],  sum_s V[n,s] = GDP[n]
/// [eq:account-columns]  sum_s U[n,s,r] + V[n,r] = Y[n,r],  sum_s F[n,s] = GDP[n] + D[n] + R[n]
///
/// @param flow  [i, n, s] million USD; @param tariff [i, n, s] ad valorem; @param gdp [n].
BalancedAccounts balance_accounts(double lowest_final_demand, const Technology& prior,
                                  const Array3<double>& flow, const Array3<double>& tariff,
                                  const std::vector<double>& gdp);

}  // namespace entente::detail
