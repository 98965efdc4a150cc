#pragma once

// Tariff-rate quotas: which of its three regimes each is in, and the equilibrium at that.

#include <functional>
#include <string>
#include <vector>

#include "entente/model/equilibrium/solve_equilibrium.hpp"

namespace entente {

enum class QuotaRegime {
    /// Less is imported than the quota, at the low rate.
    in_quota,
    /// As much as the quota, at a price between the two rates.
    binding,
    /// More, at the high rate.
    out_of_quota,
    /// Nothing was imported at the baseline, so there is no volume to speak of.
    no_trade,
};

/// The word for a regime in tables, such as in_quota.
std::string quota_regime_name(QuotaRegime regime);

struct QuotaOutcome {
    QuotaCell cell;
    QuotaRegime regime = QuotaRegime::in_quota;
    /// Volume imported over the quota.
    double fill_rate = 0.0;
    /// The tariff at which buyers would buy as much: between the two rates.
    double shadow_rate = 0.0;
    /// What goods in the quota are dearer than their price with the low rate, in the unit of the
    /// world.
    double rent = 0.0;
};

struct QuotaSolution {
    Equilibrium equilibrium;
    /// Without quotas: their shadow rates as tariffs, their rents as transfers.
    Shock shock;
    std::vector<QuotaOutcome> outcomes;
    std::size_t num_solves = 0;
    /// Largest violation of [eq:quota], as a logarithm of a volume or a tariff factor.
    double gap = 0.0;
};

/// Solves a shock that is given.
using SolveGiven = std::function<Equilibrium(const Shock&)>;

/// Moves the shadow rate of every quota by what its volume is off, over how strongly the volume
/// answers, and keeps it between the two rates, until [eq:quota] holds for all.
///
/// @return  an equilibrium that says not converged if a solve fails or the rates do not settle.
/// Source   ours; docs/theory/equilibrium.md [eq:quota].
QuotaSolution solve_quotas(const Baseline& baseline, const Shock& shock, const SolveGiven& solve);

}  // namespace entente
