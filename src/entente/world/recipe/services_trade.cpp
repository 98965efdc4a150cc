#include "entente/world/recipe/services_trade.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "entente/numerics/least_squares.hpp"
#include "entente/world/recipe/rounding.hpp"

namespace entente::detail {
namespace {

/// [n] goods sold abroad and bought abroad, million USD.
struct GoodsTrade {
    std::vector<double> exports, imports;
};

GoodsTrade goods_trade(const Frame& frame, const Array3<double>& flow) {
    GoodsTrade trade{std::vector<double>(frame.num_countries()),
                     std::vector<double>(frame.num_countries())};
    for (std::size_t i = 0; i < frame.num_countries(); ++i) {
        for (std::size_t n = 0; n < frame.num_countries(); ++n) {
            for (std::size_t s = 0; i != n && s < frame.num_goods; ++s) {
                trade.exports[i] += flow(i, n, s);
                trade.imports[n] += flow(i, n, s);
            }
        }
    }
    return trade;
}

// [eq:rest-weight]  u[n] ~ sqrt( GDP[n] goods trade[n] ), one for an economy of WIOD
//
// What WIOD has for its rest of the world is divided among the economies in it by these weights,
// which sum to one over them.
std::vector<double> rest_weights(const Frame& frame, const GdpFigures& gdp,
                                 const GoodsTrade& goods) {
    std::vector<double> weight(frame.num_countries(), 1.0);
    double sum = 0.0;
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        if (frame.in_wiod(n)) continue;
        weight[n] = std::sqrt(gdp.base[n] * (goods.exports[n] + goods.imports[n]));
        sum += weight[n];
    }
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        if (!frame.in_wiod(n)) weight[n] /= sum;
    }
    return weight;
}

/// [w, v, services s] services of WIOD across borders at the level of the base year. Between two
/// economies of its rest WIOD shows nothing: they get `pair_weight` of what it sells to its rest.
// [eq:services-moved]  S[w,v,s] = level S11[w,v,s] sqrt( g[w] g[v] ),  g: growth of GDP
Array3<double> moved_services(const World2023Recipe& recipe, const Frame& frame,
                              const Array3<double>& wiod_by_sector, const GdpFigures& gdp) {
    const double level = recipe.assumed("services_level");
    const double pair_weight = recipe.assumed("services_pair_weight");
    const std::size_t rest = frame.wiod_rest();
    Array3<double> moved(frame.num_wiod(), frame.num_wiod(), frame.num_sectors() - frame.num_goods);
    for (std::size_t s = frame.num_goods; s < frame.num_sectors(); ++s) {
        const bool is_margin = std::ranges::find(recipe.services_without_trade, frame.sectors[s]) !=
                               recipe.services_without_trade.end();
        if (is_margin) continue;
        const std::size_t k = s - frame.num_goods;
        for (std::size_t w = 0; w < frame.num_wiod(); ++w) {
            for (std::size_t v = 0; v < frame.num_wiod(); ++v) {
                if (w == v) continue;
                moved(w, v, k) =
                    level * wiod_by_sector(w, v, s) * std::sqrt(gdp.growth[w] * gdp.growth[v]);
                if (v == rest) moved(rest, rest, k) += pair_weight * moved(w, v, k);
            }
        }
    }
    return moved;
}

Array3<double> among_economies(const Frame& frame, const Array3<double>& moved,
                               const std::vector<double>& weight) {
    const std::size_t num_services = frame.num_sectors() - frame.num_goods;
    Array3<double> flow(frame.num_countries(), frame.num_countries(), num_services);
    for (std::size_t i = 0; i < frame.num_countries(); ++i) {
        for (std::size_t n = 0; n < frame.num_countries(); ++n) {
            for (std::size_t k = 0; i != n && k < num_services; ++k) {
                flow(i, n, k) =
                    moved(frame.wiod_of[i], frame.wiod_of[n], k) * weight[i] * weight[n];
            }
        }
    }
    return flow;
}

