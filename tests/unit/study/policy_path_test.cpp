#include "entente/study/policy/policy_path.hpp"

#include <gmock/gmock.h>

#include <filesystem>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/model/dynamics/sourcing_path.hpp"
#include "entente/source/csv_table.hpp"
#include "entente/study/policy/tariff_history.hpp"
#include "entente/world/world_files.hpp"
#include "support/scratch_folder.hpp"
#include "support/tiny_worlds.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;

const std::filesystem::path root = ENTENTE_SOURCE_DIR;

CsvTable parameters(const std::string& name, std::span<const std::string_view> columns) {
    Problems problems;
    auto table = CsvTable::read(root / "data/parameters" / name, columns, problems);
    problems.throw_if_any();
    return std::move(*table);
}

double number(const CsvTable& table, std::size_t row, std::string_view column) {
    Problems problems;
    return table.number(row, *table.column(column), problems).value_or(-1.0);
}

TEST(PolicyPath, bundled_chances_are_those_of_the_history) {
    constexpr std::array<std::string_view, 6> columns{"now",      "next", "count",
                                                      "estimate", "low",  "high"};
    const CsvTable table = parameters("policy_regimes.csv", columns);
    const TransitionEstimate estimate = detail::regime_history().estimate;

    ASSERT_EQ(table.num_rows(), 9U);
    for (std::size_t row = 0; row < 9; ++row) {
        const std::size_t r = row / 3;
        const std::size_t q = row % 3;
        EXPECT_EQ(table.text(row, 0), policy_regimes[r]);
        EXPECT_EQ(table.text(row, 1), policy_regimes[q]);
        EXPECT_EQ(number(table, row, "count"), estimate.count(r, q));
        // The table has four decimals.
        EXPECT_NEAR(number(table, row, "estimate"), estimate.mean(r, q), 5.1e-5);
        EXPECT_NEAR(number(table, row, "low"), estimate.low(r, q), 5.1e-5);
        EXPECT_NEAR(number(table, row, "high"), estimate.high(r, q), 5.1e-5);
    }
}

TEST(PolicyPath, defaults_are_those_of_the_table_of_parameters) {
    constexpr std::array<std::string_view, 4> columns{"name", "estimate", "low", "high"};
    const CsvTable table = parameters("sourcing.csv", columns);
    const SourcingOptions options;

    EXPECT_EQ(number(table, 0, "estimate"), options.rate);
    EXPECT_EQ(number(table, 1, "estimate"), options.short_run);
    EXPECT_EQ(number(table, 2, "estimate"), PolicyPath{}.risk_response);
}

/// A tiny world and a scenario with the regimes of the history.
class TinyPath : public ::testing::Test {
  protected:
    TinyPath() {
        write_tidy_folder(World(testing::three_countries()), folder_.path() / "tiny", false);
        write_whole_file(folder_.path() / "war.toml",
                         "title = \"War\"\n[[measure]]\nkind = \"tariff\"\nby = \"AAA\"\non = "
                         "\"*\"\nsectors = \"GDS\"\nchange = \"+40pp\"\n");
        write_whole_file(folder_.path() / "swings.toml",
                         "title = \"Swings\"\n[path]\nuntil = 2030\n[[regime]]\nname = "
                         "\"confrontational\"\nbase = \"war.toml\"\n[[regime]]\nname = "
                         "\"cooperative\"\n[[regime]]\nname = \"transactional\"\n");
    }

    PolicyPathReport run(std::size_t draws, std::size_t threads = 1) const {
        return make_policy_path(worlds_, {.scenario = (folder_.path() / "swings.toml").string(),
                                          .world = (folder_.path() / "tiny").string(),
                                          .draws = draws,
                                          .country = {"CCC"},
                                          .poles = {"AAA", "BBB"},
                                          .threads = threads});
    }

    testing::ScratchFolder folder_;
    WorldCatalog worlds_{std::vector<std::filesystem::path>{}};
};

TEST_F(TinyPath, same_bytes_for_any_number_of_threads) {
    const auto text = [&](std::size_t threads) {
        return render(run(24, threads), {.format = Format::csv});
    };

    EXPECT_EQ(text(1), text(3));
    EXPECT_THAT(text(1), HasSubstr("iso3,name,year,figure,draws,mean,p5,p25,p50,p75,p95\n"));
}

TEST_F(TinyPath, starts_confrontational_as_the_history_ends) {
    const PolicyPathReport report = run(24);

    EXPECT_EQ(report.first_regime, "confrontational");
    EXPECT_EQ(report.num_failed, 0U);
    EXPECT_EQ(report.regimes[0].num_measures, 1U);
    EXPECT_EQ(report.regimes[0].years_until, 0.0);
    EXPECT_NEAR(report.regimes[1].chance[1], 34.5 / 39.5, 1e-12);
    for (const PathRow& row : report.rows) {
        if (row.year == report.base_year && row.figure == 0) {
            EXPECT_EQ(row.mean, 0.0);
        }
        if (row.year == report.first_policy_year && row.figure == 0) {
            EXPECT_LT(row.mean, 0.0);
            EXPECT_EQ(row.quantiles.front(), row.quantiles.back());
        }
        EXPECT_LE(row.quantiles.front(), row.quantiles.back());
    }
}

TEST_F(TinyPath, without_draws_only_the_dates_of_the_scenario_count) {
    const PolicyPathReport report = run(0);

    EXPECT_TRUE(report.regimes.empty());
    for (const PathRow& row : report.rows) {
        if (row.figure == 0) {
            EXPECT_NEAR(row.mean, 0.0, 1e-7) << row.year;
        }
    }
}

TEST_F(TinyPath, page_has_charts_with_the_figures_in_words) {
    const std::string page = render(run(8), {.format = Format::html});

    EXPECT_THAT(page, HasSubstr("role=\"img\" aria-label=\"Gamma, Welfare, % change: from 0.00"));
    EXPECT_THAT(page, HasSubstr("<figcaption>"));
    EXPECT_THAT(render(run(8), {.format = Format::json}), HasSubstr("\"swing_mean_pct\":"));
    EXPECT_THAT(render(run(8), {}), HasSubstr("Policy swing"));
}

TEST_F(TinyPath, refuses_other_than_two_poles) {
    EXPECT_THROW(make_policy_path(worlds_, {.scenario = "x.toml", .poles = {"AAA"}}), OptionError);
}

}  // namespace
}  // namespace entente
