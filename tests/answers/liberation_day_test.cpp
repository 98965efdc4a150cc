// The table of our figures in docs/validation.md is what the model gives: every row is worked out
// again and looked for on the page.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/whole_file.hpp"
#include "entente/model/equilibrium/country_changes.hpp"
#include "entente/model/equilibrium/solve_equilibrium.hpp"
#include "entente/scenario/grammar.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

const std::filesystem::path root = ENTENTE_SOURCE_DIR;

struct Case {
    std::string answer;
    std::string file;
};

/// Change of mean welfare, weighted with incomes of the baseline, in percent.
double mean_welfare(const Baseline& baseline, const std::vector<CountryChange>& changes,
                    const std::vector<std::size_t>& countries) {
    double income = 0.0;
    double sum = 0.0;
    for (const std::size_t n : countries) {
        income += baseline.income[n];
        sum += baseline.income[n] * (changes[n].welfare_hat - 1.0);
    }
    return 100.0 * sum / income;
}

std::string row(const World& world, DeficitMode deficits, const Case& which) {
    const Baseline baseline = make_baseline(world, {.deficits = deficits});
    const Shock shock = make_shock(world, read_scenario(root / "scenarios" / which.file));
    const Equilibrium solved = solve_equilibrium(baseline, shock);
    EXPECT_TRUE(solved.is_usable()) << solved.message;
    const std::vector<CountryChange> changes = country_changes(baseline, shock, solved);
    const std::size_t usa = baseline.countries.at("USA");
    std::vector<std::size_t> others;
    for (std::size_t n = 0; n < changes.size(); ++n) {
        if (n != usa) others.push_back(n);
    }
    return fmt::format("| {} | {} | {:.2f} | {:.2f} | {:.2f} | {:.2f} |", which.answer,
                       word_for(deficit_modes(), deficits), mean_welfare(baseline, changes, {usa}),
                       mean_welfare(baseline, changes, {baseline.countries.at("CHN")}),
                       mean_welfare(baseline, changes, world.members("EU27", std::nullopt)),
                       mean_welfare(baseline, changes, others));
}

TEST(LiberationDay, rows_of_the_page_are_what_the_model_gives) {
    const World world = read_tidy_folder(root / "data/world-2023");
    const std::string page = read_whole_file(root / "docs/validation.md");

    for (const Case& which : {Case{"none", "us-tariffs/2025-04-05.toml"},
                              Case{"reciprocal", "liberation-day-reciprocal.toml"}}) {
        for (const DeficitMode deficits :
             {DeficitMode::balanced, DeficitMode::fixed, DeficitMode::multiplicative}) {
            const std::string line = row(world, deficits, which);
            EXPECT_NE(page.find(line), std::string::npos) << "Missing: " << line;
        }
    }
}

}  // namespace
}  // namespace entente
