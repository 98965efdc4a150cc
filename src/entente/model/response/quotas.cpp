#include "entente/model/response/quotas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace entente {
namespace {

constexpr double largest_gap = 1e-8;
constexpr std::size_t max_rounds = 200;

/// The quotas of one shock, their shadow rates and rents as far as they are known.
class QuotaSearch {
  public:
    QuotaSearch(const Baseline& baseline, const Shock& shock)
        : baseline_(baseline), quotas_(shock.quotas), given_(shock) {
        given_.quotas.clear();
        if (given_.tariff_rate.empty()) given_.tariff_rate = baseline.tariff_rate;
        given_.transfer.assign(baseline.num_countries(), 0.0);
        for (const QuotaCell& quota : quotas_) rate(quota) = quota.rate_in_quota;
    }

    const Shock& given() const { return given_; }

    // [eq:quota]  q = M_new / (c_hat (1 - b) d_hat) over M at the baseline
    //   t* = t_in  and q <= Q,  or  t_in < t* < t_out and q = Q,  or  t* = t_out and q >= Q
    void judge(const Equilibrium& solved) {
        const TradeState now = trade_state(baseline_, given_, solved);
        outcomes_.clear();
        gap_ = 0.0;
        for (const QuotaCell& quota : quotas_) {
            const auto [i, n, s] = std::tuple(quota.i, quota.n, quota.s);
            QuotaOutcome outcome{.cell = quota, .shadow_rate = rate(quota)};
            const double before = baseline_.trade_share(i, n, s) * baseline_.expenditure(n, s) /
                                  (1.0 + baseline_.tariff_rate(i, n, s));
            const double flow = now.trade_flow(i, n, s);
            if (!(before > 0.0) || !(flow > 0.0)) {
                outcome.regime = QuotaRegime::no_trade;
                outcomes_.push_back(outcome);
                continue;
            }
            double price = solved.unit_cost_hat(i, s);
            if (!given_.output_subsidy.empty()) price *= 1.0 - given_.output_subsidy(i, s);
            if (!given_.trade_cost_hat.empty()) price *= given_.trade_cost_hat(i, n, s);
            outcome.fill_rate = flow / price / before / quota.volume;
            const double answer =
                1.0 + baseline_.trade_elasticity[s] * (1.0 - now.trade_share(i, n, s));
            const double low = std::log1p(quota.rate_in_quota);
            const double high = std::log1p(quota.rate_out_of_quota);
            const double here = std::log1p(outcome.shadow_rate);
            const double wanted =
                std::clamp(here + std::log(outcome.fill_rate) / answer, low, high);
            gap_ = std::max(gap_, std::abs(wanted - here) * answer);
            next_.push_back(std::expm1(wanted));
            outcome.regime =
                here <= low && outcome.fill_rate <= 1.0 + largest_gap    ? QuotaRegime::in_quota
                : here >= high && outcome.fill_rate >= 1.0 - largest_gap ? QuotaRegime::out_of_quota
                                                                         : QuotaRegime::binding;
            outcome.rent = (outcome.shadow_rate - quota.rate_in_quota) * flow *
                           std::min(1.0, 1.0 / outcome.fill_rate);
            outcomes_.push_back(outcome);
        }
    }

    /// Takes the rates wanted and the rents found into the shock.
    void advance() {
        std::vector<double> transfer(baseline_.num_countries(), 0.0);
        std::size_t k = 0;
        for (const QuotaOutcome& outcome : outcomes_) {
            if (outcome.regime == QuotaRegime::no_trade) continue;
            rate(outcome.cell) = next_[k++];
            if (outcome.cell.is_rent_of_importer) continue;
            transfer[outcome.cell.i] += outcome.rent;
            transfer[outcome.cell.n] -= outcome.rent;
        }
        next_.clear();
        for (std::size_t n = 0; n < transfer.size(); ++n) {
            // Money that is not yet where [eq:quota-rent] has it counts as a gap too.
            gap_ = std::max(gap_, std::abs(transfer[n] - given_.transfer[n]) / baseline_.income[n]);
        }
        given_.transfer = std::move(transfer);
    }

    double gap() const { return gap_; }
    const std::vector<QuotaOutcome>& outcomes() const { return outcomes_; }

  private:
    double& rate(const QuotaCell& quota) { return given_.tariff_rate(quota.i, quota.n, quota.s); }

    const Baseline& baseline_;
    std::vector<QuotaCell> quotas_;
    Shock given_;
    std::vector<QuotaOutcome> outcomes_;
    std::vector<double> next_;
    double gap_ = 0.0;
};

}  // namespace

std::string quota_regime_name(QuotaRegime regime) {
    switch (regime) {
        case QuotaRegime::in_quota:
            return "in_quota";
        case QuotaRegime::binding:
            return "binding";
        case QuotaRegime::out_of_quota:
            return "out_of_quota";
        case QuotaRegime::no_trade:
            break;
    }
    return "no_trade";
}

QuotaSolution solve_quotas(const Baseline& baseline, const Shock& shock, const SolveGiven& solve) {
    QuotaSearch search(baseline, shock);
    QuotaSolution result;
    while (result.num_solves < max_rounds) {
        result.shock = search.given();
        result.equilibrium = solve(result.shock);
        ++result.num_solves;
        if (!result.equilibrium.is_usable()) return result;
        search.judge(result.equilibrium);
        search.advance();
        result.outcomes = search.outcomes();
        result.gap = search.gap();
        if (result.gap <= largest_gap) return result;
    }
    result.equilibrium.termination = Termination::not_converged;
    result.equilibrium.message = fmt::format(
        "The shadow rates of the quotas do not settle in {} solves; the largest gap is "
        "{:.1e}.",
        result.num_solves, result.gap);
    return result;
}

}  // namespace entente
