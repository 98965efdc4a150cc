#pragma once

// Closed-form losses of countries and powers from one baseline, prepared once for many questions.

#include <cstddef>
#include <vector>

#include "entente/measures/exposure.hpp"
#include "entente/report/exposure/table.hpp"
#include "entente/world/trade_state.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// The observed state of a world and what its supply chains make of it. Borrows the world, which
/// must outlive it. Safe to read from several threads.
class Losses {
  public:
    explicit Losses(const World& world);

    const TradeState& state() const { return state_; }

    /// Loss of country n when its trade in `scope` with the members of `power` stops.
    ExposureLoss of_country(std::size_t n, const std::vector<std::size_t>& power,
                            const Scope& scope = {}) const;

    /// What the members of `power` lose, as a mean weighted with GDP, when the same trade with
    /// `partners` stops: the partners' imports are the power's exports. [eq:reverse-exposure]
    double of_power(const std::vector<std::size_t>& power, const std::vector<std::size_t>& partners,
                    const Scope& scope = {}) const;

  private:
    const World& world_;
    TradeState state_;
    SupplyChainMultipliers multipliers_;
};

}  // namespace entente::detail
