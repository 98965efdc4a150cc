#include "entente/study/risk/data.hpp"

#include <fmt/format.h>

#include <set>
#include <string>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/realignment/estimate_positions.hpp"
#include "entente/realignment/stored_positions.hpp"
#include "entente/world/layer/un_votes.hpp"

namespace entente::detail {
namespace {

const Layer& needed(const LayerSet& layers, std::string_view layout,
                    std::vector<LayerStamp>& stamps) {
    const Layer* layer = layers.find(layout);
    if (layer == nullptr) throw OptionError(missing_layer(layout));
    stamps.push_back({.name = layer->name(),
                      .content_hash = layer->content_hash(),
                      .sources = layer->data().source_names});
    return *layer;
}

/// The stored positions if they were estimated from these roll calls, else new ones.
Positions positions_from(const LayerSet& layers, std::size_t threads,
                         std::vector<LayerStamp>& stamps) {
    const Layer& votes = needed(layers, "votes", stamps);
    if (const Layer* layer = layers.find("positions")) {
        const StatePositions stored = read_state_positions(*layer);
        if (stored.votes_hash == votes.content_hash()) {
            needed(layers, "positions", stamps);
            return positions_of(stored);
        }
    }
    PositionOptions options;
    options.threads = threads;
    return estimate_positions(usable_roll_calls(read_un_votes(votes)), options).positions;
}

}  // namespace

void RiskData::check_state(const std::string& code) const {
    std::set<std::string> known;
    for (const StateSpan& span : states.spans) known.insert(span.state);
    if (known.contains(code)) return;
    const std::vector<std::string> codes(known.begin(), known.end());
    throw OptionError(fmt::format("The panel has no state {}.{}", code, did_you_mean(code, codes)));
}

RiskData load_risk_data(const LayerSet& layers, std::size_t threads) {
    RiskData data;
    data.states = read_state_panel(needed(layers, "panel", data.stamps));
    data.ties = read_security_ties(needed(layers, "security", data.stamps));
    data.positions = positions_from(layers, threads, data.stamps);
    data.panel = make_panel(data.sources());
    return data;
}

}  // namespace entente::detail
