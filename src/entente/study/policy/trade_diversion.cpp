#include "entente/study/policy/trade_diversion.hpp"

#include <string>
#include <string_view>

#include "entente/base/array.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/scenario_reader.hpp"

namespace entente {

extern const std::string_view us_china_2018_scenario;

namespace detail {
namespace {

constexpr const char* alfaro_chor = "Alfaro and Chor (2023), shares of US goods imports 2017-22";
constexpr const char* bystanders = "Fajgelbaum and others, bystanders of the trade war";

/// [i, n] goods that i sells to n, before and after.
struct GoodsTrade {
    Array2<double> before;
    Array2<double> after;
};

GoodsTrade solved_goods(const World& world) {
    const Scenario scenario =
        parse_scenario(us_china_2018_scenario, "scenarios/us-china-2018-19.toml");
    const Shock shock = make_shock(world, scenario);
    const Baseline base = make_baseline(world);
    const TradeState after = trade_state(base, shock, solve_equilibrium(base, shock));
    const TradeState before = trade_state(base, {}, solve_equilibrium(base, {}));
    const std::size_t num_countries = world.num_countries();
    GoodsTrade goods{.before = Array2<double>(num_countries, num_countries),
                     .after = Array2<double>(num_countries, num_countries)};
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            for (std::size_t s = 0; i != n && s < world.num_sectors(); ++s) {
                if (world.data().sectors[s].kind != SectorKind::goods) continue;
                goods.before(i, n) += before.trade_flow(i, n, s);
                goods.after(i, n) += after.trade_flow(i, n, s);
            }
        }
    }
    return goods;
}

double share_in_imports(const Array2<double>& trade, std::size_t i, std::size_t n) {
    double all = 0.0;
    for (std::size_t k = 0; k < trade.rows(); ++k) all += trade(k, n);
    return trade(i, n) / all;
}

}  // namespace

std::vector<SignFact> trade_diversion_facts(const World& world) {
    const GoodsTrade goods = solved_goods(world);
    const std::size_t usa = world.countries().at("USA");
    const std::size_t china = world.countries().at("CHN");
    std::vector<SignFact> facts;
    const auto add_share = [&](const char* country, int published) {
        const std::size_t i = world.countries().at(country);
        const double change =
            share_in_imports(goods.after, i, usa) - share_in_imports(goods.before, i, usa);
        facts.push_back({.fact = "share in US goods imports, points",
                         .country = country,
                         .ours = 100.0 * change,
                         .published_sign = published,
                         .source = alfaro_chor});
    };
    add_share("CHN", -1);
    for (const char* const country : {"MEX", "CAN", "KOR", "IND", "TWN"}) add_share(country, 1);
    add_share("JPN", -1);
    for (const char* const country : {"KOR", "MEX", "TWN"}) {
        const std::size_t i = world.countries().at(country);
        double before = 0.0;
        double after = 0.0;
        for (std::size_t n = 0; n < world.num_countries(); ++n) {
            if (n == usa || n == china) continue;
            before += goods.before(i, n);
            after += goods.after(i, n);
        }
        facts.push_back({.fact = "goods exports to the rest of the world, %",
                         .country = country,
                         .ours = 100.0 * (after / before - 1.0),
                         .published_sign = 1,
                         .source = bystanders});
    }
    return facts;
}

}  // namespace detail
}  // namespace entente
