#pragma once

// What `entente risk events`, `coverage` and `base-rates` show: the history behind realignment
// risk.

#include <string>
#include <vector>

#include "entente/realignment/base_rates.hpp"
#include "entente/realignment/events.hpp"
#include "entente/realignment/panel.hpp"
#include "entente/realignment/panel_coverage.hpp"
#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"

namespace entente {

/// Security acts of the ledger toward a rival after the last year of treaty data: evidence, never
/// counted as events.
struct RivalAct {
    std::string date;
    std::string state;
    std::string rival;
    int magnitude = 0;
    std::string text;
    std::string url;
};

struct RiskEventList {
    /// "partners", "treaty allies" or "all states"; with a country, its name.
    std::string scope;
    std::vector<RiskEvent> events;
    /// Named cases within the scope.
    std::vector<CaseMatch> cases;
    std::vector<RivalAct> acts;
    std::vector<EventArtefact> artefacts;
    std::vector<LayerStamp> layers;
};

struct RiskCoverage {
    PanelCoverage coverage;
    /// Holes and years left out of one state, if one was asked for.
    std::string country;
    std::vector<PanelGap> gaps;
    std::vector<LayerStamp> layers;
};

struct RiskBaseRates {
    std::vector<BaseRate> rates;
    std::vector<PactRate> pacts;
    std::vector<LayerStamp> layers;
};

std::string render(const RiskEventList& list, const Rendering& how);
std::string render(const RiskCoverage& coverage, const Rendering& how);
std::string render(const RiskBaseRates& rates, const Rendering& how);

}  // namespace entente
