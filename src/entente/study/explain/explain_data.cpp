#include "entente/study/explain/explain_data.hpp"

#include <algorithm>
#include <limits>

#include "entente/study/heat_map/selection.hpp"
#include "entente/study/hedging/options.hpp"

namespace entente::detail {

ExplainData::ExplainData(const World& world, const LayerSet& layers, HeatMapOptions options)
    : world_(world),
      layers_(layers),
      options_(std::move(options)),
      powers_(two_powers(world, options_.poles)),
      map_(make_heat_map(world, options_, layers)),
      table_(heat_map_table(map_)) {}

const HeatMapRow* ExplainData::row(const std::string& code) const {
    for (const auto* rows : {&map_.countries, &map_.groups}) {
        const auto found = std::ranges::find(*rows, code, &HeatMapRow::code);
        if (found != rows->end()) return &*found;
    }
    return nullptr;
}

Cell ExplainData::cell(const std::string& code, const std::string& column) const {
    const auto at = std::ranges::find(table_.columns, column, &Column::name);
    if (at == table_.columns.end()) return {};
    for (const std::vector<Cell>& cells : table_.rows) {
        if (cells.front() == text_cell(code)) {
            return cells[static_cast<std::size_t>(at - table_.columns.begin())];
        }
    }
    return {};
}

const Losses& ExplainData::losses() const {
    if (!losses_) losses_.emplace(world_);
    return *losses_;
}

const EquilibriumLosses& ExplainData::exact() const {
    if (!exact_) exact_.emplace(world_);
    return *exact_;
}

const PathDecomposition& ExplainData::path(std::size_t country, std::size_t pole) const {
    const std::pair asked{country, pole};
    if (!path_ || path_of_ != asked) {
        path_ = exact().path({.countries = {country}, .power = powers_[pole].members}, {});
        path_of_ = asked;
    }
    return *path_;
}

const HedgingColumn& ExplainData::hedging() const {
    if (!hedging_) hedging_.emplace(load(layers_), hedging_options(options_));
    return *hedging_;
}

const RiskColumn& ExplainData::risk() const {
    if (!risk_) {
        risk_.emplace(layers_, options_.poles, options_.draws, options_.seed, options_.threads);
    }
    return *risk_;
}

double number_of(const Explanation& explanation) {
    const auto* number = std::get_if<double>(&explanation.value.value);
    return number == nullptr ? std::numeric_limits<double>::quiet_NaN() : *number;
}

}  // namespace entente::detail
