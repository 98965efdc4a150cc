#include "entente/measures/look_through.hpp"

#include <Eigen/LU>

#include <algorithm>
#include <limits>

#include "entente/measures/power_members.hpp"
#include "entente/measures/technology.hpp"

namespace entente {
namespace {

// Far below the last digit anybody prints; a term is a share of output.
constexpr double smallest_term = 1e-14;
// With inputs at 99 percent of cost in every sector the series needs 3,200 terms.
constexpr std::size_t max_terms = 20000;

/// What one unit of each sector's output buys at the stage before, on arrays and without the matrix
/// A[(i,s),(n,r)] = c[i,n,s] G[n,s,r].
class Purchases {
  public:
    Purchases(const World& world, const TradeState& state)
        : num_countries_(world.num_countries()),
          num_sectors_(world.num_sectors()),
          origin_share_(num_countries_, num_countries_, num_sectors_),
          input_cost_(num_countries_, num_sectors_, num_sectors_),
          bought_(num_sectors_) {
        for (std::size_t i = 0; i < num_countries_; ++i) {
            for (std::size_t n = 0; n < num_countries_; ++n) {
                for (std::size_t s = 0; s < num_sectors_; ++s) {
                    origin_share_(n, i, s) =
                        state.trade_share(i, n, s) / (1.0 + state.tariff_rate(i, n, s));
                }
            }
        }
        for (std::size_t n = 0; n < num_countries_; ++n) {
            for (std::size_t s = 0; s < num_sectors_; ++s) {
                for (std::size_t r = 0; r < num_sectors_; ++r) {
                    input_cost_(n, s, r) = detail::input_cost_share(world, n, s, r);
                }
            }
        }
    }

    /// [eq:one-stage-back]  q[n,s] = sum_i c[i,n,s] y[i,s],  (A'y)[n,r] = sum_s G[n,s,r] q[n,s]
    void one_stage_back(const Array2<double>& y, Array2<double>& result) {
        for (std::size_t n = 0; n < num_countries_; ++n) {
            std::ranges::fill(bought_, 0.0);
            for (std::size_t i = 0; i < num_countries_; ++i) {
                const double* share = origin_share_.row(n, i).data();
                const double* value = y.row(i).data();
                for (std::size_t s = 0; s < num_sectors_; ++s) bought_[s] += share[s] * value[s];
            }
            double* sum = result.row(n).data();
            std::fill(sum, sum + num_sectors_, 0.0);
            for (std::size_t s = 0; s < num_sectors_; ++s) {
                const double* cost = input_cost_.row(n, s).data();
                for (std::size_t r = 0; r < num_sectors_; ++r) sum[r] += cost[r] * bought_[s];
            }
        }
    }

  private:
    std::size_t num_countries_;
    std::size_t num_sectors_;
    /// [n, i, s] c = pi / (1 + t), turned so that one destination lies in one piece.
    Array3<double> origin_share_;
    /// [n, s, r] G
    Array3<double> input_cost_;
    /// [s] q of the destination at hand.
    std::vector<double> bought_;
};

/// One running sum of the series f + A'f + A'A'f + ...
struct Series {
    explicit Series(Array2<double> first)
        : sum(first), term(std::move(first)), next(term.rows(), term.columns()) {}

    /// Adds the next term and returns its largest element.
    double add_term(Purchases& purchases) {
        purchases.one_stage_back(term, next);
        std::swap(term, next);
        double largest = 0.0;
        for (std::size_t k = 0; k < term.values().size(); ++k) {
            sum.values()[k] += term.values()[k];
            largest = std::max(largest, term.values()[k]);
        }
        return largest;
    }

    Array2<double> sum;
    Array2<double> term;
    Array2<double> next;
};

/// [i, s] `inside(i, s)` for the members of the power, zero for others.
template <class Inside>
Array2<double> of_members(const World& world, const std::vector<bool>& is_member, Inside inside) {
    Array2<double> result(world.num_countries(), world.num_sectors());
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        if (!is_member[i]) continue;
        for (std::size_t s = 0; s < world.num_sectors(); ++s) result(i, s) = inside(i, s);
    }
    return result;
}

Eigen::VectorXd as_vector(const Array2<double>& values) {
    return Eigen::Map<const Eigen::VectorXd>(values.values().data(),
                                             static_cast<Eigen::Index>(values.values().size()));
}

Array2<double> as_array(const Eigen::VectorXd& values, const Array2<double>& like) {
    Array2<double> result(like.rows(), like.columns());
    std::copy(values.data(), values.data() + values.size(), result.values().data());
    return result;
}

/// [eq:leontief-coefficients]  A[(i,s),(n,r)] = pi[i,n,s] / (1 + t[i,n,s]) G[n,s,r]
Eigen::MatrixXd leontief_coefficients(const World& world, const TradeState& state) {
    const std::size_t num_sectors = world.num_sectors();
    const auto size = static_cast<Eigen::Index>(world.num_countries() * num_sectors);
    Eigen::MatrixXd coefficients(size, size);
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        for (std::size_t n = 0; n < world.num_countries(); ++n) {
            for (std::size_t s = 0; s < num_sectors; ++s) {
                for (std::size_t r = 0; r < num_sectors; ++r) {
                    coefficients(static_cast<Eigen::Index>(i * num_sectors + s),
                                 static_cast<Eigen::Index>(n * num_sectors + r)) =
                        state.trade_share(i, n, s) / (1.0 + state.tariff_rate(i, n, s)) *
                        detail::input_cost_share(world, n, s, r);
                }
            }
        }
    }
    return coefficients;
}

}  // namespace

