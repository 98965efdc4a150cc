#include "entente/model/equilibrium/sweeps.hpp"

#include <algorithm>

#include "entente/numerics/wide.hpp"

namespace entente::detail {

ENTENTE_WIDE
void add_scaled(double factor, std::span<const double> values, std::span<double> target) {
    const double* const from = values.data();
    double* const to = target.data();
    const std::size_t count = target.size();
#pragma GCC ivdep
    for (std::size_t k = 0; k < count; ++k) to[k] += factor * from[k];
}

ENTENTE_WIDE
void add_scaled_rows(std::span<const double> factors, std::span<const double> matrix,
                     std::span<double> target) {
    const std::size_t size = target.size();
    double* const to = target.data();
    std::size_t row = 0;
    for (; row + 4 <= factors.size(); row += 4) {
        const double* const from = matrix.data() + row * size;
        const double f0 = factors[row];
        const double f1 = factors[row + 1];
        const double f2 = factors[row + 2];
        const double f3 = factors[row + 3];
#pragma GCC ivdep
        for (std::size_t k = 0; k < size; ++k) {
            to[k] = (((to[k] + f0 * from[k]) + f1 * from[size + k]) + f2 * from[2 * size + k]) +
                    f3 * from[3 * size + k];
        }
    }
    for (; row < factors.size(); ++row) {
        const double* const from = matrix.data() + row * size;
        const double f = factors[row];
#pragma GCC ivdep
        for (std::size_t k = 0; k < size; ++k) to[k] += f * from[k];
    }
}

ENTENTE_WIDE
void add_up_markets(const Array3<double>& weight, const Array3<double>& net_weight,
                    const Array2<double>& competitiveness, Array2<double>& market,
                    Array2<double>& net_market) {
    const std::size_t num_countries = market.rows();
    const std::size_t num_sectors = market.columns();
    std::ranges::fill(market.values(), 0.0);
    std::ranges::fill(net_market.values(), 0.0);
    for (std::size_t i = 0; i < num_countries; ++i) {
        const double* const u = competitiveness.row(i).data();
        for (std::size_t n = 0; n < num_countries; ++n) {
            const double* const gross = weight.row(i, n).data();
            const double* const net = net_weight.row(i, n).data();
            double* const gross_sum = market.row(n).data();
            double* const net_sum = net_market.row(n).data();
#pragma GCC ivdep
            for (std::size_t s = 0; s < num_sectors; ++s) {
                gross_sum[s] += gross[s] * u[s];
                net_sum[s] += net[s] * u[s];
            }
        }
    }
}

ENTENTE_WIDE
void add_up_sales(const Array3<double>& net_weight, const Array2<double>& competitiveness,
                  const Array2<double>& pull, Array2<double>& sales) {
    const std::size_t num_countries = sales.rows();
    const std::size_t num_sectors = sales.columns();
    for (std::size_t i = 0; i < num_countries; ++i) {
        double* const sum = sales.row(i).data();
        std::fill(sum, sum + num_sectors, 0.0);
        for (std::size_t n = 0; n < num_countries; ++n) {
            const double* const net = net_weight.row(i, n).data();
            const double* const p = pull.row(n).data();
#pragma GCC ivdep
            for (std::size_t s = 0; s < num_sectors; ++s) sum[s] += net[s] * p[s];
        }
        const double* const u = competitiveness.row(i).data();
        for (std::size_t s = 0; s < num_sectors; ++s) sum[s] *= u[s];
    }
}

ENTENTE_WIDE
void add_up_market(const Array3<double>& weight, const Array2<double>& competitiveness,
                   Array2<double>& market) {
    const std::size_t num_countries = market.rows();
    const std::size_t num_sectors = market.columns();
    std::ranges::fill(market.values(), 0.0);
    for (std::size_t i = 0; i < num_countries; ++i) {
        const double* const u = competitiveness.row(i).data();
        for (std::size_t n = 0; n < num_countries; ++n) {
            const double* const from = weight.row(i, n).data();
            double* const sum = market.row(n).data();
#pragma GCC ivdep
            for (std::size_t s = 0; s < num_sectors; ++s) sum[s] += from[s] * u[s];
        }
    }
}

ENTENTE_WIDE
void add_up_both_sales(const Array3<double>& weight, const Array3<double>& net_weight,
                       const Array2<double>& competitiveness, const Array2<double>& pull,
                       const Array2<double>& net_pull, Array2<double>& sales) {
    const std::size_t num_countries = sales.rows();
    const std::size_t num_sectors = sales.columns();
    for (std::size_t i = 0; i < num_countries; ++i) {
        double* const sum = sales.row(i).data();
        std::fill(sum, sum + num_sectors, 0.0);
        for (std::size_t n = 0; n < num_countries; ++n) {
            const double* const gross = weight.row(i, n).data();
            const double* const net = net_weight.row(i, n).data();
            const double* const p = pull.row(n).data();
            const double* const q = net_pull.row(n).data();
#pragma GCC ivdep
            for (std::size_t s = 0; s < num_sectors; ++s) {
                sum[s] += gross[s] * p[s] + net[s] * q[s];
            }
        }
        const double* const u = competitiveness.row(i).data();
        for (std::size_t s = 0; s < num_sectors; ++s) sum[s] *= u[s];
    }
}

}  // namespace entente::detail
