#include "entente/model/equilibrium/jacobian.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/model/equilibrium/home_links.hpp"
#include "entente/numerics/dot.hpp"
#include "support/random_worlds.hpp"
#include "support/shocks.hpp"

namespace entente::detail {
namespace {

using testing::random_world;
using testing::UniformStream;

struct Setting {
    std::string name{};
    DeficitMode deficits = DeficitMode::balanced;
    std::size_t num_sectors = 4;
    bool has_inputs = true;
    double supply_elasticity = 0.0;
};

std::string name_of(const ::testing::TestParamInfo<Setting>& info) {
    return info.param.name;
}

/// A system evaluated a little away from the solution of a shock, where no residual is zero.
class JacobianOf : public ::testing::TestWithParam<Setting> {
  protected:
    JacobianOf()
        : base_(make_baseline(World(random_world({.num_countries = 5,
                                                  .num_sectors = GetParam().num_sectors,
                                                  .seed = 11,
                                                  .has_inputs = GetParam().has_inputs})),
                              {.deficits = GetParam().deficits,
                               .supply_elasticity = GetParam().supply_elasticity})),
          shock_(testing::random_shock(base_, {.seed = 12})) {
        const std::size_t num_countries = base_.num_countries();
        const std::size_t num_sectors = base_.num_sectors();
        guess_ = {.log_wage = std::vector<double>(num_countries),
                  .log_price = Array2<double>(num_countries, num_sectors),
                  .log_expenditure = Array2<double>(num_countries, num_sectors)};
        for (double& value : guess_.log_wage) value = uniform_.between(-0.05, 0.05);
        for (double& value : guess_.log_price.values()) value = uniform_.between(-0.05, 0.05);
        for (std::size_t n = 0; n < num_countries; ++n) {
            for (std::size_t s = 0; s < num_sectors; ++s) {
                guess_.log_expenditure(n, s) =
                    std::log(base_.expenditure(n, s)) + uniform_.between(-0.05, 0.05);
            }
        }
        system_.prepare(base_, shock_);
        system_.evaluate(guess_);
        jacobian_.take(system_);
    }

    std::size_t size() const { return num_unknowns(base_.num_countries(), base_.num_sectors()); }

    std::vector<double> any_vector() {
        std::vector<double> values(size());
        for (double& value : values) value = uniform_.between(-1.0, 1.0);
        return values;
    }

    /// Residuals when the guess has moved by `factor` times `change`.
    std::vector<double> residuals(const std::vector<double>& change, double factor) const {
        TradeSystem system;
        system.prepare(base_, shock_);
        std::vector<double> point(size());
        pack(guess_, point);
        for (std::size_t k = 0; k < point.size(); ++k) point[k] += factor * change[k];
        Guess moved = guess_;
        unpack(point, moved);
        system.evaluate(moved);
        pack(system.residual(), point);
        return point;
    }

    UniformStream uniform_{13};
    Baseline base_;
    Shock shock_;
    Guess guess_;
    TradeSystem system_;
    Jacobian jacobian_;
};

TEST_P(JacobianOf, product_agrees_with_differences_of_the_residuals) {
    const std::vector<double> change = any_vector();
    std::vector<double> product(size());

    jacobian_.apply(change, product);

    constexpr double h = 1e-5;
    const std::vector<double> up = residuals(change, h);
    const std::vector<double> down = residuals(change, -h);
    for (std::size_t k = 0; k < size(); ++k) {
        EXPECT_NEAR(product[k], (up[k] - down[k]) / (2.0 * h), 2e-8) << k;
    }
}

TEST_P(JacobianOf, transposed_product_is_the_transpose) {
    const std::vector<double> v = any_vector();
    const std::vector<double> u = any_vector();
    std::vector<double> forward(size());
    std::vector<double> backward(size());

    jacobian_.apply(v, forward);
    jacobian_.apply_transpose(u, backward);
    EXPECT_NEAR(dot(u, forward), dot(backward, v), 1e-12 * static_cast<double>(size()));

    jacobian_.apply_regular(v, forward);
    jacobian_.apply_regular_transpose(u, backward);
    EXPECT_NEAR(dot(u, forward), dot(backward, v), 1e-12 * static_cast<double>(size()));
}

TEST_P(JacobianOf, step_of_the_home_links_and_its_transpose_belong_together) {
    HomeLinks links(base_);
    const std::vector<double> v = any_vector();
    const std::vector<double> u = any_vector();
    std::vector<double> forward(size());
    std::vector<double> backward(size());

    links.linear_step(system_, v, forward);
    links.linear_step_transpose(system_, u, backward);

    EXPECT_NEAR(dot(u, forward), dot(backward, v), 1e-12 * static_cast<double>(size()));
}

TEST_P(JacobianOf, all_money_up_by_one_factor_changes_no_residual) {
    const std::vector<double> ones(size(), 1.0);
    std::vector<double> product(size());

    jacobian_.apply(ones, product);

    EXPECT_THAT(product, ::testing::Each(::testing::DoubleNear(0.0, 1e-12)));
}

INSTANTIATE_TEST_SUITE_P(
    Worlds, JacobianOf,
    ::testing::Values(Setting{.name = "balanced"},
                      Setting{.name = "fixed_deficits", .deficits = DeficitMode::fixed},
                      Setting{.name = "multiplicative_deficits",
                              .deficits = DeficitMode::multiplicative},
                      Setting{.name = "one_sector", .num_sectors = 1, .has_inputs = false},
                      Setting{.name = "no_inputs", .num_sectors = 3, .has_inputs = false},
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

}  // namespace
}  // namespace entente::detail
