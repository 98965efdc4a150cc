#include "entente/model/equilibrium/gradient.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <functional>
#include <numeric>

#include "entente/base/error.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/world/world_files.hpp"
#include "support/random_worlds.hpp"
#include "support/shocks.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using testing::random_shock;
using testing::random_world;

struct Setting {
    std::string name{};
    DeficitMode deficits = DeficitMode::balanced;
    std::size_t num_sectors = 3;
    bool has_inputs = true;
    double supply_elasticity = 0.0;
    /// Whether the gradient is taken after a shock or at the baseline.
    bool is_shocked = true;
};

std::string name_of(const ::testing::TestParamInfo<Setting>& info) {
    return info.param.name;
}

/// Central differences of solved equilibria: exact to h squared and to the residual over h.
constexpr double h = 1e-4;
constexpr double same_slope = 2e-7;

Baseline random_baseline(const Setting& setting) {
    const World world(random_world({.num_countries = 4,
                                    .num_sectors = setting.num_sectors,
                                    .seed = 21,
                                    .has_inputs = setting.has_inputs}));
    return make_baseline(
        world, {.deficits = setting.deficits, .supply_elasticity = setting.supply_elasticity});
}

class GradientOf : public ::testing::TestWithParam<Setting> {
  protected:
    GradientOf()
        : base_(random_baseline(GetParam())),
          shock_(random_shock(base_, {.seed = 22, .highest_tariff = 0.6})),
          workspace_(base_) {
        if (!GetParam().is_shocked) {
            shock_ = {.tariff_rate = base_.tariff_rate,
                      .trade_cost_hat = Array3<double>(4, 4, base_.num_sectors(), 1.0)};
        }
    }

    double value(const Shock& shock, const Objective& objective) const {
        const Equilibrium solved =
            solve_equilibrium(base_, shock, {.tolerance = 1e-13, .max_passes = 400});
        EXPECT_LT(solved.residual, 1e-12);
        const std::vector<CountryChange> changes = country_changes(base_, shock, solved);
        const TradeState state = trade_state(base_, shock, solved);
        double sum = 0.0;
        for (const auto& term : objective.welfare) {
            sum += term.weight * std::log(changes[term.country].welfare_hat);
        }
        for (const auto& term : objective.trade) {
            double flow = 0.0;
            for (std::size_t s = 0; s < base_.num_sectors(); ++s) {
                if (term.sector.value_or(s) != s) continue;
                flow += state.trade_flow(term.origin, term.destination, s);
            }
            sum += term.weight * std::log(flow);
        }
        return sum;
    }

    /// Derivative by differences with respect to x, when `set` multiplies a factor by e^x.
    double slope(const Objective& objective,
                 const std::function<void(Shock&, double)>& multiply) const {
        Shock up = shock_;
        multiply(up, std::exp(h));
        Shock down = shock_;
        multiply(down, std::exp(-h));
        return (value(up, objective) - value(down, objective)) / (2.0 * h);
    }

    void expect_right_slopes(const Objective& objective) {
        ASSERT_TRUE(solve_equilibrium(base_, shock_, {.tolerance = 1e-12}, workspace_).is_usable());
        const Gradient result = gradient(workspace_, objective);
        ASSERT_TRUE(result.is_converged) << result.residual;
        const std::size_t last = base_.num_sectors() - 1;
        for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t n = 0; n < 4; ++n) {
                for (const std::size_t s : {std::size_t{0}, last}) {
                    if (i == n) {
                        EXPECT_EQ(result.log_tariff_factor(i, n, s), 0.0);
                        EXPECT_EQ(result.log_trade_cost(i, n, s), 0.0);
                        continue;
                    }
                    const double tariff = 1.0 + shock_.tariff_rate(i, n, s);
                    const double by_tariff = slope(objective, [&](Shock& shock, double factor) {
                        shock.tariff_rate(i, n, s) = tariff * factor - 1.0;
                    });
                    const double by_cost = slope(objective, [&](Shock& shock, double factor) {
                        shock.trade_cost_hat(i, n, s) *= factor;
                    });
                    EXPECT_NEAR(result.log_tariff_factor(i, n, s), by_tariff, same_slope);
                    EXPECT_NEAR(result.tariff_rate(i, n, s), by_tariff / tariff, same_slope);
                    EXPECT_NEAR(result.log_trade_cost(i, n, s), by_cost, same_slope);
                }
            }
        }
    }

    Baseline base_;
    Shock shock_;
    Workspace workspace_;
};

TEST_P(GradientOf, welfare_agrees_with_differences_of_solutions) {
    expect_right_slopes(welfare_of(1));
}

