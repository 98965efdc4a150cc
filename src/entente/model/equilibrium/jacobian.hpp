#pragma once

// The derivative of the equations at the point a TradeSystem was last evaluated at, as products
// with a vector; no matrix is formed. A product costs about as much as one evaluation.

#include <span>
#include <vector>

#include "entente/model/equilibrium/packed.hpp"
#include "entente/model/equilibrium/trade_system.hpp"

namespace entente::detail {

/// How much a figure answers each quantity directly, the unknowns standing still: the derivative
/// with respect to its logarithm. Axes [n, s] unless said.
struct DirectWeights {
    /// [n]
    std::vector<double> income;
    double spending_scale = 0.0;
    Array2<double> unit_cost, price, expenditure;

    void reset(std::size_t num_countries, std::size_t num_sectors);
};

class Jacobian {
  public:
    /// The system must stay as it is while products are taken.
    void take(const TradeSystem& system);

    /// [eq:jacobian]  change of every residual when the unknowns change by `change`.
    void apply(std::span<const double> change, std::span<double> residual_change);
    /// [eq:jacobian-transposed]  for every v: weight . apply(v) = result . v
    void apply_transpose(std::span<const double> weight, std::span<double> result);
    /// [eq:jacobian-transposed]  the same with direct weights added: the derivative, with respect
    /// to every unknown, of weight . residual + the figure `direct` stands for.
    void apply_transpose(std::span<const double> weight, const DirectWeights& direct,
                         std::span<double> result);

    /// [eq:regular-jacobian]  `apply` is blind to all money moving by one factor, and by Walras's
    /// law its values satisfy one linear relation. Adding the change of world value added to every
    /// labour market makes the system solvable and leaves its solutions alone.
    void apply_regular(std::span<const double> change, std::span<double> residual_change);
    void apply_regular_transpose(std::span<const double> weight, std::span<double> result);

    /// What the last transposed product met between residuals and unknowns: the weight of the
    /// logarithm of market size [n, s] and of unit cost [i, s], of the net share [n, s], and of a
    /// unit of sales as buyers pay it [i, s].
    const Array2<double>& market_weight() const { return market_weight_; }
    const Array2<double>& unit_cost_weight() const { return cost_weight_; }
    const Array2<double>& net_share_weight() const { return net_share_weight_; }
    const Array2<double>& sales_weight() const { return buyer_sales_weight_; }

  private:
    void change_unknowns(const Packed<const double>& change);
    void change_unit_cost();
    void change_markets(const Packed<double>& to);
    void change_income();
    void weigh_demand(const Packed<const double>& from, const DirectWeights& direct,
                      const Packed<double>& to);
    void weigh_income(const DirectWeights& direct);
    void weigh_subsidies();
    void weigh_markets(const Packed<const double>& from, const Packed<double>& to);
    void weigh_costs(const Packed<const double>& from, const DirectWeights& direct,
                     const Packed<double>& to);
    void subtract_numeraire(double total, const Packed<double>& to) const;

    const TradeSystem* system_ = nullptr;
    DirectWeights nothing_;
    /// [n] value added that output asks for.
    std::vector<double> labour_demand_;
    /// [n] how the logarithm of world value added answers the wage, and the price of a one-sector
    /// world with a supply elasticity.
    std::vector<double> numeraire_wage_, numeraire_price_;
    /// Changes, or weights, of what stands between unknowns and residuals. value_added_ in
    /// logarithms; income_, own_, revenue_, sales_ in money.
    std::vector<double> wage_, value_added_, income_, own_, revenue_;
    Array2<double> price_, spending_, cost_, scaled_, market_, net_market_, pull_, sales_;
    Array2<double> market_weight_, cost_weight_, net_share_weight_, sales_weight_,
        buyer_sales_weight_;
    /// Whether the spending equation holds: somebody buys, and demand is not at its floor.
    Array2<unsigned char> is_open_;
};

}  // namespace entente::detail