// [eq:face-value]        f = A' 1_P
// [eq:look-through]      y = f + A'y:   1_P' (L - I) with L = (I - A)^-1
// [eq:value-added-form]  z = v + A'z:   v' L with v = gamma for members of P, 0 for others
// Source: Baldwin, Freeman, Theodorakopoulos (2023), foreign input reliance, there by supplying
// country and with L formed; ours sums the members of P and never forms L.
InputReliance input_reliance(const World& world, const TradeState& state,
                             std::span<const std::size_t> power) {
    detail::require_fit(world, state);
    const std::vector<bool> is_member = detail::power_members(world.num_countries(), power);
    Purchases purchases(world, state);

    const Array2<double> ones =
        of_members(world, is_member, [](std::size_t, std::size_t) { return 1.0; });
    Array2<double> face_value(ones.rows(), ones.columns());
    purchases.one_stage_back(ones, face_value);
    Series output(face_value);
    Series value_added(of_members(world, is_member, [&](std::size_t i, std::size_t s) {
        return world.value_added_share()(i, s);
    }));

    InputReliance reliance;
    // Stops when max(largest term of both series) < smallest_term.
    while (!reliance.converged && reliance.num_terms < max_terms) {
        const double largest =
            std::max(output.add_term(purchases), value_added.add_term(purchases));
        ++reliance.num_terms;
        reliance.converged = largest < smallest_term;
    }
    reliance.face_value = std::move(face_value);
    reliance.look_through = std::move(output.sum);
    reliance.value_added = std::move(value_added.sum);
    return reliance;
}

InputReliance input_reliance_reference(const World& world, const TradeState& state,
                                       std::span<const std::size_t> power) {
    detail::require_fit(world, state);
    const std::vector<bool> is_member = detail::power_members(world.num_countries(), power);
    const Array2<double> ones =
        of_members(world, is_member, [](std::size_t, std::size_t) { return 1.0; });
    const Array2<double> own_value_added =
        of_members(world, is_member,
                   [&](std::size_t i, std::size_t s) { return world.value_added_share()(i, s); });
    const Eigen::MatrixXd coefficients = leontief_coefficients(world, state);
    const Eigen::VectorXd face_value = coefficients.transpose() * as_vector(ones);
    const Eigen::PartialPivLU<Eigen::MatrixXd> chain(
        Eigen::MatrixXd::Identity(coefficients.rows(), coefficients.cols()) -
        coefficients.transpose());
    return {.face_value = as_array(face_value, ones),
            .look_through = as_array(chain.solve(face_value), ones),
            .value_added = as_array(chain.solve(as_vector(own_value_added)), ones),
            .converged = true};
}

// [eq:country-reliance]  sum_r Y[n,r] x[n,r] / sum_r Y[n,r] for x = face value and look-through;
//                        final spending: sum_s,i alpha[n,s] pi[i,n,s] / (1 + t[i,n,s]) z[i,s]
CountryReliance country_reliance(const World& world, const TradeState& state,
                                 const InputReliance& reliance, std::size_t n) {
    detail::require_fit(world, state, n);
    double output = 0.0;
    CountryReliance result;
    for (std::size_t r = 0; r < world.num_sectors(); ++r) {
        output += state.gross_output(n, r);
        result.face_value += state.gross_output(n, r) * reliance.face_value(n, r);
        result.look_through += state.gross_output(n, r) * reliance.look_through(n, r);
        for (std::size_t i = 0; i < world.num_countries(); ++i) {
            result.final_spending += world.consumption_share()(n, r) * state.trade_share(i, n, r) /
                                     (1.0 + state.tariff_rate(i, n, r)) *
                                     reliance.value_added(i, r);
        }
    }
    constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();
    result.face_value = output > 0.0 ? result.face_value / output : not_defined;
    result.look_through = output > 0.0 ? result.look_through / output : not_defined;
    result.hidden_ratio =
        result.face_value > 0.0 ? result.look_through / result.face_value : not_defined;
    return result;
}

}  // namespace entente
