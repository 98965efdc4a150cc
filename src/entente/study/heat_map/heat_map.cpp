#include "entente/study/heat_map/heat_map.hpp"

#include <algorithm>

#include "entente/measures/trade_links.hpp"
#include "entente/study/exposure/stored_intervals.hpp"
#include "entente/study/heat_map/hedging_column.hpp"
#include "entente/study/heat_map/losses.hpp"
#include "entente/study/heat_map/order.hpp"
#include "entente/study/heat_map/selection.hpp"
#include "entente/study/hedging/options.hpp"
#include "entente/study/hedging/own_trade.hpp"
#include "entente/study/risk/column.hpp"

namespace entente {
namespace {

using detail::HedgingColumn;
using detail::Losses;
using detail::LossesByPole;
using detail::Power;
using detail::ShownGroup;

// Above this share of output the technology of an economy is called borrowed.
constexpr double mostly = 0.5;

/// All rows of a map by position in the world, with what group rows need of it.
struct Measured {
    const World& world;
    const Losses& losses;
    const std::vector<Power>& powers;
    /// [n] empty for the members of the poles and ROW.
    std::vector<HeatMapRow> rows;

    double mean(const std::vector<std::size_t>& members, auto figure) const {
        std::vector<double> figures(rows.size());
        std::ranges::transform(rows, figures.begin(), figure);
        return detail::weighted_mean(figures, losses.state().value_added, members);
    }
};

/// The row of country n, which is row k of the losses.
HeatMapRow country_row(const Measured& measured, const LossesByPole& losses, std::size_t n,
                       std::size_t k) {
    const World& world = measured.world;
    const TradeState& state = measured.losses.state();
    HeatMapRow row{.code = world.countries()[n],
                   .name = world.country_name(n),
                   .ties = {},
                   .effective_partners = effective_partners(state, n),
                   .estimated_share = quality_shares(world, n).estimated,
                   .has_borrowed_technology = detail::borrowed_technology_share(world, n) > mostly};
    for (std::size_t p = 0; p < 2; ++p) {
        row.ties[p] = {.exposure = losses[p][k].countries,
                       .reverse_exposure = losses[p][k].power,
                       .trade_share = trade_shares(state, n, measured.powers[p].members).trade};
    }
    return row;
}

/// The losses of row k on the other time path of elasticities.
void add_other_profile(const std::optional<LossesByPole>& others, std::size_t k, HeatMapRow& row) {
    for (std::size_t p = 0; others && p < 2; ++p) {
        row.ties[p].exposure_other_profile = (*others)[p][k].countries;
    }
}

/// Draws are stored for cuts from one power; a group's are of all its members outside that power,
/// so that a group with a member in the other pole has none.
void add_intervals(const Measured& measured, const detail::StoredIntervals& stored, HeatMap& map) {
    map.intervals = stored.source();
    for (std::vector<HeatMapRow>* rows : {&map.countries, &map.groups}) {
        for (HeatMapRow& row : *rows) {
            for (std::size_t p = 0; p < 2; ++p) {
                const bool is_split =
                    row.is_group() &&
                    std::ranges::any_of(measured.world.members(row.code), [&](std::size_t n) {
                        return measured.powers[1 - p].has(n);
                    });
                if (is_split) continue;
                row.ties[p].exposure_interval =
                    stored.loss(map.poles[p].code, "all", map.horizon, row.code);
            }
        }
    }
}

MemberRange member_range(const Measured& measured, const std::vector<std::size_t>& members,
                         std::size_t pole) {
    const auto exposure = [&](std::size_t n) { return measured.rows[n].ties[pole].exposure; };
    const auto [low, high] = std::ranges::minmax_element(members, {}, exposure);
    return {.low = exposure(*low),
            .low_member = measured.world.countries()[*low],
            .high = exposure(*high),
            .high_member = measured.world.countries()[*high]};
}

HeatMapRow group_row(const Measured& measured, const LossesByPole& losses, const ShownGroup& group,
                     std::size_t k) {
    const std::vector<std::size_t>& members = group.members;
    HeatMapRow row{.code = group.code,
                   .name = group.code,
                   .ties = {},
                   .effective_partners = measured.mean(members, &HeatMapRow::effective_partners),
                   .estimated_share = measured.mean(members, &HeatMapRow::estimated_share)};
    row.has_borrowed_technology = measured.mean(members, [](const HeatMapRow& member) {
        return member.has_borrowed_technology ? 1.0 : 0.0;
    }) > mostly;
    for (std::size_t p = 0; p < 2; ++p) {
        row.ties[p] = {
            .exposure = measured.mean(members, [p](const auto& r) { return r.ties[p].exposure; }),
            .reverse_exposure = losses[p][k].power,
            .trade_share =
                measured.mean(members, [p](const auto& r) { return r.ties[p].trade_share; }),
            .exposure_range = member_range(measured, members, p)};
        if (measured.rows[members.front()].ties[p].exposure_other_profile) {
            row.ties[p].exposure_other_profile = measured.mean(members, [p](const auto& r) {
                return r.ties[p].exposure_other_profile.value_or(0.0);
            });
        }
    }
    for (const std::size_t member : members) {
        row.members.push_back(measured.world.countries()[member]);
    }
    return row;
}

std::optional<LevelThresholds> thresholds(const Measured& measured,
                                          const std::vector<std::size_t>& all) {
    std::vector<double> figures;
    for (const std::size_t n : all) {
        for (const PoleTie& tie : measured.rows[n].ties) figures.push_back(tie.exposure);
    }
    return fifths(figures);
}

/// The economies, then the groups: what is cut off from each pole.
std::vector<std::vector<std::size_t>> rows_of(const std::vector<std::size_t>& economies,
                                              const std::vector<ShownGroup>& groups) {
    std::vector<std::vector<std::size_t>> rows;
    for (const std::size_t n : economies) rows.push_back({n});
    for (const ShownGroup& group : groups) rows.push_back(group.members);
    return rows;
}

void add_hedging(const Measured& measured, const HedgingColumn& hedging, HeatMap& map) {
    map.hedging = hedging.legend();
    map.hedging_missing = hedging.missing();
    for (HeatMapRow& row : map.countries) row.hedging = hedging.country(row.code);
    for (HeatMapRow& row : map.groups) {
        detail::WeightedMembers members{.codes = row.members, .weights = {}};
        for (const std::string& code : row.members) {
            const std::size_t n = measured.world.countries().at(code);
            members.weights.push_back(measured.losses.state().value_added[n]);
        }
        row.hedging = hedging.group(members);
    }
}

}  // namespace

HeatMap make_heat_map(const World& long_run, const HeatMapOptions& options,
                      const LayerSet& layers) {
    const Horizon horizon = horizon_named(options.horizon, options.profile);
    const World world = at_horizon(long_run, horizon);
    const detail::HedgingColumnOptions choices = detail::hedging_options(options);
    // First, because bad files should not wait for the losses.
    detail::LoadedLayers loaded = detail::load_with_trade(layers, options.trade);
    const std::vector<Power> powers = detail::two_powers(world, options.poles);
    const std::vector<std::size_t> shown = detail::shown_countries(world, powers, options);
    const std::vector<ShownGroup> groups = detail::shown_groups(world, powers, options);
    HeatMap map{.world = detail::stamp(long_run),
                .poles = {powers[0].pole, powers[1].pole},
                .method = options.method == "ge" ? ExposureMethod::ge : ExposureMethod::closed_form,
                .horizon = horizon};
    const detail::RowOrder order(map.poles, options.sort);

    const Losses closed_form(world);
    const std::vector<std::size_t> all = detail::economies(world, powers);
    const LossesByPole losses = detail::losses_by_pole(
        world, closed_form, powers, rows_of(all, groups), map.method, options.threads);
    std::optional<LossesByPole> others;
    if (horizon.needs_both_profiles()) {
        const World other = at_horizon(long_run, horizon.with_other_profile());
        others = detail::losses_by_pole(other, Losses(other), powers, rows_of(all, {}), map.method,
                                        options.threads);
    }
    Measured measured{.world = world,
                      .losses = closed_form,
                      .powers = powers,
                      .rows = std::vector<HeatMapRow>(world.num_countries())};
    for (std::size_t k = 0; k < all.size(); ++k) {
        measured.rows[all[k]] = country_row(measured, losses, all[k], k);
        add_other_profile(others, k, measured.rows[all[k]]);
    }

    map.num_economies = all.size();
    map.thresholds = thresholds(measured, all);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        map.groups.push_back(group_row(measured, losses, groups[g], all.size() + g));
    }
    for (const std::size_t n : shown) map.countries.push_back(measured.rows[n]);
    const detail::RiskColumn risk(layers, options.poles, options.draws, options.seed,
                                  options.threads);
    map.risk_layers = risk.layers();
    for (HeatMapRow& row : map.countries) row.risk = risk.country(row.code);
    for (HeatMapRow& row : map.groups) row.risk = risk.group(row.members);
    add_hedging(measured, HedgingColumn(std::move(loaded), choices), map);
    if (map.method == ExposureMethod::ge) {
        add_intervals(measured, detail::StoredIntervals(long_run, layers), map);
    }
    order.apply(map.countries);
    return map;
}

}  // namespace entente
