#pragma once

// Trade of pairs of economies, summed over products, for each publisher and year. Levels of two
// publishers or concepts may not be compared; is_comparable says which may.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/base/axis.hpp"
#include "entente/world/layer/layer.hpp"

namespace entente {

/// What the figures of one publisher, year and category are.
struct TradeVintage {
    /// Such as "baci-2023" or "unctad-2015-technology".
    std::string code;
    std::string publisher;
    /// What is counted, such as "goods, FOB, both reporters reconciled".
    std::string concept_text;
    int year = 0;
    /// "all", "technology" (SITC 5 and 7) or "energy" (SITC 3); ITPD-E: "all" counts services too.
    std::string category;
    /// Of `trade` and the totals, such as "thousand USD".
    std::string unit;
    /// Code of the source.
    std::string source;

    /// [origin, destination] of TradeTotals::economies, in `unit`, >= 0; own sales are 0. Not a
    /// number where either economy is not covered.
    Array2<double> trade;
    /// [economy] exports to and imports from all partners the publisher lists, in the panel or not.
    /// Not a number where the economy is not covered.
    std::vector<double> total_exports;
    std::vector<double> total_imports;
    /// Exports of all economies of the publisher.
    double world_exports = 0.0;

    /// x_ig = exports + imports of i with g; not a number if not covered.
    double with(std::size_t i, std::size_t g) const { return trade(i, g) + trade(g, i); }
    /// T_i = exports + imports of i with everybody; not a number if not covered.
    double total(std::size_t i) const { return total_exports[i] + total_imports[i]; }
};

struct TradeTotals {
    /// Economies of the gravity regression and all of the fixed panel, by code.
    Axis economies;
    /// [economy] whether it is in the fixed panel of the measures, the powers included.
    std::vector<bool> in_panel;
    std::vector<TradeVintage> vintages;

    /// Null if there is none.
    const TradeVintage* find(std::string_view publisher, int year,
                             std::string_view category = "all") const;
    /// Years of a publisher and category, rising.
    std::vector<int> years(std::string_view publisher, std::string_view category = "all") const;
};

/// Whether levels may be differenced: same publisher, concept and category.
bool is_comparable(const TradeVintage& a, const TradeVintage& b);

/// @param layer  of layout "totals"; @throws ShapeError if it is another.
TradeTotals read_trade_totals(const Layer& layer);

}  // namespace entente
