#include "entente/world/layer/trade_totals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace entente {
namespace {

constexpr double not_covered = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view world_code = "WLD";

/// Positions on an axis of the words of a column; nothing for a word that is not on it.
std::vector<std::optional<std::size_t>> positions(const LayerColumn& column, const Axis& axis) {
    std::vector<std::optional<std::size_t>> found;
    for (const std::string& word : column.words()) found.push_back(axis.find(word));
    return found;
}

std::vector<TradeVintage> read_vintages(const LayerTable& table, std::size_t num_economies) {
    std::vector<TradeVintage> vintages;
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        const auto text = [&](const char* column) { return table[column].text(row); };
        vintages.push_back({.code = text("vintage"),
                            .publisher = text("publisher"),
                            .concept_text = text("concept"),
                            .year = static_cast<int>(table["year"].number(row)),
                            .category = text("category"),
                            .unit = text("unit"),
                            .source = text("source"),
                            .trade = Array2<double>(num_economies, num_economies, not_covered),
                            .total_exports = std::vector<double>(num_economies, not_covered),
                            .total_imports = std::vector<double>(num_economies, not_covered)});
    }
    return vintages;
}

Axis axis_of_codes(const std::vector<TradeVintage>& vintages) {
    std::vector<std::string> codes;
    for (const TradeVintage& vintage : vintages) codes.push_back(vintage.code);
    return Axis(std::move(codes));
}

void read_country_totals(const LayerTable& table, const Axis& codes, TradeTotals& totals) {
    const auto vintage_at = positions(table["vintage"], codes);
    const LayerColumn& economies = table["iso3"];
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        TradeVintage& vintage = totals.vintages[*vintage_at[table["vintage"].code(row)]];
        const double exports = table["exports"].number(row);
        if (economies.text(row) == world_code) {
            vintage.world_exports = exports;
            continue;
        }
        const auto i = totals.economies.find(economies.text(row));
        if (!i) continue;
        vintage.total_exports[*i] = exports;
        vintage.total_imports[*i] = table["imports"].number(row);
    }
}

/// Pairs of covered economies traded nothing unless a row says otherwise.
void set_covered_pairs_to_zero(TradeVintage& vintage) {
    const std::size_t num = vintage.total_exports.size();
    for (std::size_t i = 0; i < num; ++i) {
        for (std::size_t n = 0; n < num; ++n) {
            if (std::isnan(vintage.total_exports[i]) || std::isnan(vintage.total_imports[n])) {
                continue;
            }
            vintage.trade(i, n) = 0.0;
        }
    }
}

void read_pairs(const LayerTable& table, const Axis& codes, TradeTotals& totals) {
    const LayerColumn& vintage = table["vintage"];
    const LayerColumn& origin = table["origin"];
    const LayerColumn& destination = table["destination"];
    const LayerColumn& value = table["value"];
    const auto vintage_at = positions(vintage, codes);
    const auto origin_at = positions(origin, totals.economies);
    const auto destination_at = positions(destination, totals.economies);
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        totals.vintages[*vintage_at[vintage.code(row)]].trade(
            *origin_at[origin.code(row)], *destination_at[destination.code(row)]) =
            value.number(row);
    }
}

}  // namespace

const TradeVintage* TradeTotals::find(std::string_view publisher, int year,
                                      std::string_view category) const {
    for (const TradeVintage& vintage : vintages) {
        if (vintage.publisher == publisher && vintage.year == year &&
            vintage.category == category) {
            return &vintage;
        }
    }
    return nullptr;
}

std::vector<int> TradeTotals::years(std::string_view publisher, std::string_view category) const {
    std::vector<int> years;
    for (const TradeVintage& vintage : vintages) {
        if (vintage.publisher == publisher && vintage.category == category) {
            years.push_back(vintage.year);
        }
    }
    std::ranges::sort(years);
    return years;
}

bool is_comparable(const TradeVintage& a, const TradeVintage& b) {
    return a.publisher == b.publisher && a.concept_text == b.concept_text &&
           a.category == b.category;
}

TradeTotals read_trade_totals(const Layer& layer) {
    const LayerTable& economies = layer.table("economies");
    TradeTotals totals;
    std::vector<std::string> codes;
    for (std::size_t row = 0; row < economies.num_rows(); ++row) {
        codes.push_back(economies["iso3"].text(row));
        totals.in_panel.push_back(economies["in_panel"].number(row) != 0.0);
    }
    totals.economies = Axis(std::move(codes));
    totals.vintages = read_vintages(layer.table("vintages"), totals.economies.size());
    const Axis vintage_codes = axis_of_codes(totals.vintages);
    read_country_totals(layer.table("country_totals"), vintage_codes, totals);
    for (TradeVintage& vintage : totals.vintages) set_covered_pairs_to_zero(vintage);
    read_pairs(layer.table("trade"), vintage_codes, totals);
    return totals;
}

}  // namespace entente
