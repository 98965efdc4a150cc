// The schema for editors says what the reader reads.

#include "entente/scenario/json_schema.hpp"

#include <gtest/gtest.h>

#include <string>

#include "entente/base/whole_file.hpp"
#include "entente/scenario/grammar.hpp"

namespace entente {
namespace {

TEST(ScenarioSchema, the_page_published_is_the_one_of_the_grammar) {
    const std::string published =
        read_whole_file(std::string(ENTENTE_SOURCE_DIR) + "/docs/reference/scenario.schema.json");

    EXPECT_TRUE(published == scenario_schema())
        << "Write the text of scenario_schema() into docs/reference/scenario.schema.json.";
}

TEST(ScenarioSchema, every_key_and_kind_stands_in_it) {
    const std::string schema = scenario_schema();

    for (const auto* keys : {&file_keys(), &model_keys(), &measure_keys(), &retaliation_keys()}) {
        for (const KeyRule& key : *keys) {
            EXPECT_NE(schema.find('"' + key.name + "\": {"), std::string::npos) << key.name;
        }
    }
    for (const KindRule& rule : kind_rules()) {
        EXPECT_NE(schema.find("\"const\": \"" + rule.name + '"'), std::string::npos) << rule.name;
    }
}

TEST(ScenarioSchema, kinds_own_their_keys) {
    EXPECT_TRUE(belongs(MeasureKind::tariff, "change"));
    EXPECT_FALSE(belongs(MeasureKind::tariff, "direction"));
    EXPECT_TRUE(belongs(MeasureKind::fta, "trade_cost"));
    EXPECT_FALSE(belongs(MeasureKind::finance_offer, "change"));
}

}  // namespace
}  // namespace entente
