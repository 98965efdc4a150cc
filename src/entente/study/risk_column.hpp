#pragma once

// The second column of the heat map: the risk of partial reversal of each country. Hedging never
// enters it.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "entente/report/hedging_figures.hpp"
#include "entente/report/risk_figures.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente::detail {

class RiskColumn {
  public:
    /// @param poles  Codes; other poles than USA and CHN, or a missing layer, leave every row
    /// empty.
    RiskColumn(const LayerSet& layers, const std::vector<std::string>& poles, std::size_t num_draws,
               std::uint64_t seed, std::size_t threads);

    /// Nothing for a country that is not in the panel.
    std::optional<RowRisk> country(const std::string& code) const;
    /// The range over the members that are.
    std::optional<RowRisk> group(const std::vector<std::string>& codes) const;

    /// What was read; empty where there is no risk.
    const std::vector<LayerStamp>& layers() const { return layers_; }

  private:
    struct Entry {
        RowRisk risk;
        std::size_t label = 0;
    };
    std::map<std::string, Entry> rows_;
    std::vector<LayerStamp> layers_;
};

}  // namespace entente::detail
