#include "entente/scenario/measures_in_force.hpp"

#include <gmock/gmock.h>

namespace entente {
namespace {

Date day(const char* text) {
    return parse_date(text).value();
}

TEST(MeasuresInForce, both_ends_are_included) {
    const Measure measure{.valid_from = day("2025-04-03"), .valid_until = day("2025-08-01")};

    EXPECT_FALSE(is_in_force(measure, day("2025-04-02")));
    EXPECT_TRUE(is_in_force(measure, day("2025-04-03")));
    EXPECT_TRUE(is_in_force(measure, day("2025-08-01")));
    EXPECT_FALSE(is_in_force(measure, day("2025-08-02")));
}

TEST(MeasuresInForce, a_missing_day_is_no_limit) {
    EXPECT_TRUE(is_in_force({.valid_until = day("2025-08-01")}, day("1900-01-01")));
    EXPECT_TRUE(is_in_force({.valid_from = day("2025-04-03")}, day("2100-01-01")));
    EXPECT_TRUE(is_in_force({}, day("2025-01-01")));
}

TEST(MeasuresInForce, the_others_keep_their_order) {
    const Scenario scenario{.title = "three",
                            .measures = {{.by = {"AAA"}},
                                         {.by = {"BBB"}, .valid_until = day("2024-12-31")},
                                         {.by = {"CCC"}, .valid_from = day("2025-01-01")}}};

    const Scenario then = measures_in_force(scenario, day("2025-06-01"));

    EXPECT_EQ(then.title, "three");
    ASSERT_EQ(then.measures.size(), 2U);
    EXPECT_THAT(then.measures[0].by, ::testing::ElementsAre("AAA"));
    EXPECT_THAT(then.measures[1].by, ::testing::ElementsAre("CCC"));
}

}  // namespace
}  // namespace entente