Array2<double> pair_sums(const Array3<double>& flow) {
    const auto [num_origins, num_destinations, num_services] = flow.shape();
    Array2<double> sums(num_origins, num_destinations);
    for (std::size_t i = 0; i < num_origins; ++i) {
        for (std::size_t n = 0; n < num_destinations; ++n) {
            const auto row = flow.row(i, n);
            sums(i, n) = std::accumulate(row.begin(), row.end(), 0.0);
        }
    }
    return sums;
}

// [eq:services-closure]  min over a, b of  sum_n ( (ln a[n])^2 + (ln b[n])^2 ) / h^2
//                                        + sum_n ( B[n] / GDP[n] )^2 / k^2
//                        B[n] = G[n] + sum_m a[n] S[n,m] b[m] - sum_i a[i] S[i,n] b[n]
//
// G: goods balance; S: services by pair; the unknowns are ln a, then ln b.
LeastSquaresResult close_balances(const World2023Recipe& recipe, const GdpFigures& gdp,
                                  const GoodsTrade& goods, const Array2<double>& services) {
    const std::size_t num = services.rows();
    const double factor_scale = recipe.assumed("closure_factor_scale");
    const double balance_scale = recipe.assumed("closure_balance_scale");
    const auto residuals = [&](std::span<const double> x, std::span<double> r,
                               Array2<double>& jacobian) {
        for (std::size_t k = 0; k < 2 * num; ++k) {
            r[k] = x[k] / factor_scale;
            jacobian(k, k) = 1.0 / factor_scale;
        }
        for (std::size_t n = 0; n < num; ++n) {
            r[2 * num + n] = goods.exports[n] - goods.imports[n];
        }
        for (std::size_t i = 0; i < num; ++i) {
            for (std::size_t n = 0; n < num; ++n) {
                const double flow = std::exp(x[i] + x[num + n]) * services(i, n);
                r[2 * num + i] += flow;
                r[2 * num + n] -= flow;
                jacobian(2 * num + i, i) += flow;
                jacobian(2 * num + i, num + n) += flow;
                jacobian(2 * num + n, i) -= flow;
                jacobian(2 * num + n, num + n) -= flow;
            }
        }
        for (std::size_t n = 0; n < num; ++n) {
            const double scale = gdp.base[n] * balance_scale;
            r[2 * num + n] /= scale;
            for (double& entry : jacobian.row(2 * num + n)) entry /= scale;
        }
    };
    return minimize_least_squares(residuals, 3 * num, std::vector<double>(2 * num));
}

}  // namespace

ServicesTrade services_trade(const World2023Recipe& recipe, const Frame& frame,
                             const Array3<double>& wiod_by_sector, const GdpFigures& gdp,
                             const Array3<double>& goods_flow) {
    const GoodsTrade goods = goods_trade(frame, goods_flow);
    const Array3<double> moved = moved_services(recipe, frame, wiod_by_sector, gdp);
    ServicesTrade trade;
    trade.flow = among_economies(frame, moved, rest_weights(frame, gdp, goods));
    const auto values = trade.flow.values();
    trade.total_before_closure = std::accumulate(values.begin(), values.end(), 0.0);
    const LeastSquaresResult closure = close_balances(recipe, gdp, goods, pair_sums(trade.flow));
    trade.converged = closure.converged;
    const std::size_t num = frame.num_countries();
    for (std::size_t n = 0; n < num; ++n) {
        trade.export_factor.push_back(rounded(std::exp(closure.solution[n]), nine_decimals));
        trade.import_factor.push_back(rounded(std::exp(closure.solution[num + n]), nine_decimals));
    }
    for (std::size_t i = 0; i < num; ++i) {
        for (std::size_t n = 0; n < num; ++n) {
            for (double& flow : trade.flow.row(i, n)) {
                flow *= trade.export_factor[i] * trade.import_factor[n];
            }
        }
    }
    return trade;
}

}  // namespace entente::detail
