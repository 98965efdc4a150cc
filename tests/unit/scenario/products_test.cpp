// Products in place of sectors. The United States bought goods from AAA for 100, of which 20 were
// cars (8703), 8 of them electric (870380), and 5 parts (8708), and from CCC for 300, of which 20
// were cars; from BBB nothing.

#include "entente/scenario/products.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <string>

#include "entente/base/error.hpp"
#include "entente/scenario/compact_form.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "support/problem_matchers.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::expected_says;
using testing::fix_says;
using testing::found;
using testing::three_countries;

const std::string file = "plan.toml";

UsProducts purchases() {
    return {.imports = {{{"AAA", "GDS"},
                         {{"870323", 12.0}, {"870380", 8.0}, {"870829", 5.0}, {"010121", 75.0}}},
                        {{"CCC", "GDS"}, {{"870323", 20.0}, {"010121", 280.0}}}}};
}

std::string measure(const std::string& kind, const std::string& lines) {
    return "title = \"T\"\n[[measure]]\nkind = \"" + kind + "\"\nby = \"BBB\"\non = \"AAA\"\n" +
           lines;
}

Shock shock_of(const std::string& text, bool has_products = true) {
    const UsProducts products = purchases();
    return make_shock(World(three_countries()), parse_scenario(text, file),
                      has_products ? &products : nullptr);
}

std::vector<Problem> problems_of(const std::string& text, bool has_products = true) {
    return testing::problems_thrown_by([&] { shock_of(text, has_products); });
}

TEST(ScenarioProducts, shares_are_those_of_the_exporter_or_of_all) {
    const Array2<double> cars = product_shares(World(three_countries()), purchases(), "8703");
    const Array2<double> chapter = product_shares(World(three_countries()), purchases(), "87");

    EXPECT_DOUBLE_EQ(cars(0, 0), 0.20);
    EXPECT_DOUBLE_EQ(cars(2, 0), 20.0 / 300.0);
    // Nothing is known of BBB: 40 of 400.
    EXPECT_DOUBLE_EQ(cars(1, 0), 0.10);
    EXPECT_EQ(cars(0, 1), 0.0);
    EXPECT_DOUBLE_EQ(chapter(0, 0), 0.25);
    EXPECT_DOUBLE_EQ(product_shares(World(three_countries()), purchases(), "8703", 0.6)(0, 0), 0.6);
}

TEST(ScenarioProducts, a_heading_has_the_sum_of_the_shares_of_its_products) {
    const World world(three_countries());
    const Array2<double> electric = product_shares(world, purchases(), "870380");
    const Array2<double> petrol = product_shares(world, purchases(), "870323");
    const Array2<double> cars = product_shares(world, purchases(), "8703");

    EXPECT_DOUBLE_EQ(electric(0, 0), 0.08);
    EXPECT_DOUBLE_EQ(electric(1, 0), 0.02);
    EXPECT_EQ(electric(2, 0), 0.0);
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        EXPECT_DOUBLE_EQ(electric(i, 0) + petrol(i, 0), cars(i, 0));
    }
}

TEST(ScenarioProducts, an_unknown_product_has_the_nearest_one_as_its_mending) {
    const auto mended = [](const std::string& code, const std::string& nearest) {
        EXPECT_THAT(problems_of(measure("import_ban", "sectors = \"" + code + "\"\n")),
                    ElementsAre(AllOf(found(ProblemKind::not_in_world, file, 6, "sectors", code),
                                      fix_says(nearest))));
    };

    mended("HS2022:870381", "write HS2022:870380");
    mended("HS2022:870830", "write HS2022:870829");
    mended("HS2022:8705", "write HS2022:8703");
    EXPECT_EQ(nearest_product(World(three_countries()), purchases(), "999999"), "");
}

// BBB taxes goods of AAA at 10 percent, of which a fifth are cars.
TEST(ScenarioProducts, tariffs_change_by_the_share_of_the_products) {
    const auto rate = [](const std::string& lines) {
        return shock_of(measure("tariff", lines)).tariff_rate(0, 1, 0);
    };

    EXPECT_DOUBLE_EQ(rate("sectors = \"HS2022:8703\"\nchange = \"+50pp\""), 0.10 + 0.2 * 0.5);
    EXPECT_DOUBLE_EQ(rate("sectors = \"HS2022:8703\"\nchange = \"=0%\""), 0.8 * 0.10);
    EXPECT_DOUBLE_EQ(rate("sectors = [\"HS2022:8703\", \"HS2022:8708\"]\nchange = \"+100pp\""),
                     0.35);
    EXPECT_DOUBLE_EQ(rate("sectors = [\"GDS\", \"HS2022:8703\"]\nchange = \"+10pp\""), 0.20);
    EXPECT_DOUBLE_EQ(rate("sectors = \"HS2022:8703\"\nshare = 0.5\nchange = \"+10pp\""), 0.15);
}

