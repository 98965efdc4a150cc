#include "entente/study/policy/autarky_checks.hpp"

#include <algorithm>

#include "entente/model/equilibrium/autarky.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/study/policy/simpler_worlds.hpp"

namespace entente::detail {
namespace {

// The same in every sector, so that gains differ by structure alone; a choice of ours.
constexpr double common_theta = 5.0;
// 1e-8 of welfare, in percent.
constexpr double closed_form = 1e-6;
// A cost at which trade of the smallest theta, 1.45, is 1e-29 of what it was.
constexpr double prohibitive_cost = 1e20;
constexpr const char* formula =
    "closed form of Arkolakis, Costinot and Rodriguez-Clare (2012), extended to sectors and inputs";

Array3<double> on_all_partners(const Baseline& base, std::size_t n, double value) {
    Array3<double> array(base.num_countries(), base.num_countries(), base.num_sectors(), 1.0);
    for (std::size_t i = 0; i < base.num_countries(); ++i) {
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            array(i, n, s) = value;
            array(n, i, s) = value;
        }
    }
    return array;
}

double welfare_pct(const Baseline& base, std::size_t n, const Shock& shock) {
    const Equilibrium solved = solve_equilibrium(base, shock);
    // A search that failed has no figures; 0 differs from every closed form.
    if (!solved.is_usable()) return 0.0;
    return 100.0 * (country_changes(base, shock, solved)[n].welfare_hat - 1.0);
}

/// Welfare of each country alone, solved and in closed form.
void add_cuts(const Baseline& base, const std::vector<std::string>& countries,
              const std::string& experiment, std::vector<VerifiedFigure>& figures) {
    const std::vector<double> real_wage = autarky_real_wage_hat(base);
    for (const std::string& country : countries) {
        const std::size_t n = base.countries.at(country);
        // Without trade there is no tariff, and income is earned income.
        const double theirs = 100.0 * (real_wage[n] * base.value_added[n] / base.income[n] - 1.0);
        const auto add = [&](const char* figure, double ours) {
            figures.push_back({.experiment = experiment,
                               .figure = figure,
                               .country = country,
                               .ours = ours,
                               .theirs = theirs,
                               .tolerance = closed_form,
                               .source = formula});
        };
        add("welfare, share factor 0",
            welfare_pct(base, n, {.share_factor = on_all_partners(base, n, 0.0)}));
        if (country != countries.front()) continue;
        add("welfare, trade costs 1e20",
            welfare_pct(base, n, {.trade_cost_hat = on_all_partners(base, n, prohibitive_cost)}));
    }
}

/// Smallest rise of the gains from trade from one world to the other, in points, among countries
/// that could live without trade.
VerifiedFigure smallest_rise(const Baseline& less, const Baseline& more,
                             const std::string& experiment, const char* figure,
                             const char* source) {
    const std::vector<double> before = autarky_real_wage_hat(less);
    const std::vector<double> after = autarky_real_wage_hat(more);
    std::size_t lowest = 0;
    for (std::size_t n = 0; n < before.size(); ++n) {
        if (after[n] == 0.0) continue;
        if (after[lowest] == 0.0 || before[n] - after[n] < before[lowest] - after[lowest])
            lowest = n;
    }
    return {.experiment = experiment,
            .figure = figure,
            .country = less.countries[lowest],
            .ours = 100.0 * (before[lowest] - after[lowest]),
            .theirs = 0.0,
            .tolerance = 0.0,
            .source = source,
            .is_lower_bound = true};
}

}  // namespace

void add_autarky_checks(const World& world, const std::vector<std::string>& countries,
                        std::vector<VerifiedFigure>& figures) {
    const World level = with_one_elasticity(world, common_theta);
    const Baseline one = make_baseline(with_one_sector(world, common_theta));
    const Baseline many = make_baseline(without_inputs(level));
    const Baseline linked = make_baseline(level);
    add_cuts(one, countries, world.name() + ", autarky, one sector", figures);
    add_cuts(many, countries, world.name() + ", autarky, sectors", figures);
    add_cuts(linked, countries, world.name() + ", autarky, sectors and inputs", figures);
    add_cuts(make_baseline(world), countries, world.name() + ", autarky, its own theta", figures);
    const std::string order = world.name() + ", gains from trade";
    figures.push_back(smallest_rise(one, many, order, "smallest rise, one sector to many",
                                    "at least 0: sectors cannot stand in for one another"));
    figures.push_back(smallest_rise(many, linked, order, "smallest rise, inputs added",
                                    "at least 0: inputs are traded too"));
}

}  // namespace entente::detail
