#pragma once

// Where the growth of trade came from: with one power, with the rest, against that of the world.

#include <string>
#include <vector>

#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"

namespace entente {

struct TradeGrowthRow {
    std::string code;
    /// One publisher over one window.
    GrowthFigures growth;
};

struct TradeGrowth {
    /// The power whose part is told apart.
    std::string power{};
    std::vector<TradeGrowthRow> rows{};
    /// Economies asked for that no publisher covers at both ends of a window.
    std::vector<std::string> missing{};
    std::vector<LayerStamp> layers{};
};

std::string render(const TradeGrowth& growth, const Rendering& how);

}  // namespace entente
