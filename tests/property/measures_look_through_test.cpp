#include <vector>

#include "entente/measures/look_through.hpp"
#include "property/any_world.hpp"
#include "support/changed_worlds.hpp"

namespace entente {
namespace {

using namespace testing;

// The series leaves out less than 1e-14 / (1 - .8), and .8 is the largest share of inputs drawn.
constexpr double rounding = 1e-12;

InputReliance reliance_of(const WorldData& data, const std::vector<std::size_t>& power) {
    const World world(data);
    return input_reliance(world, observed_state(world), power);
}

void assert_all_near(const Array2<double>& values, const Array2<double>& expected) {
    RC_ASSERT(values.shape() == expected.shape());
    for (std::size_t k = 0; k < values.values().size(); ++k) {
        assert_near(values.values()[k], expected.values()[k], rounding);
    }
}

std::vector<std::size_t> everybody(const WorldData& data) {
    std::vector<std::size_t> all(data.countries.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

/// [n, r] import duties paid at all stages of a unit of output, by repeating one stage 500 times.
Array2<double> duties_at_all_stages(const WorldData& data, const TradeState& state) {
    Array2<double> duties(data.countries.size(), data.sectors.size());
    for (int round = 0; round < 500 && !data.input_share.empty(); ++round) {
        Array2<double> next(duties.rows(), duties.columns());
        for (std::size_t n = 0; n < duties.rows(); ++n) {
            for (std::size_t r = 0; r < duties.columns(); ++r) {
                for (std::size_t s = 0; s < duties.columns(); ++s) {
                    for (std::size_t i = 0; i < duties.rows(); ++i) {
                        const double rate = state.tariff_rate(i, n, s);
                        next(n, r) +=
                            data.input_share(n, s, r) * (1.0 - data.value_added_share(n, r)) *
                            state.trade_share(i, n, s) / (1.0 + rate) * (rate + duties(i, s));
                    }
                }
            }
        }
        duties = next;
    }
    return duties;
}

RC_GTEST_PROP(LookThroughProperty, series_and_inverse_agree, ()) {
    const WorldData data = any_world();
    const World world(data);
    const TradeState state = observed_state(world);
    const std::vector<std::size_t> power = any_power(data);

    const InputReliance series = input_reliance(world, state, power);
    const InputReliance inverse = input_reliance_reference(world, state, power);

    RC_ASSERT(series.converged);
    assert_all_near(series.face_value, inverse.face_value);
    assert_all_near(series.look_through, inverse.look_through);
    assert_all_near(series.value_added, inverse.value_added);
}

RC_GTEST_PROP(LookThroughProperty, value_added_of_all_countries_and_duties_add_up_to_one, ()) {
    const WorldData data = any_world();
    const World world(data);
    const TradeState state = observed_state(world);

    const InputReliance of_all = input_reliance(world, state, everybody(data));
    const Array2<double> duties = duties_at_all_stages(data, state);

    for (std::size_t k = 0; k < duties.values().size(); ++k) {
        assert_near(of_all.value_added.values()[k] + duties.values()[k], 1.0, rounding);
    }
}

RC_GTEST_PROP(LookThroughProperty, a_power_is_the_sum_of_its_members, ()) {
    const WorldData data = any_world();
    const std::vector<std::size_t> power = any_power(data);
    InputReliance sum = reliance_of(data, {});
    for (const std::size_t member : power) {
        const InputReliance part = reliance_of(data, {member});
        for (std::size_t k = 0; k < sum.look_through.values().size(); ++k) {
            sum.face_value.values()[k] += part.face_value.values()[k];
            sum.look_through.values()[k] += part.look_through.values()[k];
            sum.value_added.values()[k] += part.value_added.values()[k];
        }
    }

    const InputReliance joint = reliance_of(data, power);

    assert_all_near(joint.face_value, sum.face_value);
    assert_all_near(joint.look_through, sum.look_through);
    assert_all_near(joint.value_added, sum.value_added);
}

RC_GTEST_PROP(LookThroughProperty, looking_through_never_shows_less_than_face_value, ()) {
    const WorldData data = any_world();

    const InputReliance reliance = reliance_of(data, any_power(data));

    for (std::size_t k = 0; k < reliance.face_value.values().size(); ++k) {
        RC_ASSERT(reliance.face_value.values()[k] >= 0.0);
        RC_ASSERT(reliance.look_through.values()[k] >= reliance.face_value.values()[k]);
        RC_ASSERT(reliance.value_added.values()[k] <= 1.0 + rounding);
    }
}

RC_GTEST_PROP(LookThroughProperty, the_unit_of_money_changes_nothing, ()) {
    const WorldData data = any_world();
    const std::vector<std::size_t> power = any_power(data);

    const InputReliance reliance = reliance_of(data, power);
    const InputReliance in_thousands = reliance_of(in_other_money(data, 1000.0), power);

    assert_all_near(in_thousands.look_through, reliance.look_through);
    assert_all_near(in_thousands.value_added, reliance.value_added);
}

RC_GTEST_PROP(LookThroughProperty, the_order_of_countries_changes_nothing, ()) {
    const WorldData data = any_world();
    const std::vector<std::size_t> power = any_power(data);
    const std::vector<std::size_t> order = any_order(data);

    const InputReliance reliance = reliance_of(data, power);
    const InputReliance reordered =
        reliance_of(with_countries(data, order), positions_in(order, power));

    for (std::size_t n = 0; n < order.size(); ++n) {
        for (std::size_t r = 0; r < data.sectors.size(); ++r) {
            assert_near(reordered.look_through(n, r), reliance.look_through(order[n], r), rounding);
            assert_near(reordered.value_added(n, r), reliance.value_added(order[n], r), rounding);
        }
    }
}

RC_GTEST_PROP(LookThroughProperty, country_figures_lie_between_those_of_its_sectors, ()) {
    const WorldData data = any_world();
    const World world(data);
    const TradeState state = observed_state(world);
    const std::size_t n = any_country(data);
    const InputReliance reliance = input_reliance(world, state, any_power(data));

    const CountryReliance of_n = country_reliance(world, state, reliance, n);

    const auto sectors = reliance.look_through.row(n);
    RC_ASSERT(of_n.look_through >= *std::ranges::min_element(sectors) - rounding);
    RC_ASSERT(of_n.look_through <= *std::ranges::max_element(sectors) + rounding);
    RC_ASSERT(of_n.final_spending >= 0.0 && of_n.final_spending <= 1.0 + rounding);
}

}  // namespace
}  // namespace entente
