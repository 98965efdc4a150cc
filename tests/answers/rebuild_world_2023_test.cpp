// world-2023 rebuilt from the raw folder and held against the figures of the trial that found its
// recipe. That trial had 67 regions and 37 sectors, ours 83 and 34; tolerances say how far apart
// the two may be. Verified against a second program that follows the same steps.

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>
#include <memory>
#include <sstream>

#include "entente/world/check_world.hpp"
#include "entente/world/final_demand.hpp"
#include "entente/world/recipe.hpp"
#include "entente/world/recipe/trade_elasticity.hpp"
#include "entente/world/world_files.hpp"
#include "support/raw_folder.hpp"

namespace entente {
namespace {

class RebuildWorld2023 : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        const auto raw = testing::raw_folder();
        if (!raw) return;
        world_ =
            std::make_unique<World>(build_from_recipe(testing::recipe_file("world-2023"), *raw));
    }
    static void TearDownTestSuite() { world_.reset(); }
    void SetUp() override {
        if (!world_) GTEST_SKIP() << "the raw folder is absent (set ENTENTE_RAW_DATA)";
    }

    /// The value of a check, or of what the recipe recorded.
    static double value_of(const std::string& check, const std::string& subject = "") {
        for (const CheckResult& result : check_world(*world_)) {
            if (result.check == check && result.subject == subject) return result.value;
        }
        ADD_FAILURE() << "no check " << check << " of " << subject;
        return std::nan("");
    }

    static std::unique_ptr<World> world_;
};

std::unique_ptr<World> RebuildWorld2023::world_;

struct Expected {
    std::string check, subject;
    double trial, tolerance;
};

TEST_F(RebuildWorld2023, bundled_tables_are_what_the_recipe_makes) {
    const auto bundled = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / "world-2023";

    EXPECT_EQ(read_tidy_folder(bundled).content_hash(), world_->content_hash());
}

TEST_F(RebuildWorld2023, building_again_gives_the_same_content) {
    const World again =
        build_from_recipe(testing::recipe_file("world-2023"), *testing::raw_folder());

    EXPECT_EQ(again.content_hash(), world_->content_hash());
}

TEST_F(RebuildWorld2023, no_check_fails) {
    for (const CheckResult& result : check_world(*world_)) {
        EXPECT_NE(result.status, CheckStatus::failed)
            << result.check << " " << result.subject << ": " << result.value;
    }
}

TEST_F(RebuildWorld2023, final_demand_is_nowhere_negative) {
    const Array2<double> demand = detail::final_demand(world_->data());

    for (std::size_t n = 0; n < world_->num_countries(); ++n) {
        for (std::size_t s = 0; s < world_->num_sectors(); ++s) {
            EXPECT_GE(demand(n, s), 0.0) << world_->countries()[n] << " " << world_->sectors()[s];
        }
    }
}

