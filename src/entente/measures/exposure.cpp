#include "entente/measures/exposure.hpp"

#include <Eigen/LU>

#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/measures/power_members.hpp"
#include "entente/measures/technology.hpp"

namespace entente {
namespace {

// Below this reciprocal condition a circle of sectors uses no value added that could be told from
// rounding, and the supply chain has no finite multiplier.
constexpr double smallest_rcond = 1e-12;

/// (I - M)^-1 b, or NaN throughout where the chain never ends.
Eigen::VectorXd chain_sum(const Eigen::MatrixXd& links, const Eigen::VectorXd& first) {
    const auto size = links.rows();
    const Eigen::PartialPivLU<Eigen::MatrixXd> solver(Eigen::MatrixXd::Identity(size, size) -
                                                      links);
    if (!(solver.rcond() > smallest_rcond)) {
        return Eigen::VectorXd::Constant(size, std::numeric_limits<double>::quiet_NaN());
    }
    return solver.solve(first);
}

void store(const Eigen::VectorXd& values, std::span<double> row) {
    for (std::size_t s = 0; s < row.size(); ++s) row[s] = values[static_cast<Eigen::Index>(s)];
}

/// [eq:price-multiplier]       m = (I - G)^-1 alpha
/// [eq:value-added-multiplier] mu = (I - A')^-1 gamma,  A[s,r] = pi[n,n,s] G[s,r]
void add_multipliers(const World& world, const TradeState& state, std::size_t n,
                     std::span<double> price, std::span<double> value_added) {
    const auto size = static_cast<Eigen::Index>(world.num_sectors());
    Eigen::MatrixXd links(size, size);
    Eigen::MatrixXd domestic_links(size, size);
    Eigen::VectorXd consumption(size);
    Eigen::VectorXd own_value_added(size);
    for (std::size_t r = 0; r < world.num_sectors(); ++r) {
        const auto column = static_cast<Eigen::Index>(r);
        consumption[column] = world.consumption_share()(n, r);
        own_value_added[column] = world.value_added_share()(n, r);
        for (std::size_t s = 0; s < world.num_sectors(); ++s) {
            const auto row = static_cast<Eigen::Index>(s);
            links(row, column) = detail::input_cost_share(world, n, s, r);
            domestic_links(row, column) = state.trade_share(n, n, s) * links(row, column);
        }
    }
    store(chain_sum(links, consumption), price);
    store(chain_sum(domestic_links.transpose(), own_value_added), value_added);
}

/// [eq:removed-varieties]  v[s] = -ln(1 - omega[s]) / theta[s]
///
/// The logarithm is taken of whichever of omega and 1 - omega was summed directly and is the
/// smaller one, so that neither a small nor a nearly complete share loses its digits.
double price_rise(double share_cut, double share_left, double trade_elasticity) {
    const double log_rise =
        share_cut <= share_left ? -std::log1p(-share_cut) : -std::log(share_left);
    return log_rise / trade_elasticity;
}

void add(std::span<const double> values, std::vector<double>& sum) {
    for (std::size_t s = 0; s < sum.size(); ++s) sum[s] += values[s];
}

bool in_scope(const CutOff& cut_off, std::size_t s) {
    return !cut_off.sector || *cut_off.sector == s;
}

/// [eq:closed-form-exposure], imports:  ln P_hat = sum_s m[s] v[s],  loss = 1 - 1 / P_hat
void add_imports_loss(const World& world, const TradeState& state, std::span<const double> price,
                      std::size_t n, const CutOff& cut_off, const std::vector<bool>& is_cut,
                      ExposureLoss& loss) {
    const std::size_t num_sectors = world.num_sectors();
    std::vector<double> share_cut(num_sectors);
    std::vector<double> share_left(num_sectors);
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        add(state.trade_share.row(i, n), is_cut[i] ? share_cut : share_left);
    }
    double log_price_hat = 0.0;
    for (std::size_t s = 0; s < num_sectors; ++s) {
        // A sector nobody needs adds nothing even where all of it comes from the power.
        if (!in_scope(cut_off, s) || share_cut[s] == 0.0 || price[s] == 0.0) continue;
        loss.import_parts[s] =
            price[s] * price_rise(share_cut[s], share_left[s], world.trade_elasticity(s));
        log_price_hat += loss.import_parts[s];
    }
    loss.imports = -std::expm1(-log_price_hat);
}

/// [eq:closed-form-exposure], exports:  loss = (sum_s mu[s] e[s] / wL) / (1 + theta_mean)
void add_exports_loss(const World& world, const TradeState& state,
                      std::span<const double> value_added, std::size_t n, const CutOff& cut_off,
                      const std::vector<bool>& is_cut, ExposureLoss& loss) {
    const std::size_t num_sectors = world.num_sectors();
    std::vector<double> sales(num_sectors);
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        if (is_cut[i]) add(state.trade_flow.row(n, i), sales);
    }
    double total_sales = 0.0;
    double weighted_elasticity = 0.0;
    double value_added_sold = 0.0;
    for (std::size_t s = 0; s < num_sectors; ++s) {
        if (!in_scope(cut_off, s) || sales[s] == 0.0) continue;
        total_sales += sales[s];
        weighted_elasticity += sales[s] * world.trade_elasticity(s);
        loss.export_parts[s] = value_added[s] * sales[s] / state.value_added[n];
        value_added_sold += loss.export_parts[s];
    }
    if (total_sales > 0.0) {
        loss.export_elasticity = weighted_elasticity / total_sales;
        loss.exports = value_added_sold / (1.0 + loss.export_elasticity);
    }
}

