#pragma once

// What explanations rest on: a heat map, and the measures behind it, each prepared when a column
// first asks for it.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "entente/report/explain/explanation.hpp"
#include "entente/report/heat_map/heat_map.hpp"
#include "entente/study/exposure/losses.hpp"
#include "entente/study/exposure/side_losses.hpp"
#include "entente/study/heat_map/heat_map.hpp"
#include "entente/study/heat_map/hedging_column.hpp"
#include "entente/study/risk/column.hpp"
#include "entente/study/selection.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// Borrows world and layers. Not to be shared between threads.
class ExplainData {
  public:
    /// Makes the heat map with these options.
    ExplainData(const World& world, const LayerSet& layers, HeatMapOptions options);

    const World& world() const { return world_; }
    const HeatMapOptions& options() const { return options_; }
    const HeatMap& map() const { return map_; }
    const std::vector<Power>& powers() const { return powers_; }
    /// "us" or "china", and how the pole is named in sentences.
    std::string key(std::size_t pole) const { return column_key(map_.poles[pole]); }
    std::string words(std::size_t pole) const { return in_sentence(map_.poles[pole]); }

    /// A country's or group's row; null if the map has none.
    const HeatMapRow* row(const std::string& code) const;
    /// A cell of the map; empty if it has no such column.
    Cell cell(const std::string& code, const std::string& column) const;

    const Losses& losses() const;
    const EquilibriumLosses& exact() const;
    /// Parts of everybody's real income when a country is cut off from a pole; the last one asked
    /// for is kept, because both sides are explained from it.
    const PathDecomposition& path(std::size_t country, std::size_t pole) const;
    const HedgingColumn& hedging() const;
    const RiskColumn& risk() const;

  private:
    const World& world_;
    const LayerSet& layers_;
    HeatMapOptions options_;
    std::vector<Power> powers_;
    HeatMap map_;
    Table table_;
    mutable std::optional<Losses> losses_;
    mutable std::optional<EquilibriumLosses> exact_;
    mutable std::optional<PathDecomposition> path_;
    mutable std::pair<std::size_t, std::size_t> path_of_{};
    mutable std::optional<HedgingColumn> hedging_;
    mutable std::optional<RiskColumn> risk_;
};

/// The number an explanation is about; NaN for words and empty cells.
double number_of(const Explanation& explanation);

}  // namespace entente::detail
