#include "entente/study/risk/network.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "entente/base/error.hpp"
#include "entente/realignment/network/war_stability.hpp"
#include "entente/study/risk/layers.hpp"

namespace entente {
namespace {

/// Ties of this strength are alliances: a shared guarantor or the Rio Treaty is not enough.
constexpr double alliance = 1.0;
constexpr std::size_t listed_pairs = 20;
constexpr const char* trade_publisher = "baci";

/// Values of a vintage in million USD.
double millions(const TradeVintage& vintage) {
    if (vintage.unit == "million USD") return 1.0;
    if (vintage.unit == "thousand USD") return 1e-3;
    throw OptionError(fmt::format("Trade of {} is in {}; million or thousand USD is needed.",
                                  vintage.code, vintage.unit));
}

const TradeVintage& latest_trade(const TradeTotals& totals) {
    const auto years = totals.years(trade_publisher);
    if (years.empty()) {
        throw OptionError("The layer totals has no trade of the publisher baci.");
    }
    return *totals.find(trade_publisher, years.back());
}

/// [actor, partner] exports and imports of goods over GDP of the same year; 0 if not covered.
Array2<double> trade_shares(const detail::LoadedLayers& layers, const TradeVintage& vintage,
                            const std::vector<std::string>& actors) {
    const auto gdp = detail::actor_sizes(layers, actors, vintage.year);
    const double unit = millions(vintage);
    Array2<double> shares(actors.size(), actors.size());
    for (std::size_t i = 0; i < actors.size(); ++i) {
        for (std::size_t j = 0; j < actors.size(); ++j) {
            const auto a = layers.totals->economies.find(actors[i]);
            const auto b = layers.totals->economies.find(actors[j]);
            if (i == j || !a || !b) continue;
            const double trade = vintage.with(*a, *b);
            if (std::isfinite(trade)) shares(i, j) = trade * unit / gdp[i];
        }
    }
    return shares;
}

std::vector<std::string> codes_of(CountrySet members, const std::vector<std::string>& actors) {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        if ((members >> i) & 1U) codes.push_back(actors[i]);
    }
    return codes;
}

std::vector<NetworkRow> country_rows(const detail::LoadedLayers& layers,
                                     const AllianceNetwork& network, const WarStability& stability,
                                     const std::vector<std::string>& actors) {
    const double all = std::accumulate(network.strengths.begin(), network.strengths.end(), 0.0);
    std::vector<NetworkRow> rows;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        NetworkRow row{.code = actors[i],
                       .name = detail::actor_name(layers, actors[i]),
                       .strength_share = network.strengths[i] / all};
        row.num_allies = codes_of(network.allies[i], actors).size();
        row.num_spare =
            static_cast<std::size_t>(std::ranges::count_if(stability.spare, [&](const auto& pair) {
                return pair.first == i || pair.second == i;
            }));
        for (const Threat& threat : stability.threats) {
            if (threat.country == i) row.attackers = codes_of(threat.attackers, actors);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

NetworkReport make_network(const RiskNetworkOptions& options, const LayerSet& set) {
    const auto layers = detail::load_for_risk(set, {"geography", "votes", "security", "totals"});
    const int year = static_cast<int>(options.year);
    const auto actors = detail::risk_actors(layers, options.actors, year, max_network_countries);
    AllianceNetwork network{
        .strengths = detail::actor_sizes(layers, actors, year),
        .allies = std::vector<CountrySet>(actors.size(), 0),
        .defence_advantage = detail::positive_option("advantage", options.advantage)};
    NetworkReport report{.year = year, .advantage = network.defence_advantage};
    const PropensityPart pacts = detail::pact_part(layers, actors, year);
    for (std::size_t i = 0; i < actors.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (pacts.values(i, j) < alliance) continue;
            network.set_allied(i, j, true);
            ++report.num_alliances;
        }
    }
    const WarStability stability = check_war_stability(network);
    const TradeVintage& vintage = latest_trade(*layers.totals);
    const Array2<double> shares = trade_shares(layers, vintage, actors);
    report.cost = detail::positive_option("cost", options.cost) / 100.0;
    const TradeHold hold = trade_that_holds(stability, shares, report.cost);
    report.trade_year = vintage.year;
    report.threshold = hold.threshold;
    report.num_wanted = stability.wanted.size();
    for (std::size_t k = 0; k < std::min(listed_pairs, stability.wanted.size()); ++k) {
        const auto& [a, b] = stability.wanted[k];
        report.wanted.push_back(fmt::format("{}-{}", actors[a], actors[b]));
    }
    for (const auto& [pair, need] : hold.needs) {
        const auto& [a, b] = pair;
        report.spare.push_back(
            {.a = actors[a],
             .b = actors[b],
             .trade_share = std::min(shares(a, b), shares(b, a)),
             .needed_gain = std::isfinite(need) ? std::optional(need) : std::nullopt});
    }
    report.rows = country_rows(layers, network, stability, actors);
    report.layers = layers.stamps;
    return report;
}

}  // namespace entente
