#include "entente/study/country/profile.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/measures/look_through.hpp"
#include "entente/measures/trade_links.hpp"
#include "entente/study/country/profile_story.hpp"
#include "entente/study/exposure/losses.hpp"
#include "entente/study/exposure/side_losses.hpp"
#include "entente/study/heat_map/hedging_column.hpp"
#include "entente/study/hedging/options.hpp"
#include "entente/study/selection.hpp"

namespace entente {
namespace {

using detail::Losses;
using detail::Power;

constexpr double mostly = 0.5;

std::vector<Power> other_powers(const World& world, const ProfileOptions& options) {
    std::vector<Power> powers;
    for (const std::string& code : options.poles) {
        if (code != options.country) powers.push_back(detail::power_named(world, code));
    }
    if (powers.empty()) {
        throw OptionError(fmt::format("poles must name a power other than {}.", options.country));
    }
    return powers;
}

std::vector<SectorTie> sector_ties(const World& world, const Losses& losses,
                                   const InputReliance& reliance, const Power& power,
                                   std::size_t n) {
    std::vector<SectorTie> ties;
    for (std::size_t s = 0; s < world.num_sectors(); ++s) {
        const Sector& sector = world.data().sectors[s];
        const Scope scope{.sector = sector.code, .sector_name = sector.name};
        ties.push_back({.sector = sector.code,
                        .name = sector.name,
                        .loss = losses.of_country(n, power.members, scope).total,
                        .face_value = reliance.face_value(n, s),
                        .look_through = reliance.look_through(n, s)});
    }
    return ties;
}

template <class Record>
std::vector<Record> largest(std::vector<Record> records, double Record::*figure,
                            std::size_t count) {
    std::ranges::stable_sort(records, std::ranges::greater{}, figure);
    if (records.size() > count) records.resize(count);
    return records;
}

ScopedLoss scoped_loss(const Losses& losses, const detail::EquilibriumLosses& exact,
                       const Power& power, std::size_t n, const Scope& scope) {
    const auto solved = exact.of({{.countries = {n}, .power = power.members}}, {.scope = scope}, 1);
    return {.country = losses.of_country(n, power.members, scope).total,
            .power = losses.of_power(power.members, {n}, scope),
            .exact_country = solved[0].countries,
            .exact_power = solved[0].power};
}

PoleProfile pole_profile(const World& world, const Losses& losses,
                         const detail::EquilibriumLosses& exact, const Power& power, std::size_t n,
                         std::size_t top) {
    const auto loss = [&](const Scope& scope) {
        return scoped_loss(losses, exact, power, n, scope);
    };
    const TradeShares shares = trade_shares(losses.state(), n, power.members);
    const InputReliance inputs = input_reliance(world, losses.state(), power.members);
    const CountryReliance reliance = country_reliance(world, losses.state(), inputs, n);
    const std::vector<SectorTie> ties = sector_ties(world, losses, inputs, power, n);
    return {.pole = power.pole,
            .all = loss({}),
            .imports = loss({.imports = true, .exports = false}),
            .exports = loss({.imports = false, .exports = true}),
            .export_share = shares.exports,
            .import_share = shares.imports,
            .trade_share = shares.trade,
            .face_value = reliance.face_value,
            .look_through = reliance.look_through,
            .final_spending = reliance.final_spending,
            .estimated_share = quality_shares(world, n, power.members).estimated,
            .by_loss = largest(ties, &SectorTie::loss, top),
            .by_reliance = largest(ties, &SectorTie::look_through, top)};
}

std::vector<Partner> partners(const World& world, const TradeState& state, std::size_t n) {
    std::vector<Partner> list;
    double trade = 0.0;
    for (std::size_t m = 0; m < world.num_countries(); ++m) {
        if (m == n) continue;
        Partner partner{.code = world.countries()[m], .name = world.country_name(m)};
        for (std::size_t s = 0; s < world.num_sectors(); ++s) {
            partner.exports += state.trade_flow(n, m, s);
            partner.imports += state.trade_flow(m, n, s);
        }
        trade += partner.exports + partner.imports;
        list.push_back(std::move(partner));
    }
    for (Partner& partner : list) partner.trade_share = (partner.exports + partner.imports) / trade;
    return list;
}

/// Own acts, newest first.
std::vector<DatedAct> own_acts(const SignalsLedger& ledger, const std::string& code) {
    std::vector<DatedAct> acts;
    for (const Signal& signal : ledger.signals) {
        if (signal.actor != code) continue;
        acts.push_back({.date = signal.date,
                        .text = signal.text,
                        .counterpart = signal.counterpart,
                        .direction = signal.direction,
                        .magnitude = static_cast<double>(signal.magnitude),
                        .url = signal.url});
    }
    std::ranges::stable_sort(acts, std::ranges::greater{}, &DatedAct::date);
    return acts;
}

void add_hedging(const detail::HedgingColumn& column, const ProfileOptions& options,
                 CountryProfile& profile) {
    profile.hedging_legend = column.legend();
    profile.hedging = column.country(profile.code);
    if (!column.legend()) return;
    if (const auto& ledger = column.layers().signals) {
        profile.acts = own_acts(*ledger, profile.code);
    }
    profile.growth =
        detail::growth_figures(column.layers(), {options.poles[0], options.poles[1]}, profile.code);
}

/// Hedging, and the country told in five steps.
void add_story(const World& long_run, const LayerSet& layers, const ProfileOptions& options,
               std::size_t n, CountryProfile& profile) {
    const detail::StandingShock shock = detail::april_2025(at_horizon(long_run, profile.horizon));
    const detail::StoredIntervals intervals(long_run, layers);
    detail::StoryEvidence evidence{
        .profile = profile, .shock = shock, .intervals = intervals, .country = n};
    // Hedging is between two powers; a power itself does not hedge.
    if (profile.poles.size() != 2 || options.poles.size() != 2) {
        profile.story = detail::country_story(evidence);
        return;
    }
    const detail::HedgingColumn column(
        detail::load(layers), detail::hedging_options(detail::HedgingWords{.poles = options.poles,
                                                                           .as_of = options.as_of,
                                                                           .draws = options.draws,
                                                                           .seed = options.seed}));
    add_hedging(column, options, profile);
    const detail::RiskColumn risk(layers, options.poles, options.draws, options.seed, 0);
    evidence.risk = &risk;
    if (column.legend()) evidence.hedging = &column;
    profile.story = detail::country_story(evidence);
}

/// Exact losses on the other time path of elasticities, for horizons where the two lie far apart.
void add_other_profile(const World& world, const std::vector<Power>& powers, std::size_t n,
                       CountryProfile& profile) {
    const detail::EquilibriumLosses exact(world);
    for (std::size_t p = 0; p < powers.size(); ++p) {
        const auto add = [&](const Scope& scope, ScopedLoss& loss) {
            const std::vector<detail::Sides> sides{{.countries = {n}, .power = powers[p].members}};
            loss.exact_other_profile = exact.of(sides, {.scope = scope}, 1)[0].countries;
        };
        add({}, profile.poles[p].all);
        add({.imports = true, .exports = false}, profile.poles[p].imports);
        add({.imports = false, .exports = true}, profile.poles[p].exports);
    }
}

}  // namespace

CountryProfile make_country_profile(const World& long_run, const ProfileOptions& options,
                                    const LayerSet& layers) {
    const Horizon horizon = horizon_named(options.horizon, options.profile);
    const World world = at_horizon(long_run, horizon);
    const std::size_t n = world.countries().at(options.country);
    const std::vector<Power> powers = other_powers(world, options);
    const Losses losses(world);
    const detail::EquilibriumLosses exact(world);
    const QualityShares quality = quality_shares(world, n);
    const std::vector<Partner> all_partners = partners(world, losses.state(), n);

    CountryProfile profile{
        .world = detail::stamp(long_run),
        .horizon = horizon,
        .code = options.country,
        .name = world.country_name(n),
        .gdp = losses.state().value_added[n],
        .effective_partners = effective_partners(losses.state(), n),
        .observed_share = quality.observed,
        .scaled_share = quality.scaled,
        .estimated_share = quality.estimated,
        .has_borrowed_technology = detail::borrowed_technology_share(world, n) > mostly,
        .partners = largest(all_partners, &Partner::trade_share, options.top)};
    for (const Partner& partner : all_partners) {
        profile.exports += partner.exports;
        profile.imports += partner.imports;
    }
    for (const Power& power : powers) {
        profile.poles.push_back(pole_profile(world, losses, exact, power, n, options.top));
    }
    if (horizon.needs_both_profiles()) {
        add_other_profile(at_horizon(long_run, horizon.with_other_profile()), powers, n, profile);
    }
    add_story(long_run, layers, options, n, profile);
    return profile;
}

}  // namespace entente
