#include "entente/world/recipe/layer/repeated_resolutions.hpp"

#include <gmock/gmock.h>

namespace entente::detail {
namespace {

using ::testing::ElementsAre;
using ::testing::FieldsAre;
using ::testing::IsEmpty;

TEST(RepeatedResolutions, titles_are_the_same_whatever_stands_between_their_words) {
    EXPECT_EQ(plain_title("  LAW OF THE SEA: 2nd part. "), "law of the sea 2nd part");
    EXPECT_EQ(plain_title("Law of the Sea, 2nd  Part"), "law of the sea 2nd part");
    EXPECT_EQ(plain_title(" - "), "");
}

TEST(RepeatedResolutions, are_titles_of_one_roll_call_in_each_of_several_years) {
    EXPECT_THAT(
        repeated_resolutions({{10, 1980, "LAW OF THE SEA"},
                              {12, 1980, "APARTHEID"},
                              {20, 1981, "Law of the sea"},
                              {21, 1981, "APARTHEID"},
                              {22, 1981, "APARTHEID"},
                              {30, 1982, "Apartheid"},
                              {31, 1982, ""},
                              {32, 1983, ""},
                              {33, 1983, "BUDGET"}}),
        ElementsAre(FieldsAre(10, 10), FieldsAre(12, 12), FieldsAre(20, 10), FieldsAre(30, 12)));
}

TEST(RepeatedResolutions, begin_anew_after_more_than_five_years) {
    EXPECT_THAT(repeated_resolutions({{1, 1980, "a"}, {2, 1985, "a"}, {3, 1991, "a"}}),
                ElementsAre(FieldsAre(1, 1), FieldsAre(2, 1)));
    EXPECT_THAT(repeated_resolutions({{1, 1980, "a"}, {2, 1986, "a"}}), IsEmpty());
}

}  // namespace
}  // namespace entente::detail