TEST_F(RebuildWorld2023, figures_are_those_of_the_trial) {
    // Same files and steps: equal to the digits the trial printed.
    const double printed = 0.0006;
    // Depends on the regions or the split of electronics, which differ.
    const double share = 0.02;
    const std::vector<Expected> figures{
        {"goods_flow", "CHN USA", 440477.7, 0.05},
        {"goods_flow", "DEU USA", 166167.1, 0.05},
        {"goods_flow", "MEX USA", 459146.2, 0.05},
        {"goods_flow", "USA CHN", 145334.4, 0.05},
        {"recorded_mix_error_wiod_exporters_2011", "", 0.187, printed},
        {"recorded_mix_error_wiod_exporters", "", 0.157, printed},
        {"recorded_mix_error_other_exporters", "", 0.365, share},
        {"recorded_mix_error_other_exporters_rest_only", "", 0.40, 0.06},
        {"recorded_mix_error_world_mix", "", 0.53, share},
        {"recorded_hub_import_factor", "HKG", 0.474, printed},
        {"recorded_hub_import_factor", "SGP", 0.607, printed},
        {"recorded_hub_import_factor", "NLD", 0.756, printed},
        {"recorded_hub_import_factor", "BEL", 0.868, printed},
        {"recorded_goods_exports", "TWN", 431000, 600},
        {"recorded_goods_imports", "TWN", 345000, 600},
        {"recorded_services_exports_before_closure", "", 7.2e6, 0.05e6},
        {"services_exports_world", "", 8.2e6, 0.1e6},
        {"recorded_domestic_services_over_wiod_mean", "", 0.975, 0.005},
        {"recorded_domestic_services_over_wiod_sd", "", 0.11, 0.005},
        {"recorded_domestic_services_over_wiod_highest", "CHN", 1.22, 0.005},
        {"recorded_domestic_services_over_wiod_lowest", "LUX", 0.66, 0.04},
        {"recorded_negative_final_demand_before_balancing_share", "", 0.030, 0.005},
        {"recorded_moved_by_balancing_median", "", 0.010, 0.005},
        {"recorded_moved_by_balancing_gdp_weighted", "", 0.016, 0.003},
        {"recorded_moved_by_balancing", "KOR", 0.066, 0.015},
        {"mean_absolute_balance_share", "", 0.055, 0.01},
        {"balance_share", "USA", -0.018, 0.01},
        {"balance_share", "CHN", 0.064, 0.002},
        {"balance_share", "DEU", 0.039, 0.015},
        {"balance_share", "JPN", 0.003, 0.005},
        {"balance_share", "VNM", 0.077, 0.02},
        {"balance_share", "NOR", 0.116, 0.035},
        {"services_share", "USA", 0.86, 0.006},
        {"services_share", "CHN", 0.62, 0.006},
        {"services_share", "DEU", 0.76, 0.006},
        {"services_share", "IND", 0.66, 0.006},
        {"services_share", "VNM", 0.43, 0.03},
        {"services_share", "IDN", 0.51, 0.006},
        {"estimated_trade_share", "MEX", 0.07, 0.005},
        {"estimated_trade_share", "CHN", 0.37, share},
        {"estimated_trade_share", "VNM", 0.83, 0.006},
    };

    for (const Expected& figure : figures) {
        EXPECT_NEAR(value_of(figure.check, figure.subject), figure.trial, figure.tolerance)
            << figure.check << " " << figure.subject;
    }
}

TEST_F(RebuildWorld2023, goods_thetas_are_those_of_the_recipe_and_of_the_shipped_table) {
    const std::vector<std::pair<std::string, double>> thetas{
        {"AGR", 3.02}, {"MIN", 9.79}, {"FOO", 3.07}, {"TEX", 3.50}, {"LEA", 4.99}, {"WOO", 7.69},
        {"PAP", 7.18}, {"PET", 2.64}, {"CHM", 6.88}, {"PLA", 6.04}, {"NMM", 3.83}, {"MET", 6.59},
        {"MAC", 3.23}, {"ELE", 4.26}, {"EEQ", 3.62}, {"MVH", 7.98}, {"OTN", 6.98}, {"OMF", 3.91}};
    for (const auto& [sector, theta] : thetas) {
        // Printed with two decimals.
        EXPECT_NEAR(world_->trade_elasticity(world_->sectors().at(sector)), theta, 0.005) << sector;
    }

    Problems problems;
    const auto file = testing::recipe_file("world-2023");
    const auto table = detail::RecipeTable::read(file, problems);
    const auto recipe =
        detail::read_world_2023_recipe(*table, file.parent_path(), *testing::raw_folder());
    const auto frame = detail::make_frame(recipe, *table);
    const auto raw = detail::read_raw_2023(recipe, frame, problems);
    std::ifstream shipped(std::filesystem::path(ENTENTE_SOURCE_DIR) /
                          "data/parameters/trade_elasticities.csv");
    std::stringstream text;
    text << shipped.rdbuf();

    EXPECT_EQ(text.str(),
              detail::elasticities_csv(detail::sector_elasticities(recipe, frame, raw)));
}

}  // namespace
}  // namespace entente