TEST(ScenarioProducts, costs_controls_and_bans_change_by_the_share_too) {
    const std::string cars = "sectors = \"HS2022:8703\"\n";

    EXPECT_DOUBLE_EQ(
        shock_of(measure("trade_cost", cars + "change = \"x1.5\"")).trade_cost_hat(0, 1, 0), 1.1);
    EXPECT_DOUBLE_EQ(shock_of(measure("import_ban", cars)).share_factor(0, 1, 0), 0.8);
    // BBB's exports have the mix of all: a tenth of them are cars, half of which stop.
    EXPECT_DOUBLE_EQ(
        shock_of(measure("export_control", cars + "share = 0.5")).share_factor(1, 0, 0), 0.95);
    EXPECT_EQ(shock_of(measure("import_ban", cars)).share_factor(0, 1, 1), 1.0);
}

TEST(ScenarioProducts, rates_for_other_products_of_a_sector_do_not_contradict) {
    const auto both = [](const std::string& other) {
        return measure("tariff", "sectors = \"HS2022:8703\"\nchange = \"=0%\"\n") +
               "[[measure]]\nkind = \"tariff\"\nby = \"BBB\"\non = \"AAA\"\nsectors = \"" + other +
               "\"\nchange = \"=25%\"\n";
    };

    EXPECT_TRUE(problems_of(both("HS2022:8708")).empty());
    EXPECT_EQ(problems_of(both("HS2022:8703")).size(), 1U);
}

TEST(ScenarioProducts, mistakes_name_their_place_and_what_was_expected) {
    EXPECT_THAT(problems_of(measure("import_ban", "sectors = [\"GDS\", \"HS2022:87038\"]\n")),
                ElementsAre(AllOf(
                    found(ProblemKind::unknown_word, file, 6, "measure[1].sectors", "HS2022:87038"),
                    expected_says("two, four or six digits"))));
    EXPECT_EQ(problems_of(measure("import_ban", "sectors = \"HS2017:8703\"\n")).size(), 1U);
    EXPECT_THAT(
        problems_of(measure("import_ban", "sectors = \"HS2022:9999\"\n")),
        ElementsAre(AllOf(found(ProblemKind::not_in_world, file, 6, "sectors", "HS2022:9999"),
                          expected_says("layer us-products"))));
    EXPECT_THAT(problems_of(measure("import_ban", "sectors = \"HS2022:8703\"\n"), false),
                ::testing::Contains(expected_says("us-products is missing")));
    EXPECT_THAT(problems_of(measure("import_ban", "sectors = \"GDS\"\nshare = 0.5\n")),
                ElementsAre(AllOf(
                    found(ProblemKind::misplaced_key, file, 7, "measure[1].share", "import_ban"),
                    fix_says("name products"))));
    EXPECT_THAT(problems_of(measure("import_ban", "sectors = \"HS2022:8703\"\nshare = 50\n")),
                ::testing::Contains(
                    found(ProblemKind::share_out_of_range, file, 7, "measure[1].share", "50")));
}

TEST(ScenarioProducts, they_and_their_share_stand_in_the_short_form) {
    const Scenario scenario = parse_scenario(
        measure("tariff", "sectors = \"HS2022:8703\"\nshare = 0.25\nchange = \"=0%\"\n"), file);

    const Scenario again = parse_compact_form(compact_form(scenario));

    ASSERT_EQ(again.measures.size(), 1U);
    EXPECT_EQ(again.measures[0].product_share, 0.25);
    EXPECT_EQ(again.measures[0].sectors, scenario.measures[0].sectors);
}

TEST(ScenarioProducts, products_of_regimes_are_seen) {
    const std::string regimes =
        "title = \"T\"\n[path]\nuntil = 2040\n"
        "[[regime]]\nname = \"calm\"\n[[regime]]\nname = \"hostile\"\n"
        "[[regime.measure]]\nkind = \"import_ban\"\nby = \"BBB\"\n"
        "on = \"AAA\"\nsectors = ";

    EXPECT_TRUE(names_products(parse_scenario(regimes + "\"HS2022:8703\"\n", file)));
    EXPECT_FALSE(names_products(parse_scenario(regimes + "\"GDS\"\n", file)));
}

}  // namespace
}  // namespace entente
