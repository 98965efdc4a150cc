#include "entente/study/liberation_day.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/scenario_reader.hpp"

namespace entente {

extern const std::string_view april_2025_scenario;

namespace detail {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr const char* source = "Ignatenko and others (2025), tables of the replication files";

/// Lowest and highest of the published cases; NaN where none is published.
struct Published {
    double low;
    double high;
};

struct Answer {
    const char* name;
    RetaliationRule rule;
    /// United States, China, EU, all others.
    std::array<Published, 4> published;
};

constexpr std::array answers{
    Answer{"no answer",
           RetaliationRule::none,
           {{{-0.01, 1.13}, {none, none}, {none, none}, {-0.58, -0.57}}}},
    Answer{"answered in kind by everyone",
           RetaliationRule::reciprocal,
           {{{-1.02, -0.36}, {-0.82, -0.82}, {-0.22, -0.22}, {-0.71, -0.46}}}}};

double mean_welfare_pct(const Baseline& baseline, const std::vector<CountryChange>& changes,
                        const std::vector<std::size_t>& countries) {
    double income = 0.0;
    double sum = 0.0;
    for (const std::size_t n : countries) {
        income += baseline.income[n];
        sum += baseline.income[n] * (changes[n].welfare_hat - 1.0);
    }
    return 100.0 * sum / income;
}

/// Whose welfare is compared, in the order of Answer::published.
struct Bloc {
    std::string name;
    std::vector<std::size_t> members;
};

std::vector<Bloc> blocs_of(const World& world) {
    const std::size_t usa = world.countries().at("USA");
    std::vector<std::size_t> others;
    for (std::size_t n = 0; n < world.num_countries(); ++n) {
        if (n != usa) others.push_back(n);
    }
    return {{"USA", {usa}},
            {"CHN", {world.countries().at("CHN")}},
            {"EU27", world.members("EU27", std::nullopt)},
            {"all others", others}};
}

void add_closure(const World& world, const Shock& shock, DeficitMode deficits,
                 const std::vector<Bloc>& blocs, std::vector<RangeFact>& facts) {
    const Baseline baseline = make_baseline(world, {.deficits = deficits});
    const Equilibrium solved = solve_equilibrium(baseline, shock);
    if (!solved.is_usable()) return;
    const std::vector<CountryChange> changes = country_changes(baseline, shock, solved);
    for (std::size_t b = 0; b < blocs.size(); ++b) {
        const double ours = mean_welfare_pct(baseline, changes, blocs[b].members);
        facts[b].ours_low = std::fmin(facts[b].ours_low, ours);
        facts[b].ours_high = std::fmax(facts[b].ours_high, ours);
    }
}

}  // namespace

std::vector<RangeFact> liberation_day_ranges(const World& world) {
    Scenario scenario = parse_scenario(april_2025_scenario, "scenarios/us-tariffs/2025-04-05.toml");
    scenario.retaliation.against = {"USA"};
    const std::vector<Bloc> blocs = blocs_of(world);
    std::vector<RangeFact> ranges;
    for (const Answer& answer : answers) {
        scenario.retaliation.rule = answer.rule;
        const Shock shock = make_shock(world, scenario);
        std::vector<RangeFact> facts;
        for (std::size_t b = 0; b < blocs.size(); ++b) {
            facts.push_back({.experiment = answer.name,
                             .country = blocs[b].name,
                             .ours_low = none,
                             .ours_high = none,
                             .theirs_low = answer.published[b].low,
                             .theirs_high = answer.published[b].high,
                             .source = source});
        }
        for (const DeficitMode deficits :
             {DeficitMode::balanced, DeficitMode::fixed, DeficitMode::multiplicative}) {
            add_closure(world, shock, deficits, blocs, facts);
        }
        ranges.insert(ranges.end(), facts.begin(), facts.end());
    }
    return ranges;
}

}  // namespace detail
}  // namespace entente
