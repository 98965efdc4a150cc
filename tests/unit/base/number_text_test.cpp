#include "entente/base/number_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace entente {
namespace {

TEST(ParseNumber, reads_plain_and_scientific_numbers) {
    EXPECT_EQ(std::get<double>(parse_number("1234.5")), 1234.5);
    EXPECT_EQ(std::get<double>(parse_number(" 1e-3 ")), 0.001);
    EXPECT_EQ(std::get<double>(parse_number("+2")), 2.0);
    EXPECT_EQ(std::get<double>(parse_number("-.5")), -0.5);
}

TEST(ParseNumber, tells_apart_the_ways_a_number_can_be_wrong) {
    EXPECT_EQ(std::get<ProblemKind>(parse_number("1,5")), ProblemKind::decimal_comma);
    EXPECT_EQ(std::get<ProblemKind>(parse_number("1.234,50")), ProblemKind::decimal_comma);
    EXPECT_EQ(std::get<ProblemKind>(parse_number("NA")), ProblemKind::not_available);
    EXPECT_EQ(std::get<ProblemKind>(parse_number("")), ProblemKind::empty_value);
    EXPECT_EQ(std::get<ProblemKind>(parse_number("12x")), ProblemKind::not_a_number);
    EXPECT_EQ(std::get<ProblemKind>(parse_number("inf")), ProblemKind::not_a_number);
    EXPECT_EQ(std::get<ProblemKind>(parse_number("1e999")), ProblemKind::not_a_number);
}

TEST(ShortestText, reads_back_to_the_same_bits) {
    for (const double value :
         {0.1, 1.0 / 3.0, 1e300, -0.0, std::numeric_limits<double>::denorm_min()}) {
        EXPECT_EQ(std::get<double>(parse_number(shortest_text(value))), value);
    }
}

}  // namespace
}  // namespace entente