TEST_P(GradientOf, gap_of_losses_agrees_with_differences_of_solutions) {
    expect_right_slopes(loss_gap(0, 3));
}

TEST_P(GradientOf, trade_agrees_with_differences_of_solutions) {
    expect_right_slopes({.trade = {{.origin = 0, .destination = 2, .sector = 0},
                                   {.origin = 3, .destination = 0, .weight = -0.5}}});
}

INSTANTIATE_TEST_SUITE_P(
    Worlds, GradientOf,
    ::testing::Values(Setting{.name = "balanced"},
                      Setting{.name = "at_the_baseline", .is_shocked = false},
                      Setting{.name = "fixed_deficits", .deficits = DeficitMode::fixed},
                      Setting{.name = "multiplicative_deficits",
                              .deficits = DeficitMode::multiplicative},
                      Setting{.name = "multiplicative_at_the_baseline",
                              .deficits = DeficitMode::multiplicative,
                              .is_shocked = false},
                      Setting{.name = "one_sector", .num_sectors = 1, .has_inputs = false},
                      Setting{.name = "supply_elasticity_and_fixed_deficits",
                              .deficits = DeficitMode::fixed,
                              .num_sectors = 1,
                              .has_inputs = false,
                              .supply_elasticity = 1.24},
                      Setting{.name = "supply_elasticity_and_multiplicative_deficits",
                              .deficits = DeficitMode::multiplicative,
                              .num_sectors = 1,
                              .has_inputs = false,
                              .supply_elasticity = 1.24}),
    name_of);

/// ln W_hat of BBB after every tariff has gone up by h: 1 + t times e^h.
double welfare_after(const Baseline& base, double step) {
    Shock shock{.tariff_rate = base.tariff_rate};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t n = 0; n < 3; ++n) {
            for (double& rate : shock.tariff_rate.row(i, n)) {
                if (i != n) rate = (1.0 + rate) * std::exp(step) - 1.0;
            }
        }
    }
    const Equilibrium solved = solve_equilibrium(base, shock, {.tolerance = 1e-12});
    return std::log(country_changes(base, shock, solved)[1].welfare_hat);
}

TEST(Gradient, error_of_the_linear_prediction_falls_with_the_square_of_the_step) {
    const Baseline base = make_baseline(World(testing::three_countries()));
    Workspace workspace(base);
    solve_equilibrium(base, {}, {.tolerance = 1e-12}, workspace);
    const Gradient slopes = gradient(workspace, welfare_of(1));
    double slope = 0.0;
    for (const double value : slopes.log_tariff_factor.values()) slope += value;

    const double at_base = welfare_after(base, 0.0);
    const double far = welfare_after(base, 0.04) - at_base - 0.04 * slope;
    const double near = welfare_after(base, 0.02) - at_base - 0.02 * slope;
    const double nearest = welfare_after(base, 0.01) - at_base - 0.01 * slope;

    EXPECT_GT(std::abs(nearest), 1e-8);
    EXPECT_NEAR(far / near, 4.0, 0.3);
    EXPECT_NEAR(near / nearest, 4.0, 0.15);
}

TEST(Gradient, productivity_of_all_sectors_of_all_countries_raises_welfare_one_for_one) {
    // One sector without inputs: real income follows productivity when everybody gains alike.
    const Baseline base = make_baseline(World(testing::two_countries()));
    Workspace workspace(base);
    solve_equilibrium(base, {}, {}, workspace);

    const Gradient slopes = gradient(workspace, welfare_of(0));

    EXPECT_NEAR(slopes.log_productivity(0, 0) + slopes.log_productivity(1, 0), 1.0, 1e-9);
    EXPECT_GT(slopes.log_productivity(0, 0), 0.5);
}

TEST(Gradient, productivity_agrees_with_differences_of_solutions) {
    const Baseline base = make_baseline(World(testing::three_countries()));
    Workspace workspace(base);
    solve_equilibrium(base, {}, {}, workspace);
    // [eq:price-index]: costs lower by e^-x multiply what stands with a share by e^(theta x).
    const auto welfare = [&base](std::size_t i, std::size_t s, double step) {
        Baseline moved = base;
        for (std::size_t n = 0; n < 3; ++n) {
            moved.trade_share(i, n, s) *= std::exp(base.trade_elasticity[s] * step);
        }
        const Equilibrium solved = solve_equilibrium(moved, {}, {.tolerance = 1e-12});
        return std::log(country_changes(moved, {}, solved)[2].welfare_hat);
    };

    const Gradient slopes = gradient(workspace, welfare_of(2));

    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t s = 0; s < 2; ++s) {
            const double expected = (welfare(i, s, h) - welfare(i, s, -h)) / (2.0 * h);
            EXPECT_NEAR(slopes.log_productivity(i, s), expected, same_slope);
        }
    }
}

