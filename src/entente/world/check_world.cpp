#include "entente/world/check_world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "entente/world/final_demand.hpp"
#include "entente/world/limits.hpp"
#include "entente/world/reference_checks.hpp"
#include "entente/world/trade_state.hpp"

namespace entente {
namespace {

/// Sums of some thousand doubles in index order lose less than this, as a part of the total.
constexpr double rounding_tolerance = 1e-10;

/// The largest gap met so far and where.
struct Worst {
    double gap = 0.0;
    std::string subject{};

    template <class Name>
    void consider(double candidate, Name name) {
        if (!(std::abs(candidate) > gap)) return;
        gap = std::abs(candidate);
        subject = name();
    }
};

CheckResult identity(std::string check, double gap, std::string subject, double tolerance) {
    return {.check = std::move(check),
            .subject = std::move(subject),
            .value = gap,
            .reference = 0.0,
            .tolerance = tolerance,
            .unit = "1",
            .status = gap <= tolerance ? CheckStatus::passed : CheckStatus::failed};
}

CheckResult shown(std::string check, double value, std::string unit, std::string subject = {}) {
    return {.check = std::move(check),
            .subject = std::move(subject),
            .value = value,
            .unit = std::move(unit)};
}

/// A world and what is derived from it once for all checks.
class Checker {
  public:
    explicit Checker(const World& world)
        : world_(world),
          state_(observed_state(world)),
          demand_(detail::final_demand(world.data())),
          world_gdp_(std::accumulate(state_.value_added.begin(), state_.value_added.end(), 0.0)) {}

    std::vector<CheckResult> run() {
        check_output();
        check_shares();
        check_deficits();
        check_income();
        check_final_demand();
        check_domestic_sales();
        check_absorption();
        show_quality();
        show_balances();
        for (CheckResult& result : detail::check_reference_values(world_, state_)) {
            results_.push_back(std::move(result));
        }
        return std::move(results_);
    }

  private:
    std::size_t num_countries() const { return world_.num_countries(); }
    std::size_t num_sectors() const { return world_.num_sectors(); }
    std::string cell(std::size_t n, std::size_t s) const {
        return fmt::format("{} {}", world_.countries()[n], world_.sectors()[s]);
    }

    void check_output() {
        Worst worst;
        for (std::size_t n = 0; n < num_countries(); ++n) {
            for (std::size_t s = 0; s < num_sectors(); ++s) {
                double sales = 0.0;
                for (std::size_t m = 0; m < num_countries(); ++m) {
                    sales += state_.trade_flow(n, m, s);
                }
                const double output = state_.gross_output(n, s);
                const double larger = std::max(output, sales);
                if (larger <= 0.0) continue;
                worst.consider((output - sales) / larger, [&] { return cell(n, s); });
            }
        }
        results_.push_back(
            identity("output equals sales", worst.gap, worst.subject, detail::output_tolerance));
    }

    void check_shares() {
        Worst trade;
        Worst inputs;
        Worst consumption;
        for (std::size_t n = 0; n < num_countries(); ++n) {
            double spent = 0.0;
            for (std::size_t s = 0; s < num_sectors(); ++s) {
                spent += world_.consumption_share()(n, s);
                const auto here = [&] { return cell(n, s); };
                if (state_.expenditure(n, s) > 0.0) {
                    double sum = 0.0;
                    for (std::size_t i = 0; i < num_countries(); ++i) {
                        sum += state_.trade_share(i, n, s);
                    }
                    trade.consider(sum - 1.0, here);
                }
                if (buys_inputs(n, s)) {
                    double sum = 0.0;
                    for (std::size_t r = 0; r < num_sectors(); ++r) {
                        sum += world_.input_share()(n, r, s);
                    }
                    inputs.consider(sum - 1.0, here);
                }
            }
            consumption.consider(spent - 1.0, [&] { return world_.countries()[n]; });
        }
        results_.push_back(
            identity("trade shares add up", trade.gap, trade.subject, rounding_tolerance));
        if (world_.has_inputs()) {
            results_.push_back(identity("input shares add up", inputs.gap, inputs.subject,
                                        detail::share_tolerance));
        }
        results_.push_back(identity("consumption shares add up", consumption.gap,
                                    consumption.subject, detail::share_tolerance));
    }

    bool buys_inputs(std::size_t n, std::size_t r) const {
        return world_.has_inputs() && world_.value_added_share()(n, r) < 1.0 &&
               state_.gross_output(n, r) > 0.0;
    }

    void check_deficits() {
        double sum = 0.0;
        for (const double deficit : state_.trade_deficit) sum += deficit;
        results_.push_back(identity("deficits add up to nothing, as part of world GDP",
                                    std::abs(sum) / world_gdp_, {}, rounding_tolerance));
    }

