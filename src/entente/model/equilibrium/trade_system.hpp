#pragma once

// The equations of one shock, evaluated at a guess of wages, prices and spending.

#include <optional>
#include <vector>

#include "entente/model/equilibrium/baseline.hpp"
#include "entente/model/equilibrium/guess.hpp"
#include "entente/model/equilibrium/held_sourcing.hpp"
#include "entente/scenario/shock.hpp"

namespace entente::detail {

/// How far a guess is from solving each equation, as ln(demanded / present).
using Residual = Guess;

/// Where a residual is largest. No sector = the labour market.
struct Worst {
    double size = 0.0;
    std::size_t country = 0;
    std::optional<std::size_t> sector{};
};

/// @throws ShapeError if an array of the shock is neither empty nor shaped like the world's.
void check_shock_shape(const Baseline& baseline, const Shock& shock);

/// Everything one evaluation leaves behind. Axes [n, s] unless said.
class TradeSystem {
  public:
    /// Takes a shock in; memory is kept from the last one.
    /// @param part  of the way from the shares of the baseline to those of the shock at given
    ///              prices, 0 to 1.
    /// @param held  buyers that keep last year's suppliers; must outlive every evaluation. None =
    ///              all choose anew. The Jacobian knows nothing of them.
    void prepare(const Baseline& baseline, const Shock& shock, double part = 1.0,
                 const HeldSourcing* held = nullptr);

    /// Sets world value added to the numeraire and evaluates every equation once.
    void evaluate(Guess& guess);

    const Residual& residual() const { return residual_; }
    Worst worst() const;
    /// First cell that is bought and has no seller left.
    std::optional<std::pair<std::size_t, std::size_t>> cell_without_seller() const;
    /// Whether anybody spends on s in n.
    bool is_active(std::size_t n, std::size_t s) const { return is_active_(n, s) != 0; }

    /// Whether demand was raised to its floor, see update_expenditure.
    bool is_at_floor(std::size_t n, std::size_t s) const;

    const Baseline& baseline() const { return *baseline_; }
    /// A copy of the baseline with the shares, spending and tariffs of the last guess evaluated;
    /// with held sourcing, theta becomes what answers within the year.
    Baseline baseline_here() const;
    /// [i, n, s] pi times the shock's factors; the same net of the new tariff.
    const Array3<double>& weight() const { return weight_; }
    const Array3<double>& net_weight() const { return net_weight_; }
    const Array2<double>& log_unit_cost() const { return log_unit_cost_; }
    /// [i, s] unit cost to the power -theta.
    const Array2<double>& competitiveness() const { return competitiveness_; }
    /// Sum over origins of weight times competitiveness, P_hat^-theta; spending over it.
    const Array2<double>& market() const { return market_; }
    const Array2<double>& pull() const { return net_market_; }
    const Array2<double>& expenditure() const { return expenditure_; }
    /// What incomes and input use would spend; equals expenditure() at a solution.
    const Array2<double>& demand() const { return demand_; }
    /// [i, s] what makers receive, subsidies included.
    const Array2<double>& sales() const { return sales_; }
    /// [i, s] subsidy as a part of the producer price, and 1 over what it leaves to buyers; empty
    /// without subsidies.
    const Array2<double>& output_subsidy() const { return output_subsidy_; }
    const Array2<double>& producer_factor() const { return producer_factor_; }
    bool has_subsidies() const { return !output_subsidy_.empty(); }
    /// [n, s] part of spending that is left to sellers after tariffs.
    const Array2<double>& net_share() const { return net_share_; }
    const std::vector<double>& value_added() const { return value_added_; }
    const std::vector<double>& tariff_revenue() const { return revenue_; }
    /// [n] paid to makers; zero without subsidies.
    const std::vector<double>& subsidy_cost() const { return subsidy_cost_; }
    /// [n] value added and tariff revenue, less subsidies, with the transfer of the shock.
    const std::vector<double>& own_income() const { return own_income_; }
    const std::vector<double>& income() const { return income_; }
    double spending_scale() const { return spending_scale_; }

  private:
    void update_weights(const Shock& shock, double part);
    void take_subsidies(const Shock& shock, double part);
    void take_transfers(const Shock& shock, double part);
    void fix_numeraire(Guess& guess);
    void update_unit_cost(const Guess& guess);
    void blend_prices(const Guess& guess);
    void add_held_sales();
    void update_price_index(const Guess& guess);
    void update_sales(const Guess& guess);
    void update_income();
    void update_expenditure(const Guess& guess);
    void update_labour_market();

    const Baseline* baseline_ = nullptr;
    const HeldSourcing* held_ = nullptr;
    Array3<double> weight_;
    Array3<double> net_weight_;
    Array2<unsigned char> is_active_;
    Array2<double> log_unit_cost_, competitiveness_, market_, net_market_, net_share_;
    Array2<double> expenditure_, demand_, sales_;
    Array2<double> held_competitiveness_, held_market_, held_net_market_, held_sales_;
    Array2<double> output_subsidy_, producer_factor_;
    std::vector<double> value_added_, revenue_, subsidy_cost_, transfer_, own_income_, income_;
    double spending_scale_ = 1.0;
    Residual residual_;
};

}  // namespace entente::detail
