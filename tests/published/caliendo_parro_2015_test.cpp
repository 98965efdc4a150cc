// The numbers of Caliendo and Parro (2015, Review of Economic Studies 82) on the data of their
// replication package, which the bundled world cp2015 holds.
//
// Trade, real wages and first-order welfare: the paper's abstract and the test file of the open
// replication paulofelipe/cp2015, to the two digits printed there. Exact welfare: computed from the
// same data by an independent solver.

#include <gmock/gmock.h>

#include <map>

#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

// Half of the last printed digit, in percent.
constexpr double two_digits = 0.005 + 1e-9;
constexpr double four_digits = 0.00005 + 1e-9;

const World& cp2015() {
    static const World world =
        read_tidy_folder(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data/cp2015");
    return world;
}

/// Tariffs of the NAFTA members on each other as in 2005, all others as in 1993.
Shock nafta() {
    const World& world = cp2015();
    Shock shock{.tariff_rate = world.tariff_rate()};
    const Array3<double>& later = world.data().alternative_tariffs.at("2005");
    for (const char* i : {"MEX", "CAN", "USA"}) {
        for (const char* n : {"MEX", "CAN", "USA"}) {
            if (std::string(i) == n) continue;
            for (std::size_t s = 0; s < world.num_sectors(); ++s) {
                const std::size_t from = world.countries().at(i);
                const std::size_t to = world.countries().at(n);
                shock.tariff_rate(from, to, s) = later(from, to, s);
            }
        }
    }
    return shock;
}

struct Solved {
    Baseline baseline;
    Equilibrium equilibrium;
    std::vector<CountryChange> changes;
    TradeState state;

    const CountryChange& of(const char* code) const { return changes[baseline.countries.at(code)]; }
};

Solved solve(DeficitMode deficits, const Shock& shock) {
    Solved solved;
    solved.baseline = make_baseline(cp2015(), {.deficits = deficits});
    solved.equilibrium = solve_equilibrium(solved.baseline, shock);
    EXPECT_TRUE(solved.equilibrium.is_usable()) << solved.equilibrium.message;
    solved.changes = country_changes(solved.baseline, shock, solved.equilibrium);
    solved.state = trade_state(solved.baseline, shock, solved.equilibrium);
    return solved;
}

struct Printed {
    const char* code;
    double terms_of_trade, volume_of_trade, first_order, real_wage;
};

void expect_printed(const Solved& solved, const Printed& row) {
    const CountryChange& change = solved.of(row.code);

    EXPECT_NEAR(100.0 * change.terms_of_trade, row.terms_of_trade, two_digits) << row.code;
    EXPECT_NEAR(100.0 * change.volume_of_trade, row.volume_of_trade, two_digits) << row.code;
    EXPECT_NEAR(100.0 * change.welfare_first_order(), row.first_order, two_digits) << row.code;
    EXPECT_NEAR(100.0 * (change.real_wage_hat - 1.0), row.real_wage, two_digits) << row.code;
}

/// Growth of the imports of n from the other members.
double bloc_imports_pct(const Solved& solved, const char* n) {
    const Baseline& base = solved.baseline;
    double before = 0.0;
    double after = 0.0;
    for (const char* i : {"MEX", "CAN", "USA"}) {
        if (std::string(i) == n) continue;
        const std::size_t from = base.countries.at(i);
        const std::size_t to = base.countries.at(n);
        for (std::size_t s = 0; s < base.num_sectors(); ++s) {
            before += base.trade_share(from, to, s) * base.expenditure(to, s) /
                      (1.0 + base.tariff_rate(from, to, s));
            after += solved.state.trade_flow(from, to, s);
        }
    }
    return 100.0 * (after / before - 1.0);
}

TEST(CaliendoParro2015, nafta_without_deficits_gives_the_published_columns) {
    const Solved solved = solve(DeficitMode::balanced, nafta());

    expect_printed(solved, {"MEX", -0.41, 1.72, 1.31, 1.72});
    expect_printed(solved, {"CAN", -0.11, 0.04, -0.06, 0.32});
    expect_printed(solved, {"USA", 0.04, 0.04, 0.08, 0.11});
}

TEST(CaliendoParro2015, nafta_without_deficits_gives_the_published_trade) {
    const Solved solved = solve(DeficitMode::balanced, nafta());

    EXPECT_NEAR(bloc_imports_pct(solved, "MEX"), 118.28, two_digits);
    EXPECT_NEAR(bloc_imports_pct(solved, "CAN"), 11.11, two_digits);
    EXPECT_NEAR(bloc_imports_pct(solved, "USA"), 40.52, two_digits);
}

TEST(CaliendoParro2015, exact_welfare_of_nafta_is_not_the_published_figure) {
    const Solved solved = solve(DeficitMode::balanced, nafta());

    EXPECT_NEAR(100.0 * (solved.of("MEX").welfare_hat - 1.0), 0.0073, four_digits);
    EXPECT_NEAR(100.0 * (solved.of("CAN").welfare_hat - 1.0), -0.1101, four_digits);
    EXPECT_NEAR(100.0 * (solved.of("USA").welfare_hat - 1.0), 0.0741, four_digits);
}

TEST(CaliendoParro2015, nafta_with_fixed_deficits_gives_the_published_columns) {
    const Solved solved = solve(DeficitMode::fixed, nafta());

    const std::map<const char*, std::array<double, 2>> printed{
        {"CAN", {-0.04, 0.3341}}, {"MEX", {1.17, 1.6405}}, {"USA", {0.08, 0.1178}}};
    for (const auto& [code, figures] : printed) {
        const CountryChange& change = solved.of(code);
        EXPECT_NEAR(100.0 * change.welfare_first_order(), figures[0], two_digits) << code;
        EXPECT_NEAR(100.0 * (change.real_wage_hat - 1.0), figures[1], four_digits) << code;
    }
}

TEST(CaliendoParro2015, world_tariff_change_gives_portugal_its_petroleum_boom) {
    const Shock shock{.tariff_rate = cp2015().data().alternative_tariffs.at("2005")};

    const Solved solved = solve(DeficitMode::balanced, shock);

    EXPECT_NEAR(100.0 * (solved.of("PRT").welfare_hat - 1.0), 19.27, two_digits);
}

}  // namespace
}  // namespace entente
