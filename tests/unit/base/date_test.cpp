#include "entente/base/date.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Date, reads_a_day_and_writes_it_back) {
    const auto date = parse_date("2024-12-15");

    ASSERT_TRUE(date.has_value());
    EXPECT_EQ(date_text(*date), "2024-12-15");
}

TEST(Date, refuses_what_is_no_day_of_the_calendar) {
    for (const char* text :
         {"2023-02-29", "2023-13-01", "15-12-2024", "2024-1-5", "20x4-01-05", ""}) {
        EXPECT_FALSE(parse_date(text).has_value()) << text;
    }
}

}  // namespace
}  // namespace entente