ExposureLoss exposure_from(const World& world, const TradeState& state,
                           std::span<const double> price, std::span<const double> value_added,
                           std::size_t n, const CutOff& cut_off) {
    if (cut_off.sector && *cut_off.sector >= world.num_sectors()) {
        throw ShapeError("A sector is not in the world.");
    }
    std::vector<bool> is_cut = detail::power_members(world.num_countries(), cut_off.power);
    is_cut[n] = false;
    ExposureLoss loss;
    loss.import_parts.assign(world.num_sectors(), 0.0);
    loss.export_parts.assign(world.num_sectors(), 0.0);
    if (cut_off.imports) add_imports_loss(world, state, price, n, cut_off, is_cut, loss);
    if (cut_off.exports) add_exports_loss(world, state, value_added, n, cut_off, is_cut, loss);
    // 1 - (1 - imports) (1 - exports), written so that a small loss keeps its digits.
    loss.total = loss.imports + (1.0 - loss.imports) * loss.exports;
    return loss;
}

}  // namespace

SupplyChainMultipliers supply_chain_multipliers(const World& world, const TradeState& state) {
    detail::require_fit(world, state);
    SupplyChainMultipliers multipliers{
        .price = Array2<double>(world.num_countries(), world.num_sectors()),
        .value_added = Array2<double>(world.num_countries(), world.num_sectors())};
    for (std::size_t n = 0; n < world.num_countries(); ++n) {
        add_multipliers(world, state, n, multipliers.price.row(n), multipliers.value_added.row(n));
    }
    return multipliers;
}

ExposureLoss closed_form_exposure(const World& world, const TradeState& state,
                                  const SupplyChainMultipliers& multipliers, std::size_t n,
                                  const CutOff& cut_off) {
    detail::require_fit(world, state, n);
    return exposure_from(world, state, multipliers.price.row(n), multipliers.value_added.row(n), n,
                         cut_off);
}

ExposureLoss closed_form_exposure(const World& world, const TradeState& state, std::size_t n,
                                  const CutOff& cut_off) {
    detail::require_fit(world, state, n);
    std::vector<double> price(world.num_sectors());
    std::vector<double> value_added(world.num_sectors());
    add_multipliers(world, state, n, price, value_added);
    return exposure_from(world, state, price, value_added, n, cut_off);
}

}  // namespace entente
