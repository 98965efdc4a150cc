#include "entente/world/final_demand.hpp"

#include <algorithm>

namespace entente::detail {

// [eq:final-demand]  F[n,s] = sum_i X[i,n,s] (1 + t[i,n,s])
//                             - sum_r input_share[n,s,r] (1 - gamma[n,r]) Y[n,r]
// Source: Caliendo and Parro (2015), data appendix.
Array2<double> final_demand(const WorldData& data) {
    const std::size_t num_countries = data.countries.size();
    const std::size_t num_sectors = data.sectors.size();
    Array2<double> demand(num_countries, num_sectors);
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            for (std::size_t s = 0; s < num_sectors; ++s) {
                demand(n, s) += data.trade_flow(i, n, s) * (1.0 + data.tariff_rate(i, n, s));
            }
        }
    }
    if (data.input_share.empty()) return demand;
    for (std::size_t n = 0; n < num_countries; ++n) {
        for (std::size_t s = 0; s < num_sectors; ++s) {
            for (std::size_t r = 0; r < num_sectors; ++r) {
                demand(n, s) -= data.input_share(n, s, r) * (1.0 - data.value_added_share(n, r)) *
                                data.gross_output(n, r);
            }
        }
    }
    return demand;
}

// [eq:consumption-share]  alpha[n,s] = max(F[n,s], 0) / sum_s max(F[n,s], 0)
Array2<double> consumption_share(const Array2<double>& final_demand) {
    Array2<double> share(final_demand.rows(), final_demand.columns());
    for (std::size_t n = 0; n < final_demand.rows(); ++n) {
        double total = 0.0;
        for (const double demand : final_demand.row(n)) total += std::max(demand, 0.0);
        for (std::size_t s = 0; s < final_demand.columns(); ++s) {
            // A country that spends nothing in the data still needs shares that add up.
            share(n, s) = total > 0.0 ? std::max(final_demand(n, s), 0.0) / total
                                      : 1.0 / static_cast<double>(final_demand.columns());
        }
    }
    return share;
}

}  // namespace entente::detail
