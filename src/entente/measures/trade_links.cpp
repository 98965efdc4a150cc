#include "entente/measures/trade_links.hpp"

#include <limits>

#include "entente/base/error.hpp"
#include "entente/measures/power_members.hpp"

namespace entente {
namespace {

constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) {
    return whole > 0.0 ? part / whole : not_defined;
}

std::size_t num_countries_with(const TradeState& state, std::size_t n) {
    const std::size_t num_countries = state.trade_flow.shape()[0];
    if (n >= num_countries) throw ShapeError("A country is not in the trade state.");
    return num_countries;
}

/// Value of all sectors from i to n, net of tariff.
double total_flow(const TradeState& state, std::size_t i, std::size_t n) {
    double total = 0.0;
    for (const double flow : state.trade_flow.row(i, n)) total += flow;
    return total;
}

/// Adds the value of the cells from i to n to the quality each of them has.
void add_quality(const World& world, std::size_t i, std::size_t n, QualityShares& value) {
    const auto flows = world.trade_flow().row(i, n);
    const auto qualities = world.trade_quality().row(i, n);
    for (std::size_t s = 0; s < flows.size(); ++s) {
        switch (qualities[s]) {
            case Quality::observed:
                value.observed += flows[s];
                break;
            case Quality::scaled:
                value.scaled += flows[s];
                break;
            case Quality::estimated:
                value.estimated += flows[s];
                break;
        }
    }
}

}  // namespace

// [eq:trade-share-with-power]  x_P[n] / x[n] with x[n] = sum_s,i!=n X[n,i,s] for exports and
//                              sum_s,i!=n X[i,n,s] for imports; x_P sums over i in P, i != n.
TradeShares trade_shares(const TradeState& state, std::size_t n,
                         std::span<const std::size_t> power) {
    const std::size_t num_countries = num_countries_with(state, n);
    const std::vector<bool> is_member = detail::power_members(num_countries, power);
    double exports = 0.0;
    double imports = 0.0;
    double exports_to_power = 0.0;
    double imports_from_power = 0.0;
    for (std::size_t i = 0; i < num_countries; ++i) {
        if (i == n) continue;
        const double sold = total_flow(state, n, i);
        const double bought = total_flow(state, i, n);
        exports += sold;
        imports += bought;
        if (is_member[i]) {
            exports_to_power += sold;
            imports_from_power += bought;
        }
    }
    return {.exports = ratio(exports_to_power, exports),
            .imports = ratio(imports_from_power, imports),
            .trade = ratio(exports_to_power + imports_from_power, exports + imports)};
}

// [eq:effective-partners]  N_eff[n] = 1 / sum_i!=n (x_i / sum_j x_j)^2,  x_i = exports to i plus
//                          imports from i. Source: Laakso and Taagepera (1979), there of parties.
double effective_partners(const TradeState& state, std::size_t n) {
    const std::size_t num_countries = num_countries_with(state, n);
    double sum = 0.0;
    double sum_of_squares = 0.0;
    for (std::size_t i = 0; i < num_countries; ++i) {
        if (i == n) continue;
        const double trade = total_flow(state, n, i) + total_flow(state, i, n);
        sum += trade;
        sum_of_squares += trade * trade;
    }
    return ratio(sum * sum, sum_of_squares);
}

// [eq:quality-shares]  value of the cells of one quality over the value of all, both directions.
QualityShares quality_shares(const World& world, std::size_t n,
                             std::span<const std::size_t> power) {
    const std::size_t num_countries = world.num_countries();
    if (n >= num_countries) throw ShapeError("A country is not in the world.");
    const std::vector<bool> is_member = detail::power_members(num_countries, power);
    QualityShares value;
    for (std::size_t i = 0; i < num_countries; ++i) {
        if (i == n || (!power.empty() && !is_member[i])) continue;
        add_quality(world, n, i, value);
        add_quality(world, i, n, value);
    }
    const double all = value.observed + value.scaled + value.estimated;
    return {.observed = ratio(value.observed, all),
            .scaled = ratio(value.scaled, all),
            .estimated = ratio(value.estimated, all)};
}

}  // namespace entente
