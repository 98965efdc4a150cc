#include "entente/study/verification.hpp"

#include <array>

#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/study/selection.hpp"

namespace entente {
namespace {

constexpr double two_digits = 0.005;
constexpr double four_digits = 0.00005;
constexpr const char* paper = "Caliendo and Parro (2015) and the test file of paulofelipe/cp2015";
constexpr const char* independent = "an independent solver on the same data";

struct Replay {
    Baseline baseline;
    std::vector<CountryChange> changes;

    const CountryChange& of(const char* country) const {
        return changes[baseline.countries.at(country)];
    }
};

Replay replay(const World& world, const std::vector<std::string>& countries, DeficitMode deficits) {
    Scenario scenario;
    scenario.title = "tariffs of 2005";
    scenario.measures = {{.by = countries, .on = countries, .change = "table:2005"}};
    const Shock shock = make_shock(world, scenario);
    Replay done{.baseline = make_baseline(world, {.deficits = deficits}), .changes = {}};
    done.changes = country_changes(done.baseline, shock, solve_equilibrium(done.baseline, shock));
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

const std::vector<std::string> members{"MEX", "CAN", "USA"};

void add_balanced_nafta(const World& world, std::vector<VerifiedFigure>& figures) {
    struct Row {
        const char* country;
        double terms_of_trade, volume_of_trade, first_order, real_wage, exact;
    };
    constexpr std::array rows{Row{"MEX", -0.41, 1.72, 1.31, 1.72, 0.0073},
                              Row{"CAN", -0.11, 0.04, -0.06, 0.32, -0.1101},
                              Row{"USA", 0.04, 0.04, 0.08, 0.11, 0.0741}};
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
    }
}

void add_fixed_nafta(const World& world, std::vector<VerifiedFigure>& figures) {
    struct Row {
        const char* country;
        double first_order, real_wage;
    };
    constexpr std::array rows{Row{"MEX", 1.17, 1.64}, Row{"CAN", -0.04, 0.33},
                              Row{"USA", 0.08, 0.12}};
    const Replay nafta = replay(world, members, DeficitMode::fixed);
    Recorder record(figures, "NAFTA, fixed deficits");
    for (const Row& row : rows) {
        const CountryChange& change = nafta.of(row.country);
        record.add("welfare, first-order", row.country, 100.0 * change.welfare_first_order(),
                   row.first_order, two_digits, paper);
        record.add("real wage", row.country, percent(change.real_wage_hat), row.real_wage,
                   two_digits, paper);
    }
}

}  // namespace

Verification verify_published(const WorldCatalog& worlds) {
    const World world = worlds.open("cp2015");
    Verification verification{.world = detail::stamp(world), .figures = {}};
    add_balanced_nafta(world, verification.figures);
    add_fixed_nafta(world, verification.figures);
    const Replay all = replay(world, {"*"}, DeficitMode::balanced);
    Recorder(verification.figures, "World tariffs 1993 to 2005, balanced")
        .add("welfare, exact", "PRT", percent(all.of("PRT").welfare_hat), 19.27, two_digits,
             independent);
    return verification;
}

}  // namespace entente
