#include "entente/report/json_text.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace entente {
namespace {

const Table table{.columns = {{.name = "z", .title = "Z"}, {.name = "a", .title = "A"}},
                  .rows = {{number_cell(1.0 / 3.0), Cell{}}, {text_cell("a \"b\"\n"), {}}}};

TEST(JsonText, a_table_is_a_list_of_objects_with_null_for_missing_figures) {
    const auto json = nlohmann::json::parse(json_text({{"rows", table}}));

    ASSERT_EQ(json["rows"].size(), 2U);
    EXPECT_TRUE(json["rows"][0]["a"].is_null());
    EXPECT_EQ(json["rows"][1]["z"], "a \"b\"\n");
}

TEST(JsonText, numbers_keep_every_digit) {
    const auto json = nlohmann::json::parse(json_text({{"rows", table}}));

    EXPECT_EQ(json["rows"][0]["z"].get<double>(), 1.0 / 3.0);
}

TEST(JsonText, keys_keep_their_order) {
    const std::string text = json_text({{"rows", table}, {"first", text_cell("x")}});

    EXPECT_LT(text.find("\"z\""), text.find("\"a\""));
    EXPECT_LT(text.find("\"rows\""), text.find("\"first\""));
}

TEST(JsonText, objects_and_lists_can_be_nested) {
    const auto json = nlohmann::json::parse(
        json_text({{"world", JsonObject{{"sources", std::vector<std::string>{"one", "two"}}}}}));

    EXPECT_EQ(json["world"]["sources"], (std::vector<std::string>{"one", "two"}));
}

}  // namespace
}  // namespace entente
