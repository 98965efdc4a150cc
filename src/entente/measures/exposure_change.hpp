#pragma once

// Why a country's loss without a power is another one in another year or world: parts that add up.

#include <cstddef>
#include <vector>

#include "entente/world/trade_state.hpp"
#include "entente/world/world.hpp"

namespace entente {

/// One country against one power in one world. Borrows both.
struct ExposureAt {
    const World& world;
    const TradeState& state;
    /// Position of the country.
    std::size_t n = 0;
    /// Positions of the power's members.
    std::vector<std::size_t> power{};
};

/// The change of R = -ln(1 - loss), all trade cut off, in closed form.
struct ExposureChange {
    /// 0 to 1.
    double loss_then = 0.0;
    double loss_now = 0.0;
    /// R now - R then; the sum of the parts.
    double change = 0.0;
    /// The power's share in spending and sales, sector by sector.
    double partner_share = 0.0;
    /// What the country consumes, and what it makes.
    double sector_mix = 0.0;
    /// How much stands behind each sector in its supply chains.
    double supply_chains = 0.0;
    /// How hard a seller is to replace.
    double elasticity = 0.0;
};

/// [eq:exposure-change]  R = sum_s (L alpha)[s] v[s] - ln(1 - sum_s mu[s] sold[s] made[s] / (1 +
/// theta_mean)); each part is the mean over all orders in which the four factors change.
///
/// Our own definition (Shapley's value of the factors), so no order is preferred and the parts add
/// up to the change. With R small, a part is close to percentage points of the loss.
///
/// @throws     ShapeError if the worlds differ in their sectors, or a position is not in its world.
/// Numerics    16 evaluations of the closed form. NaN where the power is the only seller.
/// Source      docs/theory/exposure.md [eq:exposure-change].
/// Checked by  tests/unit/measures/exposure_change_test.cpp.
ExposureChange exposure_change(const ExposureAt& then, const ExposureAt& now);

/// How a country stands between two powers, as a seller to one of what it buys from the other.
struct ConnectorScore {
    /// [eq:connector]  sum_s w[s] max(0, min(u[s], c[s])), u and c the growth of its share in the
    /// first power's imports of s and of the rival's share in its own; w its exports to the first
    /// by sector, now. 0 = in no sector do both rise.
    double score = 0.0;
    /// Share of its exports to the first power, now, in sectors in which both rise; 0 to 1.
    double connected_share = 0.0;
};

/// Our own definition [D]. Evidence of two shares that rise together, not of goods passed on.
///
/// @param then, now  the country in both worlds; `power` is the power it sells to.
/// @param rival_then, rival_now  positions of the power it buys from.
/// @throws           ShapeError as exposure_change.
/// Checked by        tests/unit/measures/exposure_change_test.cpp.
ConnectorScore connector_score(const ExposureAt& then, const std::vector<std::size_t>& rival_then,
                               const ExposureAt& now, const std::vector<std::size_t>& rival_now);

}  // namespace entente
