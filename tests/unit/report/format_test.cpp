#include "entente/report/format.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Property;
using ::testing::Throws;

TEST(Format, every_name_gives_its_format) {
    EXPECT_EQ(format_named("text"), Format::text);
    EXPECT_EQ(format_named("csv"), Format::csv);
    EXPECT_EQ(format_named("json"), Format::json);
    EXPECT_EQ(format_named("md"), Format::md);
    EXPECT_EQ(format_named("html"), Format::html);
}

TEST(Format, an_unknown_name_lists_the_formats_and_the_nearest) {
    EXPECT_THAT([] { format_named("jsn"); },
                Throws<OptionError>(
                    Property(&OptionError::what, AllOf(HasSubstr("text, csv, json, md, html, svg"),
                                                       HasSubstr("Did you mean json?")))));
}

TEST(Format, the_ending_of_a_file_picks_the_format) {
    EXPECT_EQ(format_of_file("out/map.csv"), Format::csv);
    EXPECT_EQ(format_of_file("map.htm"), Format::html);
    EXPECT_EQ(format_of_file("map.txt"), Format::text);
    EXPECT_EQ(format_of_file("map"), Format::text);
    EXPECT_EQ(format_of_file(""), Format::text);
}

TEST(Format, an_ending_that_is_no_format_is_refused) {
    EXPECT_THROW(format_of_file("map.xlsx"), OptionError);
}

}  // namespace
}  // namespace entente
