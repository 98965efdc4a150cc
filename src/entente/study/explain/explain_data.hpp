#pragma once

// What explanations rest on: a heat map, and the measures behind it, each prepared when a column
// first asks for it.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "entente/measures/look_through.hpp"
#include "entente/report/alignment/pole_tables.hpp"
#include "entente/report/explain/explanation.hpp"
#include "entente/report/heat_map/heat_map.hpp"
#include "entente/study/exposure/losses.hpp"
#include "entente/study/exposure/side_losses.hpp"
#include "entente/study/heat_map/heat_map.hpp"
#include "entente/study/heat_map/hedging_column.hpp"
#include "entente/study/risk/column.hpp"
#include "entente/study/selection.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/layer/signals.hpp"
#include "entente/world/layer/un_votes.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// Borrows world and layers. Not to be shared between threads.
class ExplainData {
  public:
    /// Makes the heat map with these options. `year` is that of votes and agreements, 0 = unset.
    ExplainData(const World& world, const LayerSet& layers, HeatMapOptions options, int year = 0);

    const World& world() const { return world_; }
    const HeatMapOptions& options() const { return options_; }
    int year() const { return year_; }
    const HeatMap& map() const { return map_; }
    const std::vector<Power>& powers() const { return powers_; }
    /// "us" or "china", and how the pole is named in sentences.
    std::string key(std::size_t pole) const { return column_key(map_.poles[pole]); }
    std::string words(std::size_t pole) const { return in_sentence(map_.poles[pole]); }

    /// A country's or group's row; null if the map has none.
    const HeatMapRow* row(const std::string& code) const;
    /// Whether it is a country of the world and not the rest of it.
    bool is_economy(const std::string& code) const;
    /// The same of what the map has no row for: a power with its ties to the other one, or a group,
    /// state or the world by its code alone.
    HeatMapRow row_beside(const std::string& code) const;
    /// A cell of the map; empty if it has no such column.
    Cell cell(const std::string& code, const std::string& column) const;

    const Losses& losses() const;
    const EquilibriumLosses& exact() const;
    /// Parts of everybody's real income when a country is cut off from a pole; the last one asked
    /// for is kept, because both sides are explained from it.
    const PathDecomposition& path(std::size_t country, std::size_t pole) const;
    /// Of every sector on a power.
    const InputReliance& reliance(std::size_t pole) const;
    const HedgingColumn& hedging() const;
    const RiskColumn& risk() const;
    /// Null without the layer.
    const UnVotes* votes() const;
    const SignalsLedger* signals() const;
    /// Of the layer of a layout, which must be there.
    LayerStamp layer_stamp(std::string_view layout) const;
    /// Closed-form leverage of every candidate for a pole: of those `entente poles` counts with
    /// the two powers, or with the code alone where it is no candidate beside them.
    const PoleTable& pole_candidates(const std::string& code) const;

  private:
    const World& world_;
    const LayerSet& layers_;
    HeatMapOptions options_;
    int year_ = 0;
    std::vector<Power> powers_;
    HeatMap map_;
    Table table_;
    mutable std::optional<Losses> losses_;
    mutable std::optional<EquilibriumLosses> exact_;
    mutable std::optional<PathDecomposition> path_;
    mutable std::pair<std::size_t, std::size_t> path_of_{};
    mutable std::array<std::optional<InputReliance>, 2> reliance_{};
    mutable std::optional<HedgingColumn> hedging_;
    mutable std::optional<RiskColumn> risk_;
    mutable std::optional<UnVotes> votes_;
    mutable std::optional<SignalsLedger> signals_;
    /// By the code that leads the candidates; empty = the two powers.
    mutable std::map<std::string, PoleTable> candidates_;
};

/// The number an explanation is about; NaN for words and empty cells.
double number_of(const Explanation& explanation);

}  // namespace entente::detail
