#include "entente/model/dynamics/regime_chain.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <Eigen/Dense>

#include <cmath>
#include <limits>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using Eigen::Index;

constexpr double sum_tolerance = 1e-9;

Eigen::MatrixXd matrix_of(const RegimeChain& chain) {
    const auto size = static_cast<Index>(chain.size());
    Eigen::MatrixXd matrix(size, size);
    for (Index a = 0; a < size; ++a) {
        for (Index b = 0; b < size; ++b) {
            matrix(a, b) = chain.chance(static_cast<std::size_t>(a), static_cast<std::size_t>(b));
        }
    }
    return matrix;
}

/// What is wrong with the chances that follow one regime; empty if nothing.
std::string row_problem(const std::vector<std::string>& names, const Array2<double>& next,
                        std::size_t now) {
    double sum = 0.0;
    std::string problem;
    for (std::size_t q = 0; q < names.size(); ++q) {
        sum += next(now, q);
        if (next(now, q) >= 0.0 && next(now, q) <= 1.0) continue;
        problem += fmt::format("The chance of {} after {} is {}; it must be from 0 to 1. ",
                               names[q], names[now], next(now, q));
    }
    // Written so that a sum that is no number is reported.
    if (!(std::abs(sum - 1.0) <= sum_tolerance)) {
        problem += fmt::format("The chances of {} after {} add up to {}; they must add up to 1. ",
                               fmt::join(names, ", "), names[now], sum);
    }
    return problem;
}

/// [regime] whether the target can be reached without passing through `end`, by walking backwards.
std::vector<bool> reaching(const RegimeChain& chain, std::size_t target, std::size_t end) {
    std::vector<bool> reaches(chain.size(), false);
    reaches[target] = true;
    for (std::size_t round = 0; round < chain.size(); ++round) {
        for (std::size_t r = 0; r < chain.size(); ++r) {
            for (std::size_t q = 0; q < chain.size(); ++q) {
                if (r != end && reaches[q] && chain.chance(r, q) > 0.0) reaches[r] = true;
            }
        }
    }
    return reaches;
}

}  // namespace

RegimeChain::RegimeChain(std::vector<std::string> names, Array2<double> next)
    : names_(std::move(names)), next_(std::move(next)) {
    if (next_.rows() != names_.size() || next_.columns() != names_.size()) {
        throw ShapeError("The chances of a chain do not fit its regimes.");
    }
    std::string problems;
    for (std::size_t r = 0; r < names_.size(); ++r) problems += row_problem(names_, next_, r);
    if (problems.empty()) return;
    problems.pop_back();
    throw OptionError(problems);
}

std::size_t RegimeChain::after(std::size_t now, double uniform) const {
    double sum = 0.0;
    std::size_t last = now;
    for (std::size_t q = 0; q < size(); ++q) {
        if (!(next_(now, q) > 0.0)) continue;
        sum += next_(now, q);
        last = q;
        if (uniform < sum) return q;
    }
    // The sum may lie a rounding below one.
    return last;
}

std::vector<double> stationary_shares(const RegimeChain& chain) {
    const auto size = static_cast<Index>(chain.size());
    // The equations of balance, one of which follows from the others, and the sum.
    Eigen::MatrixXd system(size + 1, size);
    system.topRows(size) = matrix_of(chain).transpose() - Eigen::MatrixXd::Identity(size, size);
    system.row(size).setOnes();
    Eigen::VectorXd right = Eigen::VectorXd::Zero(size + 1);
    right(size) = 1.0;
    const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> factors(system);
    if (factors.rank() < size) {
        throw OptionError(
            fmt::format("The long run of the regimes {} depends on where they start: some never "
                        "lead to the others.",
                        fmt::join(chain.names(), ", ")));
    }
    const Eigen::VectorXd shares = factors.solve(right);
    return {shares.data(), shares.data() + size};
}

std::vector<double> expected_hitting_times(const RegimeChain& chain, std::size_t target) {
    const auto size = static_cast<Index>(chain.size());
    const std::vector<bool> reaches = reaching(chain, target, target);
    // Years are infinite also where a regime is possible from which the target is not reached.
    std::vector<bool> is_sure = reaches;
    for (std::size_t q = 0; q < chain.size(); ++q) {
        if (reaches[q]) continue;
        const std::vector<bool> leads_away = reaching(chain, q, target);
        for (std::size_t r = 0; r < chain.size(); ++r) {
            if (leads_away[r]) is_sure[r] = false;
        }
    }
    Eigen::MatrixXd system = Eigen::MatrixXd::Identity(size, size);
    Eigen::VectorXd right = Eigen::VectorXd::Zero(size);
    for (Index r = 0; r < size; ++r) {
        const auto regime = static_cast<std::size_t>(r);
        if (regime == target || !is_sure[regime]) continue;
        right(r) = 1.0;
        for (Index q = 0; q < size; ++q) {
            system(r, q) -= chain.chance(regime, static_cast<std::size_t>(q));
        }
    }
    const Eigen::VectorXd times = system.partialPivLu().solve(right);
    std::vector<double> years(times.data(), times.data() + size);
    for (std::size_t r = 0; r < years.size(); ++r) {
        if (!is_sure[r]) years[r] = std::numeric_limits<double>::infinity();
    }
    years[target] = 0.0;
    return years;
}

PolicySwing policy_swing(const RegimeChain& chain, const std::vector<double>& figure) {
    if (figure.size() != chain.size()) {
        throw ShapeError("The figures of a swing do not fit the regimes.");
    }
    const std::vector<double> shares = stationary_shares(chain);
    PolicySwing swing;
    for (std::size_t r = 0; r < figure.size(); ++r) swing.mean += shares[r] * figure[r];
    double together = 0.0;
    for (std::size_t r = 0; r < figure.size(); ++r) {
        const double gap = figure[r] - swing.mean;
        swing.variance += shares[r] * gap * gap;
        for (std::size_t q = 0; q < figure.size(); ++q) {
            together += shares[r] * chain.chance(r, q) * gap * (figure[q] - swing.mean);
        }
    }
    if (swing.variance > 0.0) swing.persistence = together / swing.variance;
    return swing;
}

}  // namespace entente
