#include "entente/study/risk/history.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/study/risk/data.hpp"
#include "entente/world/layer/signals.hpp"

namespace entente {
namespace {

constexpr int least_magnitude = 4;

bool is_rival(const std::string& code) {
    return code == "RUS" || code == "CHN";
}

/// Security acts toward a rival after the last year of treaty data.
std::vector<RivalAct> rival_acts(const LayerSet& layers, int last_pact_year) {
    std::vector<RivalAct> acts;
    const Layer* layer = layers.find("signals");
    if (layer == nullptr) return acts;
    for (const Signal& signal : read_signals(*layer).signals) {
        const bool is_late = static_cast<int>(signal.first_day.year()) > last_pact_year;
        if (!is_late || signal.channel != SignalChannel::security || signal.direction < 0 ||
            signal.magnitude < least_magnitude || !is_rival(signal.counterpart)) {
            continue;
        }
        acts.push_back({.date = signal.date,
                        .state = signal.actor,
                        .rival = signal.counterpart,
                        .magnitude = signal.magnitude,
                        .text = signal.text,
                        .url = signal.url});
    }
    std::ranges::sort(acts, {}, [](const RivalAct& act) { return std::pair(act.date, act.state); });
    return acts;
}

}  // namespace

RiskEventList run_risk_task(const LayerSet& layers, const RiskEventsOptions& options) {
    if (options.partners && options.all) {
        throw OptionError("--partners and --all contradict each other: give one of them.");
    }
    const detail::RiskData data = detail::load_risk_data(layers, options.threads);
    if (!options.country.empty()) data.check_state(options.country);
    const RiskEvents found = find_events(data.panel, data.sources());
    const auto is_wanted = [&](const std::string& state) {
        return options.country.empty() || state == options.country;
    };
    RiskEventList list;
    list.layers = data.stamps;
    // One state is shown with all its events, whatever it was at the time.
    const bool all = options.all || (!options.country.empty() && !options.partners);
    list.scope = options.country.empty() ? (all ? "all states" : "partners") : options.country;
    for (const RiskEvent& event : found.events) {
        if (is_wanted(event.state) && (all || event.is_partner)) list.events.push_back(event);
    }
    for (const CaseMatch& match : found.cases) {
        if (is_wanted(match.named.state)) list.cases.push_back(match);
    }
    for (RivalAct& act : rival_acts(layers, data.states.last_year_of("obligations"))) {
        if (is_wanted(act.state)) list.acts.push_back(std::move(act));
    }
    for (const EventArtefact& artefact : data.states.artefacts) {
        if (is_wanted(artefact.state) || artefact.state == "WLD") {
            list.artefacts.push_back(artefact);
        }
    }
    return list;
}

RiskCoverage run_risk_task(const LayerSet& layers, const RiskCoverageOptions& options) {
    const detail::RiskData data = detail::load_risk_data(layers, options.threads);
    RiskCoverage coverage;
    coverage.coverage = panel_coverage(data.panel);
    coverage.country = options.country;
    coverage.layers = data.stamps;
    if (options.country.empty()) return coverage;
    data.check_state(options.country);
    for (const auto& gaps : {data.panel.left_out, panel_holes(data.panel)}) {
        for (const PanelGap& gap : gaps) {
            if (gap.state == options.country) coverage.gaps.push_back(gap);
        }
    }
    return coverage;
}

RiskBaseRates run_risk_task(const LayerSet& layers, const RiskBaseRatesOptions& options) {
    const detail::RiskData data = detail::load_risk_data(layers, options.threads);
    const RiskEvents events = find_events(data.panel, data.sources());
    return {.rates = base_rates(data.panel, events),
            .pacts = pact_rates(data.states),
            .layers = data.stamps};
}

}  // namespace entente