    /// [eq:income]  sum_s F[n,s] = wL[n] + D[n] + R[n]; follows from the other accounts where all
    /// that is not value added is spent on inputs.
    void check_income() {
        if (!world_.has_inputs()) return;
        Worst worst;
        for (std::size_t n = 0; n < num_countries(); ++n) {
            const auto row = demand_.row(n);
            const double spent = std::accumulate(row.begin(), row.end(), 0.0);
            const double income =
                state_.value_added[n] + state_.trade_deficit[n] + state_.tariff_revenue[n];
            worst.consider((spent - income) / state_.value_added[n],
                           [&] { return world_.countries()[n]; });
        }
        // Shares and output may each be off by their tolerance.
        results_.push_back(identity("final spending equals income, as part of GDP", worst.gap,
                                    worst.subject, 10.0 * detail::share_tolerance));
    }

    void check_final_demand() {
        double clipped = 0.0;
        double moved = 0.0;
        std::size_t num_negative = 0;
        for (std::size_t n = 0; n < num_countries(); ++n) {
            double spent = 0.0;
            for (const double demand : demand_.row(n)) spent += std::max(demand, 0.0);
            for (std::size_t s = 0; s < num_sectors(); ++s) {
                if (demand_(n, s) < 0.0) ++num_negative;
                clipped += std::max(-demand_(n, s), 0.0);
                moved += std::abs(world_.consumption_share()(n, s) * spent -
                                  std::max(demand_(n, s), 0.0));
            }
        }
        results_.push_back(shown("negative final demand set to zero, as part of world GDP",
                                 clipped / world_gdp_, "1"));
        results_.push_back(
            shown("cells of negative final demand", static_cast<double>(num_negative), "cells"));
        results_.push_back(
            shown("final demand that consumption shares put elsewhere, as part of world GDP",
                  moved / 2.0 / world_gdp_, "1"));
    }

    void check_domestic_sales() {
        double num_without = 0.0;
        double smallest = 1.0;
        std::string where;
        for (std::size_t n = 0; n < num_countries(); ++n) {
            for (std::size_t s = 0; s < num_sectors(); ++s) {
                if (state_.expenditure(n, s) <= 0.0) continue;
                const double share = state_.trade_share(n, n, s);
                if (share <= 0.0) num_without += 1.0;
                if (share < smallest) {
                    smallest = share;
                    where = cell(n, s);
                }
            }
        }
        results_.push_back(
            shown("spending without any domestic sales", num_without, "country-sectors"));
        results_.push_back(shown("smallest domestic share of spending", smallest, "1", where));
    }

    /// A sector that nobody sells to a country has no price there; an input share on it would
    /// break Walras' law without a sign of why.
    void check_absorption() {
        if (!world_.has_inputs()) return;
        double num_cells = 0.0;
        std::string first;
        for (std::size_t n = 0; n < num_countries(); ++n) {
            for (std::size_t s = 0; s < num_sectors(); ++s) {
                if (state_.expenditure(n, s) > 0.0) continue;
                for (std::size_t r = 0; r < num_sectors(); ++r) {
                    if (!buys_inputs(n, r) || world_.input_share()(n, s, r) <= 0.0) continue;
                    num_cells += 1.0;
                    if (first.empty()) first = cell(n, s);
                }
            }
        }
        CheckResult result = identity("inputs bought where nobody sells", num_cells, first, 0.0);
        result.unit = "cells";
        results_.push_back(std::move(result));
    }

    void show_quality() {
        std::array<double, 3> value{};
        double all = 0.0;
        for (std::size_t i = 0; i < num_countries(); ++i) {
            for (std::size_t n = 0; n < num_countries(); ++n) {
                if (i == n) continue;
                for (std::size_t s = 0; s < num_sectors(); ++s) {
                    const double flow = state_.trade_flow(i, n, s);
                    value[static_cast<std::size_t>(world_.trade_quality()(i, n, s))] += flow;
                    all += flow;
                }
            }
        }
        if (all <= 0.0) return;
        results_.push_back(shown("observed part of foreign trade, by value", value[0] / all, "1"));
        results_.push_back(shown("scaled part of foreign trade, by value", value[1] / all, "1"));
        results_.push_back(shown("estimated part of foreign trade, by value", value[2] / all, "1"));
    }

    void show_balances() {
        double sum = 0.0;
        for (std::size_t n = 0; n < num_countries(); ++n) {
            sum += std::abs(state_.trade_deficit[n]) / state_.value_added[n];
        }
        results_.push_back(shown("mean absolute balance of trade, as part of GDP",
                                 sum / static_cast<double>(num_countries()), "1"));
    }

    const World& world_;
    TradeState state_;
    Array2<double> demand_;
    double world_gdp_;
    std::vector<CheckResult> results_;
};

}  // namespace

std::vector<CheckResult> check_world(const World& world) {
    return Checker(world).run();
}

}  // namespace entente
