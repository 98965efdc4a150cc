#pragma once

// With whom a country trades: shares of powers in its trade and how many partners that amounts to.

#include <cstddef>
#include <span>
#include <vector>

#include "entente/world/trade_state.hpp"
#include "entente/world/world.hpp"

namespace entente {

/// A country's trade with a power, as shares of its trade with everybody abroad; 0 to 1.
struct TradeShares {
    double exports = 0.0;
    double imports = 0.0;
    /// Of exports plus imports.
    double trade = 0.0;
};

/// Shares of `power` (one or several members) in the foreign trade of country n, at values net of
/// tariffs. A member of the power counts its fellow members, never itself. NaN where n does not
/// trade. [eq:trade-share-with-power]
TradeShares trade_shares(const TradeState& state, std::size_t n,
                         std::span<const std::size_t> power);

/// Effective number of partners 1 / sum of squared partner shares in exports plus imports: as many
/// equal partners would be as concentrated. At least 1; a group such as ROW counts as one partner,
/// so the figure is a lower bound. [eq:effective-partners]
double effective_partners(const TradeState& state, std::size_t n);

/// How the figures on a country's foreign trade came about, as shares of its value; sum to one.
struct QualityShares {
    double observed = 0.0;
    double scaled = 0.0;
    double estimated = 0.0;
};

/// Over all foreign trade of n, or over its trade with `power` if that is not empty.
QualityShares quality_shares(const World& world, std::size_t n,
                             std::span<const std::size_t> power = {});

}  // namespace entente
