#pragma once

// The loops in which a solve spends its time. Each runs along sectors, which lie side by side in
// memory; sums run in index order, so that every machine adds in the same order.

#include <span>

#include "entente/base/array.hpp"

namespace entente::detail {

/// target += factor * values, element by element.
void add_scaled(double factor, std::span<const double> values, std::span<double> target);

/// target += sum over rows of factors[row] matrix[row, .], row after row.
void add_scaled_rows(std::span<const double> factors, std::span<const double> matrix,
                     std::span<double> target);

/// market[n,s] = sum_i weight[i,n,s] u[i,s], net_market the same with net_weight.
void add_up_markets(const Array3<double>& weight, const Array3<double>& net_weight,
                    const Array2<double>& competitiveness, Array2<double>& market,
                    Array2<double>& net_market);

/// market[n,s] = sum_i weight[i,n,s] u[i,s]
void add_up_market(const Array3<double>& weight, const Array2<double>& competitiveness,
                   Array2<double>& market);

/// sales[i,s] = u[i,s] sum_n ( weight[i,n,s] pull[n,s] + net_weight[i,n,s] net_pull[n,s] )
void add_up_both_sales(const Array3<double>& weight, const Array3<double>& net_weight,
                       const Array2<double>& competitiveness, const Array2<double>& pull,
                       const Array2<double>& net_pull, Array2<double>& sales);

/// sales[i,s] = u[i,s] sum_n net_weight[i,n,s] pull[n,s]
void add_up_sales(const Array3<double>& net_weight, const Array2<double>& competitiveness,
                  const Array2<double>& pull, Array2<double>& sales);

}  // namespace entente::detail
