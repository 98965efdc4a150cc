#include "entente/world/world.hpp"

#include <gmock/gmock.h>

#include "entente/base/error.hpp"
#include "entente/world/trade_state.hpp"
#include "support/problem_matchers.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using testing::three_countries;
using testing::two_countries;

std::vector<Problem> problems_of(WorldData data) {
    return testing::problems_thrown_by([&] { World world(std::move(data)); });
}

TEST(World, final_demand_is_absorption_less_inputs) {
    const World world(three_countries());

    // AAA absorbs 140 of goods and 160 of services; its sectors make 130 and 160, spend half of
    // that on inputs, three quarters of it on goods: 140 - .75 * 145 = 31.25 and 160 - .25 * 145 =
    // 123.75.
    EXPECT_DOUBLE_EQ(world.consumption_share()(0, 0), 31.25 / 155.0);
    EXPECT_DOUBLE_EQ(world.consumption_share()(0, 1), 123.75 / 155.0);
}

TEST(World, observed_state_counts_tariffs_in_expenditure_and_not_in_flows) {
    const TradeState state = observed_state(World(three_countries()));

    EXPECT_DOUBLE_EQ(state.expenditure(1, 0), 20 * 1.1 + 80 + 30);
    EXPECT_DOUBLE_EQ(state.trade_share(0, 1, 0), 22.0 / 132.0);
    EXPECT_DOUBLE_EQ(state.tariff_revenue[1], 2.0);
    EXPECT_DOUBLE_EQ(state.trade_deficit[0], (30 + 10 + 5 + 5) - (20 + 10 + 5 + 5));
    EXPECT_DOUBLE_EQ(state.value_added[0], 145.0);
}

TEST(World, content_hash_ignores_the_name_and_sees_every_figure) {
    WorldData renamed = two_countries();
    renamed.name = "other";
    WorldData changed = two_countries();
    changed.sectors[0].trade_elasticity = 4.0000001;

    const std::string hash = World(two_countries()).content_hash();
    EXPECT_EQ(World(renamed).content_hash(), hash);
    EXPECT_NE(World(changed).content_hash(), hash);
}

TEST(World, all_problems_are_reported_at_once_by_code) {
    WorldData data = three_countries();
    data.trade_flow(0, 1, 0) = -20.0;
    data.tariff_rate(1, 0, 0) = 25.0;
    data.value_added_share(2, 0) = 1.5;
    data.sectors[1].trade_elasticity = 0.0;
    data.input_share(0, 0, 0) = 0.5;

    const std::vector<Problem> found = problems_of(data);

    EXPECT_THAT(found, Contains(Field(&Problem::kind, ProblemKind::negative_value)));
    EXPECT_THAT(found, Contains(Field(&Problem::kind, ProblemKind::tariff_looks_like_percent)));
    EXPECT_THAT(found, Contains(Field(&Problem::kind, ProblemKind::share_out_of_range)));
    EXPECT_THAT(found, Contains(Field(&Problem::kind, ProblemKind::not_positive)));
    EXPECT_THAT(found, Contains(Field(&Problem::kind, ProblemKind::shares_do_not_add_up)));
    EXPECT_THAT(found, Contains(Field(&Problem::where, "AAA to BBB, GDS")));
}

TEST(World, value_added_is_all_of_output_where_there_are_no_inputs) {
    WorldData data = two_countries();
    data.value_added_share(1, 0) = 0.5;

    const std::vector<Problem> found = problems_of(std::move(data));

    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, ProblemKind::shares_do_not_add_up);
    EXPECT_EQ(found[0].where, "BBB, GDS");
}

TEST(World, groups_resolve_to_members_and_unknown_codes_get_a_suggestion) {
    const World world(three_countries());

    EXPECT_THAT(world.resolve("DUO"), ElementsAre(0, 1));
    EXPECT_THAT(world.resolve("CCC"), ElementsAre(2));
    try {
        world.resolve("CCB");
        FAIL() << "an unknown code was accepted";
    } catch (const OptionError& error) {
        EXPECT_THAT(error.what(), ::testing::HasSubstr("Did you mean"));
    }
}

TEST(World, membership_ends_on_the_day_stated) {
    WorldData data = three_countries();
    data.memberships = {{.group = "DUO", .country = "AAA", .valid_to = parse_date("2020-01-31")},
                        {.group = "DUO", .country = "BBB"}};
    const World world(data);

    EXPECT_THAT(world.members("DUO"), ElementsAre(1));
    EXPECT_THAT(world.members("DUO", parse_date("2020-01-31")), ElementsAre(0, 1));
    EXPECT_THAT(world.members("DUO", parse_date("2020-02-01")), ElementsAre(1));
}

}  // namespace
}  // namespace entente
