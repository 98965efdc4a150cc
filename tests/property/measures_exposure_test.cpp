#include <cmath>
#include <numeric>

#include "entente/measures/exposure.hpp"
#include "property/any_world.hpp"
#include "support/changed_worlds.hpp"

namespace entente {
namespace {

using namespace testing;

// Sums of some tens of terms of size one in another order.
constexpr double rounding = 1e-12;

ExposureLoss loss_of(const WorldData& data, std::size_t n, const CutOff& cut_off) {
    const World world(data);
    return closed_form_exposure(world, observed_state(world), n, cut_off);
}

double log_loss(double loss) {
    return -std::log1p(-loss);
}

/// d ln P = omega(p) d ln p with omega(p) = omega p^-theta / (omega p^-theta + 1 - omega), the
/// share of the removed varieties at their price p, from p = 1 to e^40 by Simpson's rule. Beyond
/// e^40 the share is below e^-60 for theta of 1.5 or more.
double integrated_price_rise(double omega, double theta) {
    constexpr int num_steps = 20000;
    constexpr double step = 40.0 / num_steps;
    const auto share = [&](double log_price) {
        const double removed = omega * std::exp(-theta * log_price);
        return removed / (removed + 1.0 - omega);
    };
    double sum = share(0.0) + share(40.0);
    for (int k = 1; k < num_steps; ++k) sum += share(k * step) * (k % 2 == 1 ? 4.0 : 2.0);
    return sum * step / 3.0;
}

/// Consumer price index of n when the cost of sector s rises by `rise[s]` and passes through
/// inputs: ln p[s] = rise[s] + sum_r input_share[n,r,s] (1 - gamma[n,s]) ln p[r], iterated.
double passed_through(const WorldData& data, std::size_t n, const std::vector<double>& rise) {
    const std::size_t num_sectors = data.sectors.size();
    std::vector<double> log_price = rise;
    for (int round = 0; round < 500 && !data.input_share.empty(); ++round) {
        std::vector<double> next = rise;
        for (std::size_t s = 0; s < num_sectors; ++s) {
            for (std::size_t r = 0; r < num_sectors; ++r) {
                next[s] +=
                    data.input_share(n, r, s) * (1.0 - data.value_added_share(n, s)) * log_price[r];
            }
        }
        log_price = next;
    }
    return std::inner_product(log_price.begin(), log_price.end(),
                              data.consumption_share.row(n).begin(), 0.0);
}

RC_GTEST_PROP(ExposureProperty, imports_loss_is_the_integrated_ces_price_index, ()) {
    const WorldData data = any_world();
    const std::size_t n = any_country(data);
    const std::vector<std::size_t> power = any_power(data);
    const TradeState state = observed_state(World(data));
    std::vector<double> rise;
    for (std::size_t s = 0; s < data.sectors.size(); ++s) {
        double omega = 0.0;
        for (const std::size_t i : power) omega += i == n ? 0.0 : state.trade_share(i, n, s);
        rise.push_back(integrated_price_rise(omega, data.sectors[s].trade_elasticity));
    }

    const ExposureLoss loss = loss_of(data, n, {.power = power, .exports = false});

    // Simpson's error is theta^3 step^4 / 180, below 1e-10.
    assert_near(loss.imports, 1.0 - std::exp(-passed_through(data, n, rise)), 1e-8);
}

RC_GTEST_PROP(ExposureProperty, parts_add_up_and_losses_are_shares, ()) {
    const WorldData data = any_world();
    const std::size_t n = any_country(data);

    const ExposureLoss loss = loss_of(data, n, {.power = any_power(data)});

    assert_near(std::accumulate(loss.import_parts.begin(), loss.import_parts.end(), 0.0),
                log_loss(loss.imports), rounding);
    RC_ASSERT(loss.imports >= 0.0 && loss.imports < 1.0);
    RC_ASSERT(loss.exports >= 0.0 && loss.exports < 1.0);
    RC_ASSERT(loss.total >= std::max(loss.imports, loss.exports));
    assert_near(loss.total, 1.0 - (1.0 - loss.imports) * (1.0 - loss.exports), rounding);
}

RC_GTEST_PROP(ExposureProperty, a_larger_power_never_loses_less, ()) {
    const WorldData data = any_world();
    const std::size_t n = any_country(data);
    std::vector<std::size_t> power = any_power(data);
    const ExposureLoss smaller = loss_of(data, n, {.power = power});

    power.push_back(any_country_but(data, n));
    const ExposureLoss larger = loss_of(data, n, {.power = power});

    RC_ASSERT(larger.imports >= smaller.imports - rounding);
    RC_ASSERT(std::accumulate(larger.export_parts.begin(), larger.export_parts.end(), 0.0) >=
              std::accumulate(smaller.export_parts.begin(), smaller.export_parts.end(), 0.0) -
                  rounding);
}

RC_GTEST_PROP(ExposureProperty, a_larger_share_of_the_power_never_loses_less, ()) {
    WorldData data = any_world();
    const std::size_t n = any_country(data);
    const std::size_t i = any_country_but(data, n);
    const std::size_t s = any_sector(data);
    const CutOff cut_off{.power = {i}, .exports = false};
    const ExposureLoss before = loss_of(data, n, cut_off);

    data.trade_flow(i, n, s) += 10.0;
    data.gross_output(i, s) += 10.0;
    const ExposureLoss after = loss_of(data, n, cut_off);

    RC_ASSERT(after.imports > before.imports);
}

RC_GTEST_PROP(ExposureProperty, a_joint_threat_in_one_sector_is_more_than_its_parts, ()) {
    const WorldData data = any_world(3);
    const auto of = [&](std::size_t n, std::vector<std::size_t> power, std::size_t s) {
        return loss_of(data, n, {.power = std::move(power), .exports = false, .sector = s}).imports;
    };
    const std::size_t s = any_sector(data);
    const World world(data);
    const double multiplier = supply_chain_multipliers(world, observed_state(world)).price(0, s);

    const double joint = of(0, {1, 2}, s);
    const double first = of(0, {1}, s);
    const double second = of(0, {2}, s);

    RC_ASSERT(log_loss(joint) >= log_loss(first) + log_loss(second) - rounding);
    // 1 - (1 - omega)^(m / theta) is convex in omega while m / theta is at most one.
    if (multiplier <= data.sectors[s].trade_elasticity) {
        RC_ASSERT(joint >= first + second - rounding);
    }
}

RC_GTEST_PROP(ExposureProperty, the_unit_of_money_changes_nothing, ()) {
    const WorldData data = any_world();
    const std::size_t n = any_country(data);
    const CutOff cut_off{.power = any_power(data)};

    const ExposureLoss loss = loss_of(data, n, cut_off);
    const ExposureLoss in_thousands = loss_of(in_other_money(data, 1000.0), n, cut_off);

    assert_near(in_thousands.imports, loss.imports, rounding);
    assert_near(in_thousands.exports, loss.exports, rounding);
}

RC_GTEST_PROP(ExposureProperty, the_order_of_countries_changes_nothing, ()) {
    const WorldData data = any_world();
    const std::size_t n = any_country(data);
    const std::vector<std::size_t> power = any_power(data);
    const std::vector<std::size_t> order = any_order(data);

    const ExposureLoss loss = loss_of(data, n, {.power = power});
    const ExposureLoss reordered = loss_of(with_countries(data, order), position_in(order, n),
                                           {.power = positions_in(order, power)});

    assert_near(reordered.imports, loss.imports, rounding);
    assert_near(reordered.exports, loss.exports, rounding);
}

RC_GTEST_PROP(ExposureProperty, a_power_in_two_halves_is_the_same_power, ()) {
    const WorldData data = any_world();
    const std::size_t n = any_country(data);
    const std::size_t power = any_country_but(data, n);
    std::vector<std::size_t> source(data.countries.size());
    std::iota(source.begin(), source.end(), std::size_t{0});
    source.push_back(power);

    const ExposureLoss whole = loss_of(data, n, {.power = {power}});
    const ExposureLoss halves =
        loss_of(with_countries(data, source), n, {.power = {power, source.size() - 1}});

    assert_near(halves.imports, whole.imports, rounding);
    assert_near(halves.exports, whole.exports, rounding);
}

}  // namespace
}  // namespace entente
