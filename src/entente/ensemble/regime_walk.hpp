#pragma once

// Which regimes of a scenario rule in the years of a draw: one walk along their chain, the same for
// paths and ensembles.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/ensemble/sample.hpp"
#include "entente/model/dynamics/regime_history.hpp"
#include "entente/scenario/scenario.hpp"

namespace entente {

/// What the history of tariffs says of the regimes; used where a scenario says nothing itself.
struct RegimePast {
    TransitionEstimate transitions{};
    /// Regime of the last year of the history.
    std::string last{};
    friend bool operator==(const RegimePast&, const RegimePast&) = default;
};

/// First year in which the policies of a scenario apply: the one it names, or the one after the
/// base year.
/// @throws OptionError if that is not after the base year.
int first_policy_year(const Scenario& scenario, int base_year);

class RegimeWalk {
  public:
    /// @param scenario  must have regimes.
    /// @throws OptionError if they have no chances and the history knows others, or if the first
    ///         regime is none of them.
    RegimeWalk(const Scenario& scenario, const RegimePast& past);

    /// The expected chances, regimes in the order of the scenario.
    const RegimeChain& chain() const { return chain_; }
    const std::string& first_regime() const { return first_regime_; }
    /// Whether chances come from the history of tariffs, so that draws differ in them too.
    bool draws_chances() const { return past_.has_value(); }

    /// [year] positions in the scenario of the regimes of so many years, from the first policy year
    /// on: the first is given, the others follow the chances. Where these come from the history,
    /// each draw has its own from their posterior. Depends on seed, draw and sample alone, and a
    /// longer walk begins with the shorter one.
    std::vector<std::size_t> regimes(const SamplePoint& point, std::size_t num_years) const;

  private:
    std::optional<RegimePast> past_;
    RegimeChain chain_;
    std::string first_regime_;
};

}  // namespace entente
