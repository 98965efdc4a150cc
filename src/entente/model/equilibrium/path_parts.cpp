#include "entente/model/equilibrium/path_parts.hpp"

#include <cmath>

namespace entente::detail {
namespace {

/// The parts of one panel. Index j runs over its points: what a part is weighted with stands at
/// point j, and `increase` is the change the rule gives to it.
class Panel {
  public:
    Panel(const Baseline& baseline, const Shock& shock, const PathRule& rule,
          const PathPoints& points)
        : baseline_(baseline),
          shock_(shock),
          rule_(rule),
          points_(points),
          size_(points.size()),
          parts_(baseline.num_countries()) {
        cost_increase_ = Array3<double>(baseline.num_countries(), baseline.num_sectors(), size_);
        for (std::size_t i = 0; i < baseline.num_countries(); ++i) {
            for (std::size_t s = 0; s < baseline.num_sectors(); ++s) {
                for (std::size_t j = 0; j < size_; ++j) {
                    cost_increase_(i, s, j) =
                        increase(j, [&](const PathPoint& p) { return p.log_unit_cost(i, s); });
                }
            }
        }
    }

    std::vector<PathParts> parts() {
        for (std::size_t i = 0; i < baseline_.num_countries(); ++i) {
            for (std::size_t n = 0; n < baseline_.num_countries(); ++n) {
                for (std::size_t s = 0; s < baseline_.num_sectors() && i != n; ++s) {
                    if (baseline_.trade_share(i, n, s) > 0.0) add_cell(i, n, s);
                }
            }
        }
        for (std::size_t n = 0; n < baseline_.num_countries(); ++n) add_country(n);
        return parts_;
    }

  private:
    template <class Value>
    double increase(std::size_t j, Value&& value) const {
        double sum = 0.0;
        for (std::size_t k = 0; k < size_; ++k) sum += rule_.weight(j, k) * value(*points_[k]);
        return sum;
    }

    void add_cell(std::size_t i, std::size_t n, std::size_t s) {
        const double cost = shock_.trade_cost_hat.empty() ? 1.0 : shock_.trade_cost_hat(i, n, s);
        const double factor = shock_.share_factor.empty() ? 1.0 : shock_.share_factor(i, n, s);
        for (std::size_t j = 0; j < size_; ++j) {
            const PathPoint& point = *points_[j];
            const double flow = point.flow(i, n, s);
            const double rate = point.tariff_rate(i, n, s);
            const double price_increase = cost_increase_(i, s, j);
            PathParts& buyer = parts_[n];
            parts_[i].terms_of_trade += flow / point.income[i] * price_increase;
            buyer.terms_of_trade -= flow / point.income[n] * price_increase;
            if (rate != 0.0) {
                const double more =
                    increase(j, [&](const PathPoint& p) { return p.flow(i, n, s); });
                buyer.volume_of_trade += rate / point.income[n] * (more - flow * price_increase);
            }
            if (cost != 1.0) {
                const double more =
                    std::log(cost) * increase(j, [](const PathPoint& p) { return p.part; });
                buyer.technical_efficiency -= flow * (1.0 + rate) / point.income[n] * more;
            }
            if (factor != 1.0) {
                const double more =
                    increase(j, [&](const PathPoint& p) { return p.factor(i, n, s); });
                buyer.varieties += point.flow_per_factor(i, n, s) * (1.0 + rate) /
                                   (baseline_.trade_elasticity[s] * point.income[n]) * more;
            }
        }
    }

    void add_country(std::size_t n) {
        PathParts& part = parts_[n];
        const double psi = baseline_.options.supply_elasticity;
        const bool moves = baseline_.options.deficits == DeficitMode::multiplicative;
        for (std::size_t j = 0; j < size_; ++j) {
            const PathPoint& point = *points_[j];
            if (moves) {
                const double own = point.value_added[n] + point.tariff_revenue[n];
                const double more = increase(
                    j, [n](const PathPoint& p) { return p.value_added[n] + p.tariff_revenue[n]; });
                part.transfers += (1.0 / own - 1.0 / point.income[n]) * more;
            }
            if (psi != 0.0) {
                part.labour_supply +=
                    psi * point.value_added[n] / point.income[n] *
                    increase(j, [n](const PathPoint& p) { return p.log_real_wage[n]; });
            }
        }
        part.welfare = points_.back()->log_welfare[n] - points_.front()->log_welfare[n];
    }

    const Baseline& baseline_;
    const Shock& shock_;
    const PathRule& rule_;
    const PathPoints& points_;
    std::size_t size_;
    Array3<double> cost_increase_;
    std::vector<PathParts> parts_;
};

}  // namespace

// [eq:path-parts]  with E, M, t, d, f, I and shares as they are at each point of the path:
//   terms of trade        integral of 1/I[n] sum ( E[n,m,s] dln c[n,s] - M[i,n,s] dln c[i,s] )
//   volume of trade       integral of 1/I[n] sum t[i,n,s] ( dM[i,n,s] - M[i,n,s] dln c[i,s] )
//   technical efficiency  integral of -1/I[n] sum M[i,n,s] (1 + t[i,n,s]) dln d[i,n,s]
//   varieties             integral of 1/I[n] sum M[i,n,s] (1 + t[i,n,s]) / theta[s] dln f[i,n,s]
//   transfers             integral of (1/(wL[n] + R[n]) - 1/I[n]) d(wL[n] + R[n])
//   labour supply         integral of psi wL[n] / I[n] dln(w[n] / P[n])
std::vector<PathParts> path_parts(const Baseline& baseline, const Shock& shock,
                                  const PathRule& rule, const PathPoints& points) {
    return Panel(baseline, shock, rule, points).parts();
}

}  // namespace entente::detail
