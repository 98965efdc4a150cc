#include "entente/study/explain/explain_data.hpp"

#include <algorithm>
#include <limits>

#include "entente/study/alignment/pole_tables.hpp"
#include "entente/study/exposure/stored_intervals.hpp"
#include "entente/study/heat_map/selection.hpp"
#include "entente/study/hedging/options.hpp"

namespace entente::detail {

ExplainData::ExplainData(const World& world, const LayerSet& layers, HeatMapOptions options,
                         int year)
    : world_(world),
      layers_(layers),
      options_(std::move(options)),
      year_(year),
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

bool ExplainData::is_economy(const std::string& code) const {
    const auto n = world_.countries().find(code);
    if (!n) return false;
    const std::vector<std::size_t> all = economies(world_, {});
    return std::ranges::find(all, *n) != all.end();
}

HeatMapRow ExplainData::row_beside(const std::string& code) const {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    HeatMapRow row{.code = code, .name = code, .ties = {}};
    row.ties.fill({.exposure = none, .reverse_exposure = none});
    row.hedging.missing = "it has no row in the heat map";
    if (code == "WLD") row.name = "Everybody";
    if (const auto n = world_.countries().find(code)) row.name = world_.country_name(*n);
    if (!is_economy(code)) return row;
    const PoleOptions beside{.countries = {code},
                             .powers = options_.poles,
                             .by = "country",
                             .method = options_.method,
                             .threads = options_.threads};
    const PoleTable table = make_pole_table(world_, beside);
    const StoredIntervals stored(world_, layers_);
    for (std::size_t p = 0; p < row.ties.size(); ++p) {
        row.ties[p].exposure = table.countries.front().loss[p];
        row.ties[p].reverse_exposure = table.countries.front().reverse[p];
        if (map_.method == ExposureMethod::closed_form) continue;
        row.ties[p].exposure_interval = stored.loss(map_.poles[p].code, "all", {}, code);
    }
    return row;
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

const InputReliance& ExplainData::reliance(std::size_t pole) const {
    std::optional<InputReliance>& kept = reliance_[pole];
    if (!kept) kept = input_reliance(world_, losses().state(), powers_[pole].members);
    return *kept;
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

const UnVotes* ExplainData::votes() const {
    const Layer* layer = layers_.find("votes");
    if (layer == nullptr) return nullptr;
    if (!votes_) votes_ = read_un_votes(*layer);
    return &*votes_;
}

const SignalsLedger* ExplainData::signals() const {
    const Layer* layer = layers_.find("signals");
    if (layer == nullptr) return nullptr;
    if (!signals_) signals_ = read_signals(*layer);
    return &*signals_;
}

LayerStamp ExplainData::layer_stamp(std::string_view layout) const {
    const Layer& layer = *layers_.find(layout);
    return {.name = layer.name(),
            .content_hash = layer.content_hash(),
            .sources = layer.data().source_names};
}

const PoleTable& ExplainData::pole_candidates(const std::string& code) const {
    const auto codes_with = [&](const std::vector<Power>& powers) {
        std::vector<std::string> codes;
        for (const Power& power : powers) codes.push_back(power.pole.code);
        for (const std::size_t n : economies(world_, powers)) {
            codes.push_back(world_.countries()[n]);
        }
        return codes;
    };
    std::vector<std::string> codes = codes_with(powers_);
    const bool is_beside = std::ranges::find(codes, code) == codes.end();
    if (is_beside) codes = codes_with({power_named(world_, code)});
    const auto [at, is_new] = candidates_.try_emplace(is_beside ? code : std::string());
    if (is_new) {
        at->second = make_pole_table(world_, {.powers = codes, .threads = options_.threads});
    }
    return at->second;
}

double number_of(const Explanation& explanation) {
    const auto* number = std::get_if<double>(&explanation.value.value);
    return number == nullptr ? std::numeric_limits<double>::quiet_NaN() : *number;
}

}  // namespace entente::detail
