#pragma once

// Policy regimes as a Markov chain: which follows which from year to year, and what that says of
// the long run.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

/// A chain of two regimes or more.
class RegimeChain {
  public:
    /// @param names  one for each regime, all different.
    /// @param next   [now, next] chance a year; each row adds up to 1 within 1e-9.
    /// @throws OptionError naming every row with a probability outside 0 to 1 or with another sum,
    ///         the regimes it is about, and the sum seen; ShapeError if the shapes differ.
    RegimeChain(std::vector<std::string> names, Array2<double> next);

    std::size_t size() const { return names_.size(); }
    const std::vector<std::string>& names() const { return names_; }
    double chance(std::size_t now, std::size_t next) const { return next_(now, next); }
    /// The regime that a uniform number between 0 and 1 picks after `now`.
    std::size_t after(std::size_t now, double uniform) const;

  private:
    std::vector<std::string> names_;
    Array2<double> next_;
};

/// [eq:stationary]  mu = mu M, sum mu = 1
/// [regime] part of years in each regime in the long run.
/// @throws OptionError if the long run depends on where the chain starts.
/// Source  Norris (1997), Markov Chains, 1.7.
std::vector<double> stationary_shares(const RegimeChain& chain);

/// [eq:hitting-time]  k[r] = 0 at the target, else 1 + sum_q M[r,q] k[q]
/// [regime] expected years until the target regime; infinite where it may never come.
/// Source  Norris (1997), Markov Chains, theorem 1.3.5.
std::vector<double> expected_hitting_times(const RegimeChain& chain, std::size_t target);

/// How far policy swings in the long run.
struct PolicySwing {
    /// Mean and variance of the figure in the long run.
    double mean = 0.0;
    double variance = 0.0;
    /// Correlation of the figure with itself one year later; 0 without variance.
    double persistence = 0.0;
};

/// [eq:swing]  mean = sum mu x, variance = sum mu (x - mean)^2,
///             persistence = sum mu[r] M[r,q] (x[r] - mean) (x[q] - mean) / variance
/// @param figure  [regime] such as the tariff rate.
/// Our definition. @throws as stationary_shares; ShapeError if the sizes differ.
PolicySwing policy_swing(const RegimeChain& chain, const std::vector<double>& figure);

}  // namespace entente
