#pragma once

// The panel of realignment risk from the layers of a set, made once for every task that needs it.

#include <cstddef>
#include <vector>

#include "entente/realignment/panel.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente::detail {

struct RiskData {
    StatePanel states;
    SecurityTies ties;
    Positions positions;
    Panel panel;
    std::vector<LayerStamp> stamps;

    PanelSources sources() const { return {states, ties, positions}; }
    /// @throws OptionError for a code that no state of the panel has, with the nearest one.
    void check_state(const std::string& code) const;
};

/// @throws OptionError if the layer panel, security or votes is missing.
RiskData load_risk_data(const LayerSet& layers, std::size_t threads);

}  // namespace entente::detail
