#include "entente/study/verification.hpp"

#include <algorithm>
#include <array>

#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/study/autarky_checks.hpp"
#include "entente/study/liberation_day.hpp"
#include "entente/study/selection.hpp"
#include "entente/study/simpler_worlds.hpp"
#include "entente/study/trade_diversion.hpp"

namespace entente {
namespace {

constexpr double two_digits = 0.005;
constexpr double four_digits = 0.00005;
constexpr const char* paper = "Caliendo and Parro (2015) and the test file of paulofelipe/cp2015";
constexpr const char* independent = "an independent solver on the same data";

const std::vector<std::string> members{"MEX", "CAN", "USA"};

struct Replay {
    Baseline baseline;
    std::vector<CountryChange> changes;
    TradeState state;

    const CountryChange& of(const char* country) const {
        return changes[baseline.countries.at(country)];
    }
};

Replay replay(const World& world, const std::vector<std::string>& countries, DeficitMode deficits) {
    Scenario scenario;
    scenario.title = "tariffs of 2005";
    scenario.measures = {{.by = countries, .on = countries, .change = "table:2005"}};
    const Shock shock = make_shock(world, scenario);
    Replay done{
        .baseline = make_baseline(world, {.deficits = deficits}), .changes = {}, .state = {}};
    const Equilibrium solved = solve_equilibrium(done.baseline, shock);
    done.changes = country_changes(done.baseline, shock, solved);
    done.state = trade_state(done.baseline, shock, solved);
    return done;
}

double percent(double hat) {
    return 100.0 * (hat - 1.0);
}

/// Adds figures of one experiment.
class Recorder {
  public:
    Recorder(std::vector<VerifiedFigure>& figures, std::string experiment)
        : figures_(figures), experiment_(std::move(experiment)) {}

    void add(const char* figure, const char* country, double ours, double theirs, double tolerance,
             const char* source) {
        figures_.push_back({.experiment = experiment_,
                            .figure = figure,
                            .country = country,
                            .ours = ours,
                            .theirs = theirs,
                            .tolerance = tolerance,
                            .source = source});
    }

  private:
    std::vector<VerifiedFigure>& figures_;
    std::string experiment_;
};

/// Growth of the imports of n from the other members, in percent.
double bloc_imports_pct(const Replay& nafta, const char* country) {
    const Baseline& base = nafta.baseline;
    const std::size_t n = base.countries.at(country);
    double before = 0.0;
    double after = 0.0;
    for (const std::string& member : members) {
        const std::size_t i = base.countries.at(member);
        for (std::size_t s = 0; i != n && s < base.num_sectors(); ++s) {
            before += base.trade_share(i, n, s) * base.expenditure(n, s) /
                      (1.0 + base.tariff_rate(i, n, s));
            after += nafta.state.trade_flow(i, n, s);
        }
    }
    return percent(after / before);
}

void add_balanced_nafta(const World& world, std::vector<VerifiedFigure>& figures) {
    struct Row {
        const char* country;
        double terms_of_trade, volume_of_trade, first_order, real_wage, exact, bloc_imports;
    };
    constexpr std::array rows{Row{"MEX", -0.41, 1.72, 1.31, 1.72, 0.0073, 118.28},
                              Row{"CAN", -0.11, 0.04, -0.06, 0.32, -0.1101, 11.11},
                              Row{"USA", 0.04, 0.04, 0.08, 0.11, 0.0741, 40.52}};
    const Replay nafta = replay(world, members, DeficitMode::balanced);
    Recorder record(figures, "NAFTA, balanced");
    for (const Row& row : rows) {
        const CountryChange& change = nafta.of(row.country);
        record.add("terms of trade", row.country, 100.0 * change.terms_of_trade, row.terms_of_trade,
                   two_digits, paper);
        record.add("volume of trade", row.country, 100.0 * change.volume_of_trade,
                   row.volume_of_trade, two_digits, paper);
        record.add("welfare, first-order", row.country, 100.0 * change.welfare_first_order(),
                   row.first_order, two_digits, paper);
        record.add("real wage", row.country, percent(change.real_wage_hat), row.real_wage,
                   two_digits, paper);
        record.add("welfare, exact", row.country, percent(change.welfare_hat), row.exact,
                   four_digits, independent);
        record.add("imports from members", row.country, bloc_imports_pct(nafta, row.country),
                   row.bloc_imports, two_digits, independent);
    }
}

void add_fixed_nafta(const World& world, std::vector<VerifiedFigure>& figures) {
    struct Row {
        const char* country;
        double first_order, real_wage, fine_real_wage;
    };
    constexpr std::array rows{Row{"MEX", 1.17, 1.64, 1.6405}, Row{"CAN", -0.04, 0.33, 0.3341},
                              Row{"USA", 0.08, 0.12, 0.1178}};
    const Replay nafta = replay(world, members, DeficitMode::fixed);
    Recorder record(figures, "NAFTA, fixed deficits");
    for (const Row& row : rows) {
        const CountryChange& change = nafta.of(row.country);
        record.add("welfare, first-order", row.country, 100.0 * change.welfare_first_order(),
                   row.first_order, two_digits, paper);
        record.add("real wage", row.country, percent(change.real_wage_hat), row.real_wage,
                   two_digits, paper);
        record.add("real wage", row.country, percent(change.real_wage_hat), row.fine_real_wage,
                   four_digits, independent);
    }
}

void add_world_tariffs(const World& world, const char* experiment, double portugal,
                       std::vector<VerifiedFigure>& figures) {
    const Replay all = replay(world, {"*"}, DeficitMode::balanced);
    Recorder(figures, experiment)
        .add("welfare, exact", "PRT", percent(all.of("PRT").welfare_hat), portugal, two_digits,
             independent);
}

}  // namespace

Verification verify_published(const WorldCatalog& worlds) {
    const World world = worlds.open("cp2015");
    Verification verification{.worlds = {detail::stamp(world)}, .figures = {}};
    std::vector<VerifiedFigure>& figures = verification.figures;
    add_balanced_nafta(world, figures);
    add_fixed_nafta(world, figures);
    add_world_tariffs(world, "World tariffs 1993 to 2005, balanced", 19.27, figures);
    // The other elasticity is the one the paper's data give every sector without an estimate.
    add_world_tariffs(detail::with_trade_elasticity(world, "Petroleum", 8.22),
                      "World tariffs, theta of petroleum 8.22", 0.24, figures);
    // Mexico makes nothing for itself in some sectors, so without trade it would have nothing.
    detail::add_autarky_checks(world, {"CAN", "USA", "JPN"}, figures);
    const std::vector<CatalogEntry> bundled = worlds.list();
    if (std::ranges::find(bundled, "world-2023", &CatalogEntry::name) != bundled.end()) {
        const World other = worlds.open("world-2023");
        verification.worlds.push_back(detail::stamp(other));
        detail::add_autarky_checks(other, {"USA", "CHN", "DEU"}, figures);
        verification.liberation_day = detail::liberation_day_ranges(other);
    }
    if (std::ranges::find(bundled, "history-2011", &CatalogEntry::name) != bundled.end()) {
        const World year = worlds.open("history-2011");
        verification.worlds.push_back(detail::stamp(year));
        verification.diversion = detail::trade_diversion_facts(year);
    }
    return verification;
}

}  // namespace entente