TEST(Gradient, group_weighs_its_members_by_income) {
    const Baseline base = make_baseline(World(testing::three_countries()));
    Workspace workspace(base);
    solve_equilibrium(base, {}, {}, workspace);
    const std::vector<std::size_t> group{0, 2};

    const Gradient both = gradient(workspace, welfare_of_group(base, group));
    const Gradient first = gradient(workspace, welfare_of(0));
    const Gradient second = gradient(workspace, welfare_of(2));

    const double part = base.income[0] / (base.income[0] + base.income[2]);
    EXPECT_NEAR(
        both.log_trade_cost(1, 0, 0),
        part * first.log_trade_cost(1, 0, 0) + (1.0 - part) * second.log_trade_cost(1, 0, 0),
        1e-10);
}

TEST(Gradient, solving_again_after_a_gradient_gives_the_same_bits) {
    const Baseline base = make_baseline(World(testing::three_countries()));
    const Shock shock = random_shock(base, {.seed = 5});
    Workspace workspace(base);
    const Equilibrium before = solve_equilibrium(base, shock, {}, workspace);
    gradient(workspace, welfare_of(0));

    const Equilibrium after = solve_equilibrium(base, shock, {}, workspace);

    EXPECT_EQ(before.wage_hat, after.wage_hat);
    EXPECT_EQ(before.price_index_hat, after.price_index_hat);
}

TEST(Gradient, refuses_what_has_no_derivative) {
    const Baseline base = make_baseline(World(testing::three_countries()));
    Workspace workspace(base);
    EXPECT_THROW(gradient(workspace, welfare_of(0)), OptionError);
    solve_equilibrium(base, {}, {}, workspace);

    EXPECT_THROW(gradient(workspace, welfare_of(3)), OptionError);
    EXPECT_THROW(gradient(workspace, {.trade = {{.origin = 1, .destination = 1}}}), OptionError);
    EXPECT_THROW(gradient(workspace, {.trade = {{.origin = 0, .destination = 1, .sector = 2}}}),
                 OptionError);
    // CCC sells no services to BBB.
    EXPECT_THROW(gradient(workspace, {.trade = {{.origin = 2, .destination = 1, .sector = 1}}}),
                 OptionError);
    EXPECT_THROW(welfare_of_group(base, {}), OptionError);

    solve_equilibrium(base, random_shock(base, {.seed = 5}), {.max_passes = 1}, workspace);
    EXPECT_THROW(gradient(workspace, welfare_of(0)), OptionError);
}

TEST(Gradient, tariffs_of_nafta_agree_with_differences_on_cp2015) {
    const World world =
        read_tidy_folder(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / "cp2015");
    const Baseline base = make_baseline(world);
    Workspace workspace(base);
    const Shock shock{.tariff_rate = base.tariff_rate};
    const SolveOptions closely{.tolerance = 1e-11};
    ASSERT_TRUE(solve_equilibrium(base, shock, closely, workspace).is_usable());
    const std::size_t mexico = base.countries.at("MEX");
    const std::size_t usa = base.countries.at("USA");

    const Gradient slopes = gradient(workspace, welfare_of(mexico));

    ASSERT_TRUE(slopes.is_converged);
    const auto welfare = [&](std::size_t i, std::size_t n, std::size_t s, double step) {
        Shock moved = shock;
        moved.tariff_rate(i, n, s) += step;
        const Equilibrium solved = solve_equilibrium(base, moved, closely, workspace);
        return std::log(country_changes(base, moved, solved)[mexico].welfare_hat);
    };
    // The three sectors in which Mexico buys most from the United States, both ways.
    std::vector<std::size_t> sectors(base.num_sectors());
    std::iota(sectors.begin(), sectors.end(), std::size_t{0});
    std::ranges::sort(sectors, std::greater{}, [&](std::size_t s) {
        return base.trade_share(usa, mexico, s) * base.expenditure(mexico, s);
    });
    for (const std::size_t s : {sectors[0], sectors[1], sectors[2]}) {
        const double by_mexico =
            (welfare(usa, mexico, s, h) - welfare(usa, mexico, s, -h)) / (2 * h);
        const double by_usa = (welfare(mexico, usa, s, h) - welfare(mexico, usa, s, -h)) / (2 * h);
        EXPECT_NEAR(slopes.tariff_rate(usa, mexico, s), by_mexico, 1e-7) << base.sectors[s];
        EXPECT_NEAR(slopes.tariff_rate(mexico, usa, s), by_usa, 1e-7) << base.sectors[s];
        EXPECT_GT(std::abs(by_usa), 1e-4);
    }
}

}  // namespace
}  // namespace entente
