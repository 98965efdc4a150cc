#include "entente/study/risk/forecast.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/realignment/hazard/nearest_cases.hpp"
#include "entente/study/risk/channels.hpp"
#include "entente/study/risk/model.hpp"
#include "entente/study/selection.hpp"

namespace entente {
namespace {

/// Groups shown where none is asked for: their members are not partners of the United States alone.
constexpr std::array<const char*, 1> default_groups{"ASEAN"};

/// A forecast and what its rows show, by code.
struct Forecasts {
    const HazardTable& table;
    const RiskModels& models;
    const World& world;
    RiskForecast before;
    std::optional<RiskForecast> after;

    std::optional<std::size_t> find(const std::string& code) const {
        for (std::size_t k = 0; k < before.countries.size(); ++k) {
            if (table.states[before.countries[k].state] == code) return k;
        }
        return std::nullopt;
    }

    std::string name_of(const std::string& code) const {
        const auto n = world.countries().find(code);
        return n ? world.country_name(*n) : code;
    }

    RiskRow row(std::size_t k) const;
    RiskRow group_row(const std::string& code, const std::vector<std::size_t>& members) const;
};

std::vector<RiskBlock> blocks_of(const CountryRisk& risk) {
    const std::vector<std::string_view> names = predictors_of(headline_specification);
    std::vector<RiskBlock> blocks;
    for (const DriverBlock block : {DriverBlock::duration, DriverBlock::alignment,
                                    DriverBlock::regime, DriverBlock::conflict}) {
        RiskBlock sum{driver_block_names[static_cast<std::size_t>(block)], 0.0};
        for (const RiskDriver& driver : risk.drivers) {
            if (predictor(names[driver.predictor]).block == block) sum.log_odds += driver.log_odds;
        }
        blocks.push_back(std::move(sum));
    }
    return blocks;
}

RiskRow Forecasts::row(std::size_t k) const {
    const CountryRisk& risk = (after ? *after : before).countries[k];
    const std::string& code = table.states[risk.state];
    RiskRow row{.code = code,
                .name = name_of(code),
                .is_partner = risk.is_partner,
                .is_treaty_ally = risk.is_treaty_ally,
                .probability = risk.probability,
                .low = risk.low,
                .high = risk.high,
                .multiple_of_base_rate = risk.multiple_of_base_rate,
                .label = risk.label,
                .label_probability = risk.label_probability[risk.label],
                .lowest_label = risk.lowest_label,
                .highest_label = risk.highest_label,
                .blocks = blocks_of(risk)};
    for (const NearestCase& each : nearest_cases(models, table, risk.state, before.horizon)) {
        const std::string& other = table.states[each.state];
        row.precedents.push_back({other, name_of(other), each.year, each.event_year});
    }
    if (after) {
        std::vector<double> changes;
        double rising = 0.0;
        for (std::size_t d = 0; d < before.draws.columns(); ++d) {
            changes.push_back(after->draws(k, d) - before.draws(k, d));
            rising += changes.back() > 0.0 ? 1.0 : 0.0;
        }
        row.share_rising = rising / static_cast<double>(changes.size());
        row.change = median(std::move(changes));
    }
    return row;
}

RiskRow Forecasts::group_row(const std::string& code,
                             const std::vector<std::size_t>& members) const {
    RiskRow row{.code = code, .name = code};
    const RiskForecast& shown = after ? *after : before;
    const auto risk = [&](std::size_t k) { return shown.countries[k].probability; };
    const auto [low, high] = std::ranges::minmax_element(members, {}, risk);
    row.low = risk(*low);
    row.high = risk(*high);
    std::vector<double> middle;
    for (const std::size_t k : members) middle.push_back(risk(k));
    row.probability = median(std::move(middle));
    row.multiple_of_base_rate = row.probability / shown.base_rate;
    row.lowest_label = shown.countries[*low].label;
    row.highest_label = shown.countries[*high].label;
    row.lowest_member = table.states[shown.countries[*low].state];
    row.highest_member = table.states[shown.countries[*high].state];
    return row;
}

/// Rows of the countries named, and groups as ranges, in the order of the request.
std::vector<RiskRow> named_rows(const Forecasts& forecasts, const std::vector<std::string>& codes) {
    std::vector<RiskRow> rows;
    std::string unknown;
    const std::vector<std::string> groups = forecasts.world.groups();
    for (const std::string& code : codes) {
        if (std::ranges::find(groups, code) != groups.end()) {
            std::vector<std::size_t> members;
            for (const std::size_t n : forecasts.world.members(code)) {
                const auto k = forecasts.find(forecasts.world.countries()[n]);
                if (k) members.push_back(*k);
            }
            if (!members.empty()) rows.push_back(forecasts.group_row(code, members));
            for (const std::size_t k : members) rows.push_back(forecasts.row(k));
            continue;
        }
        const auto k = forecasts.find(code);
        if (k) {
            rows.push_back(forecasts.row(*k));
        } else {
            unknown += fmt::format(
                "{}{}: the panel of {} has no such state.{} It holds neither the United States, "
                "Russia and China, nor states bound to these two by a defence treaty, nor those "
                "that never had a million people.",
                unknown.empty() ? "" : "\n", code, forecasts.before.year,
                did_you_mean(code, forecasts.table.states));
        }
    }
    if (!unknown.empty()) throw OptionError(unknown);
    return rows;
}

/// Partners from the highest risk down, then the default groups with members that are not.
std::vector<RiskRow> default_rows(const Forecasts& forecasts) {
    std::vector<RiskRow> rows;
    for (std::size_t k = 0; k < forecasts.before.countries.size(); ++k) {
        if (forecasts.before.countries[k].is_partner) rows.push_back(forecasts.row(k));
    }
    std::ranges::stable_sort(rows, std::greater{}, &RiskRow::probability);
    const std::vector<std::string> groups = forecasts.world.groups();
    for (const std::string group : default_groups) {
        if (std::ranges::find(groups, group) == groups.end()) continue;
        for (RiskRow& row : named_rows(forecasts, {group})) {
            if (row.is_group() || !row.is_partner) rows.push_back(std::move(row));
        }
    }
    return rows;
}

}  // namespace

RiskTable make_risk_table(const WorldCatalog& worlds, const LayerSet& layers,
                          const RiskTaskOptions& options) {
    if (options.full) throw OptionError("--full belongs to --backtest: add it.");
    const detail::RiskData data = detail::load_risk_data(layers, options.threads);
    const World world = worlds.open(options.world);
    const PanelHazard hazard = detail::risk_hazard(data, detail::RiskOutcome::headline);
    const int year = detail::last_risk_year(data);
    const int horizon = static_cast<int>(options.horizon);
    const RiskModels models =
        detail::make_risk_models(hazard.table, year, horizon, options.seed, options.threads);
    const RiskOptions choices{.horizon = horizon,
                              .num_draws = options.draws,
                              .seed = options.seed,
                              .threads = options.threads};
    const detail::RiskChange change = detail::make_risk_change(worlds, hazard.table, year, options);

    Forecasts forecasts{.table = hazard.table,
                        .models = models,
                        .world = world,
                        .before = forecast_risk(models, hazard.table, choices),
                        .after = {}};
    if (!change.notes.empty()) {
        forecasts.after = forecast_risk(models, change.table, choices, change.shifts);
    }
    return {.year = year,
            .horizon = horizon,
            .num_draws = options.draws,
            .seed = options.seed,
            .base_rate = forecasts.before.base_rate,
            .cuts = forecasts.before.cuts,
            .rows = options.countries.empty() ? default_rows(forecasts)
                                              : named_rows(forecasts, options.countries),
            .scenario_notes = change.notes,
            .sources = {layers_line(data.stamps)}};
}

}  // namespace entente
