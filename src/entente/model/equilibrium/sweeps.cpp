#include "entente/model/equilibrium/sweeps.hpp"

#include <algorithm>

// The wider version runs where the processor has it. Lanes are different sectors and products are
// not fused (-ffp-contract=off), so both versions give the same bits.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define ENTENTE_WIDE __attribute__((target_clones("default", "avx2")))
#else
#define ENTENTE_WIDE
#endif

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
