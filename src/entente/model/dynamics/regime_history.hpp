#pragma once

// Transition chances of policy regimes from the history of a tariff rate: years are sorted into
// regimes, and which followed which is counted. The regimes and their bounds are ours.

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/base/random_stream.hpp"
#include "entente/model/dynamics/regime_chain.hpp"

namespace entente {

/// Order of the regimes in all tables here.
inline constexpr std::array policy_regimes{"cooperative", "transactional", "confrontational"};
inline constexpr std::size_t num_policy_regimes = policy_regimes.size();

/// The same as a list.
std::vector<std::string> regime_names();

/// Bounds of the regimes on a rate over its lowest value in the years before.
struct RegimeBounds {
    /// Years looked back.
    std::size_t window = 10;
    /// From here on transactional, and from here on confrontational; factors above 1.
    double transactional = 1.2;
    double confrontational = 1.5;
};

/// [eq:regime-class]  ratio = rate[t] / min(rate[t - window] .. rate[t - 1]);
///                    below 1.2 cooperative, below 1.5 transactional, else confrontational
/// [year] regime of every year that has a whole window before it.
///
/// @param rates  [year] above 0, in order of years without a gap.
/// @throws       OptionError for a rate that is not above 0, or too few years.
/// Our definition; docs/theory/dynamics.md.
std::vector<std::size_t> classify_years(const std::vector<double>& rates,
                                        const RegimeBounds& bounds = {});

/// What a history says of the chances.
struct TransitionEstimate {
    /// [now, next] years counted.
    Array2<double> count;
    /// [now, next] posterior mean, and bounds that hold 90 of 100.
    Array2<double> mean;
    Array2<double> low;
    Array2<double> high;
    /// Years added to every count before it is divided.
    double prior = 0.0;

    RegimeChain chain() const;
    /// A chain from the posterior.
    RegimeChain draw(RandomStream& stream) const;
    friend bool operator==(const TransitionEstimate&, const TransitionEstimate&) = default;
};

/// [eq:regime-counts]  M[now, .] ~ Dirichlet( count[now, .] + prior )
///
/// @param prior  above 0; 1/2 is the rule of Jeffreys.
/// Numerics      bounds of the marginal beta distributions from 4000 draws with a fixed seed.
TransitionEstimate estimate_transitions(const std::vector<std::size_t>& regimes,
                                        double prior = 0.5);

}  // namespace entente
