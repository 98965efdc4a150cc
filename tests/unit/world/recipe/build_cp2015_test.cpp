#include <gmock/gmock.h>

#include <fstream>

#include "entente/base/error.hpp"
#include "entente/world/recipe.hpp"
#include "support/raw_folder.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

using ::testing::Contains;
using ::testing::Field;
using testing::ScratchFolder;

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

const std::string recipe_text = R"(
recipe = "cp2015"
name = "tiny"
title = "Two economies, goods and services"
base_year = 1993
unit = "thousand USD"
alternative_tariffs_label = "2005"
[files]
imports = "x.txt"
tariffs = "t.txt"
alternative_tariffs = "t2.txt"
gross_output = "go.txt"
value_added_share = "b.txt"
input_share = "io.txt"
trade_elasticity = "theta.txt"
[assumption.trade_elasticity_services]
value = 8.22
unit = "1"
low = 8.22
high = 8.22
source = "test"
[[source]]
code = "test"
title = "A test"
publisher = "entente"
year = "2024"
url = "none"
licence = "none"
[[country]]
code = "AAA"
name = "Alpha"
[[country]]
code = "BBB"
name = "Beta"
[[sector]]
code = "Goods"
name = "Goods"
kind = "goods"
[[sector]]
code = "Services"
name = "Services"
kind = "services"
)";

/// AAA imports 30 from BBB at 10 percent, BBB imports 20 from AAA. AAA makes 100 of goods; BBB's
/// recorded 25 falls short of its exports.
void write_raw_files(const std::filesystem::path& folder) {
    write(folder / "recipe.toml", recipe_text);
    write(folder / "x.txt", "0\t30\n20\t0\n");
    write(folder / "t.txt", "0\t10\n0\t0\n");
    write(folder / "t2.txt", "0\t5\n0\t0\n");
    write(folder / "go.txt", "100000\t25000\n50000\t60000\n");
    write(folder / "b.txt", "0.5\t0.5\n0.5\t0.5\n");
    write(folder / "io.txt", "0.6\t0.25\n0.6\t0.75\n0.5\t0.5\n-0.1\t0.5\n");
    write(folder / "theta.txt", "4\n");
}

TEST(BuildCp2015, domestic_sales_are_output_less_exports_and_never_negative) {
    const ScratchFolder folder;
    write_raw_files(folder.path());

    const World world = build_from_recipe(folder.path() / "recipe.toml", folder.path());

    EXPECT_DOUBLE_EQ(world.trade_flow()(0, 0, 0), 80.0);
    EXPECT_DOUBLE_EQ(world.trade_flow()(1, 1, 0), 0.0);
    EXPECT_DOUBLE_EQ(world.gross_output()(1, 0), 30.0);
    EXPECT_DOUBLE_EQ(world.trade_flow()(0, 0, 1), 50.0);
}

TEST(BuildCp2015, rows_of_the_files_are_importers_and_percents_become_rates) {
    const ScratchFolder folder;
    write_raw_files(folder.path());

    const World world = build_from_recipe(folder.path() / "recipe.toml", folder.path());

    EXPECT_DOUBLE_EQ(world.trade_flow()(1, 0, 0), 30.0);
    EXPECT_DOUBLE_EQ(world.tariff_rate()(1, 0, 0), 0.10);
    EXPECT_DOUBLE_EQ(world.data().alternative_tariffs.at("2005")(1, 0, 0), 0.05);
    EXPECT_DOUBLE_EQ(world.trade_elasticity(0), 4.0);
    EXPECT_DOUBLE_EQ(world.trade_elasticity(1), 8.22);
}

TEST(BuildCp2015, input_shares_add_up_after_rounding_and_a_negative_one) {
    const ScratchFolder folder;
    write_raw_files(folder.path());

    const World world = build_from_recipe(folder.path() / "recipe.toml", folder.path());

    EXPECT_DOUBLE_EQ(world.input_share()(0, 0, 0), 0.5);
    EXPECT_DOUBLE_EQ(world.input_share()(1, 1, 0), 0.0);
    EXPECT_DOUBLE_EQ(world.input_share()(1, 0, 0), 1.0);
}

TEST(BuildCp2015, bad_keys_and_bad_files_are_reported_together) {
    const ScratchFolder folder;
    write_raw_files(folder.path());
    write(folder.path() / "x.txt", "0\t30\n");
    std::filesystem::remove(folder.path() / "io.txt");
    std::string text = recipe_text;
    text.replace(text.find("base_year"), 9, "base_yaer");
    write(folder.path() / "recipe.toml", text);

    try {
        build_from_recipe(folder.path() / "recipe.toml", folder.path());
        FAIL() << "a broken recipe was accepted";
    } catch (const DataError& error) {
        EXPECT_THAT(error.problems(), Contains(Field(&Problem::kind, ProblemKind::missing_key)));
        EXPECT_THAT(error.problems(), Contains(Field(&Problem::column, "base_yaer")));
        EXPECT_THAT(error.problems(),
                    Contains(Field(&Problem::kind, ProblemKind::wrong_field_count)));
        EXPECT_THAT(error.problems(), Contains(Field(&Problem::kind, ProblemKind::file_missing)));
    }
}

TEST(BuildCp2015, an_unknown_builder_is_refused) {
    const ScratchFolder folder;
    write(folder.path() / "recipe.toml", "recipe = \"cp2016\"\n");

    EXPECT_THROW(build_from_recipe(folder.path() / "recipe.toml", folder.path()), DataError);
}

}  // namespace
}  // namespace entente
