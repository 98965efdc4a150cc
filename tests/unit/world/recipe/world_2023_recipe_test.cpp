#include "entente/world/recipe/world_2023_recipe.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "entente/base/error.hpp"
#include "entente/world/recipe.hpp"
#include "entente/world/recipe/frame.hpp"
#include "entente/world/recipe/quality_2023.hpp"
#include "entente/world/recipe/trade_elasticity.hpp"
#include "support/problem_matchers.hpp"
#include "support/scratch_folder.hpp"
#include "support/tiny_recipe.hpp"

namespace entente::detail {
namespace {

using entente::testing::recipe_file;
using entente::testing::ScratchFolder;
using entente::testing::tiny_frame;
using entente::testing::tiny_recipe;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Field;

std::string shipped_recipe() {
    std::ifstream file(recipe_file("world-2023"));
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
    return text;
}

std::vector<Problem> problems_of(const std::string& text) {
    const ScratchFolder folder;
    const auto file = folder.path() / "recipe.toml";
    std::ofstream(file) << text;
    return testing::problems_thrown_by([&] { build_from_recipe(file, folder.path()); });
}

TEST(World2023Recipe, the_shipped_recipe_names_83_economies_and_34_sectors) {
    Problems problems;
    const auto file = recipe_file("world-2023");
    const auto table = RecipeTable::read(file, problems);

    const World2023Recipe recipe = read_world_2023_recipe(*table, file.parent_path(), "raw");
    const Frame frame = make_frame(recipe, *table);

    EXPECT_TRUE(problems.empty()) << describe(problems.found());
    EXPECT_EQ(frame.num_countries(), 83u);
    EXPECT_EQ(frame.num_sectors(), 34u);
    EXPECT_EQ(frame.num_goods, 18u);
    EXPECT_EQ(frame.num_wiod(), 41u);
    EXPECT_EQ(frame.wiod_sectors.size(), 35u);
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        double sum = 0.0;
        for (const double share : frame.proxy.row(n)) sum += share;
        EXPECT_NEAR(sum, 1.0, 1e-12) << frame.countries[n];
    }
}

TEST(World2023Recipe, every_assumption_has_a_range_around_it_and_a_source) {
    Problems problems;
    const auto file = recipe_file("world-2023");
    const auto table = RecipeTable::read(file, problems);

    const World2023Recipe recipe = read_world_2023_recipe(*table, file.parent_path(), "raw");

    for (const auto& [name, parameter] : recipe.head.assumptions) {
        EXPECT_LT(*parameter.low, *parameter.high) << name;
        EXPECT_FALSE(parameter.source.empty()) << name;
    }
}

TEST(World2023Recipe, the_guide_lists_every_assumption) {
    Problems problems;
    const auto file = recipe_file("world-2023");
    const auto table = RecipeTable::read(file, problems);
    const World2023Recipe recipe = read_world_2023_recipe(*table, file.parent_path(), "raw");
    std::ifstream guide(std::filesystem::path(ENTENTE_SOURCE_DIR) / "docs/guide/world-2023.md");
    std::stringstream text;
    text << guide.rdbuf();

    for (const auto& [name, parameter] : recipe.head.assumptions) {
        EXPECT_THAT(text.str(), ::testing::HasSubstr("| `" + name + "` |"));
    }
}

TEST(World2023Recipe, mistakes_in_the_recipe_are_reported_together) {
    std::string text = shipped_recipe();
    text = with(text, "[assumption.services_level]", "[assumption.services_lvel]");
    text = with(text, "hubs = [\"HKG\"", "hubs = [\"HKK\"");
    text = with(text, "MEX = 0.7, PRT = 0.3", "MEX = 0.7, PRT = 0.4");
    text = with(text, "data = \"icio\"", "data = \"oecd\"");
    text = with(text, "kind = \"goods\"", "kind = \"good\"");
    text = with(text, "agreements_in_force = \"2023-12-31\"", "agreements_in_force = \"2023\"");
    text = with(text, "FOO = 1.0, AGR = 0.1", "FOD = 1.0, AGR = 0.1");

    const std::vector<Problem> found = problems_of(text);

    EXPECT_THAT(found, Contains(Field(&Problem::column, "assumption.services_level")));
    EXPECT_THAT(found, Contains(AllOf(Field(&Problem::kind, ProblemKind::unknown_country),
                                      Field(&Problem::value, "HKK"))));
    EXPECT_THAT(found, Contains(Field(&Problem::kind, ProblemKind::shares_do_not_add_up)));
    EXPECT_THAT(found, Contains(Field(&Problem::value, "oecd")));
    EXPECT_THAT(found, Contains(Field(&Problem::value, "good")));
    EXPECT_THAT(found, Contains(Field(&Problem::kind, ProblemKind::not_a_date)));
    EXPECT_THAT(found, Contains(AllOf(Field(&Problem::kind, ProblemKind::unknown_sector),
                                      Field(&Problem::value, "FOD"))));
}

TEST(World2023Recipe, an_economy_named_twice_is_reported) {
    const std::vector<Problem> found =
        problems_of(with(shipped_recipe(), "code = \"AUT\"", "code = \"AUS\""));

    EXPECT_THAT(found, Contains(AllOf(Field(&Problem::kind, ProblemKind::duplicate_row),
                                      Field(&Problem::value, "AUS"))));
}

TEST(World2023Recipe, an_assumption_outside_its_range_is_refused) {
    const std::vector<Problem> found =
        problems_of(with(shipped_recipe(), "value = 1.7", "value = 17"));

    EXPECT_THAT(found, Contains(Field(&Problem::column, "assumption.services_level")));
}

TEST(World2023Recipe, missing_files_are_reported_all_at_once) {
    const std::vector<Problem> found = problems_of(shipped_recipe());

    // Every file the recipe names, in the raw folder and beside it.
    EXPECT_EQ(found.size(), 22u);
    for (const Problem& problem : found) EXPECT_EQ(problem.kind, ProblemKind::file_missing);
}

TEST(World2023Recipe, the_rest_of_the_world_must_stand_at_the_end) {
    std::string text = shipped_recipe();
    text += "\n[[economy]]\ncode = \"XXX\"\nname = \"Late\"\ndata = \"wiod\"\n";

    EXPECT_THAT(problems_of(text), Contains(Field(&Problem::kind, ProblemKind::missing_row)));
}

TEST(Quality2023, borrowed_patterns_hubs_and_raised_cells_are_estimated) {
    const World2023Recipe recipe = tiny_recipe();
    const Frame frame = tiny_frame(recipe);
    Array2<char> raised(6, 5);
    raised(1, 0) = 1;

    const Array3<Quality> quality = trade_quality(recipe, frame, raised);

    constexpr std::size_t usa = 0, chn = 1, twn = 2, hkg = 3, qat = 4;
    EXPECT_EQ(quality(qat, usa, 0), Quality::observed);
    EXPECT_EQ(quality(qat, usa, 4), Quality::estimated);
    EXPECT_EQ(quality(twn, usa, 0), Quality::scaled);
    EXPECT_EQ(quality(usa, chn, 0), Quality::scaled);
    EXPECT_EQ(quality(usa, hkg, 0), Quality::estimated);
    EXPECT_EQ(quality(qat, chn, 0), Quality::estimated);
    EXPECT_EQ(quality(chn, chn, 0), Quality::estimated);
    EXPECT_EQ(quality(chn, chn, 1), Quality::scaled);
}

TEST(TradeElasticity, goods_are_weighted_by_imports_and_missing_estimates_skipped) {
    const World2023Recipe recipe = tiny_recipe();
    const Frame frame = tiny_frame(recipe);
    Raw2023 raw;
    raw.census_countries = {{"5700", "CHN"}, {"4280", "DEU"}};
    raw.memberships = {{.group = "EU27", .country = "DEU"}};
    raw.us_imports_gtap = {{"5700", "wht", 30.0, 0.0},
                           {"0003", "fsh", 10.0, 0.0},
                           {"4280", "fsh", 99.0, 0.0},
                           {"5700", "ele", 1.0, 0.0},
                           {"5700", "eeq", 1.0, 0.0}};
    raw.elasticities = {{"wht", -3.0}, {"fsh", -7.0}, {"ele", -5.0}, {"eeq", -4.0}};
    raw.cp2015_sectors = {{"Agriculture", 9.11}, {"Office", 12.95}, {"Medical", 8.71},
                          {"Electrical", 12.91}, {"Retail", 8.22},  {"Other Business", 8.22}};

    const auto rows = sector_elasticities(recipe, frame, raw);

    ASSERT_EQ(rows.size(), 10u);
    // Thetas 2 and 6, weighted 30 to 10; the Union's member is in its row.
    EXPECT_DOUBLE_EQ(rows[0].value, 3.0);
    EXPECT_EQ(rows[0].low, 2.0);
    EXPECT_EQ(rows[0].high, 6.0);
    EXPECT_EQ(rows[1].low, std::nullopt);
    EXPECT_DOUBLE_EQ(rows[4].value, 5.0);
    EXPECT_DOUBLE_EQ(rows[6].value, 10.83);
}

}  // namespace
}  // namespace entente::detail
