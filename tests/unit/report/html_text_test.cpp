#include "entente/report/html_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/html_check.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Document document() {
    return {.title = "Profit & <loss>",
            .introduction = {"a < b"},
            .tables = {{.title = "First",
                        .columns = {{.name = "a", .title = "Code"},
                                    {.name = "b", .title = "Loss", .unit = "%"}},
                        .rows = {{text_cell("<script>alert(1)</script>"), number_cell(1.0)},
                                 {text_cell("x"), {}}},
                        .notes = {"\"quoted\""}}},
            .closing = {"The end."}};
}

TEST(HtmlText, everything_from_data_is_escaped) {
    const std::string page = html_text(document());

    EXPECT_THAT(page, Not(HasSubstr("<script>")));
    EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
    EXPECT_THAT(page, HasSubstr("<title>Profit &amp; &lt;loss&gt;</title>"));
}

TEST(HtmlText, the_page_is_well_formed_and_fetches_nothing) {
    const std::string page = html_text(document());

    EXPECT_EQ(testing::nesting_fault(page), "");
    EXPECT_THAT(testing::outside_references(page), IsEmpty());
    EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
}

TEST(HtmlText, rows_and_columns_have_headings) {
    const std::string page = html_text(document());

    EXPECT_EQ(testing::count_of(page, "<th scope=\"col\""), 2U);
    EXPECT_EQ(testing::count_of(page, "<th scope=\"row\""), 2U);
}

}  // namespace
}  // namespace entente
