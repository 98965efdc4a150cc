#include "entente/study/hedging/own_trade.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "bundled_layers.hpp"
#include "entente/base/error.hpp"
#include "entente/source/iso_countries.hpp"
#include "entente/study/heat_map/hedging_column.hpp"
#include "entente/study/hedging/trade.hpp"
#include "support/baci_files.hpp"
#include "support/problem_matchers.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

using detail::add_own_trade;
using detail::LoadedLayers;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::ScratchFolder;
using ::testing::SizeIs;

const PerPole<std::string> poles{"USA", "CHN"};

/// Invented trade of USA, CHN, DEU, FRA and Afghanistan, in thousand USD: cars, crude oil, maize.
/// @param scale  of all values; 1 gives sums near those of the world.
std::string invented_rows(int year, double scale = 1.0) {
    constexpr std::array numbers{842, 156, 276, 251, 4};
    std::string rows;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        for (std::size_t n = 0; n < numbers.size(); ++n) {
            if (i == n) continue;
            const double value = scale * 1e8 * static_cast<double>(1 + i + 2 * n);
            for (const auto& [product, part] :
                 {std::pair{"870323", 3.0}, {"270900", 1.0}, {"100590", 2.0}}) {
                rows += fmt::format("{},{},{},{},{},1\n", year, numbers[i], numbers[n], product,
                                    part * value);
            }
        }
    }
    return rows;
}

LoadedLayers with_years(const std::vector<int>& years) {
    const ScratchFolder folder;
    testing::write_baci_countries(folder.path());
    for (const int year : years) {
        testing::write_baci_year(folder.path(), year, invented_rows(year));
    }
    LoadedLayers layers = testing::bundled_layers();
    add_own_trade(folder.path().string(), layers);
    return layers;
}

TEST(OwnTrade, every_year_becomes_vintages_of_all_goods_technology_and_energy) {
    const LoadedLayers layers = with_years({2017, 2021});
    const TradeTotals& totals = *layers.totals;
    const std::size_t usa = totals.economies.at("USA");
    const std::size_t deu = totals.economies.at("DEU");

    EXPECT_THAT(totals.years("own"), ElementsAre(2017, 2021));
    EXPECT_THAT(totals.years("own", "technology"), ElementsAre(2017, 2021));
    const TradeVintage& all = *totals.find("own", 2021);
    const TradeVintage& technology = *totals.find("own", 2021, "technology");
    const TradeVintage& energy = *totals.find("own", 2021, "energy");
    // DEU is third of the five and the USA first: 1 + 2 + 2 * 0 = 3.
    EXPECT_DOUBLE_EQ(all.trade(deu, usa), 6.0 * 3e8);
    EXPECT_DOUBLE_EQ(technology.trade(deu, usa), 3.0 * 3e8);
    EXPECT_DOUBLE_EQ(energy.trade(deu, usa), 3e8);
    // To all four, Afghanistan among them: 3 + 5 + 9 + 11.
    EXPECT_DOUBLE_EQ(all.total_exports[deu], 6.0 * 28e8);
    EXPECT_TRUE(std::isnan(all.total(totals.economies.at("VNM")))) << "not in the files";
    EXPECT_TRUE(std::isnan(all.trade(deu, totals.economies.at("VNM"))));
    EXPECT_FALSE(is_comparable(all, *totals.find("baci", 2023)));
    EXPECT_TRUE(is_comparable(all, *totals.find("own", 2017)));
}

TEST(OwnTrade, a_tie_rests_on_the_last_year_of_anybody_and_says_whose) {
    const LoadedLayers layers = with_years({2017, 2021});
    const std::size_t deu = layers.totals->economies.at("DEU");
    const auto goods = detail::goods_lens(*layers.totals, *layers.geography, poles);
    const auto technology = detail::technology_lens(*layers.totals, *layers.geography, poles);
    const auto energy = detail::energy_lens(*layers.totals, *layers.geography, poles);

    EXPECT_EQ(goods.as_of(deu, 2022), "2021, own BACI");
    EXPECT_EQ(goods.as_of(deu, 2023), "2023, BACI");
    EXPECT_EQ(technology.as_of(deu, 2023), "2021, own BACI");
    EXPECT_EQ(energy.as_of(deu, 2023), "2021, own BACI");
    EXPECT_EQ(goods.as_of(layers.totals->economies.at("VNM"), 2022), "2018, ICIO")
        << "not in the files";
}

TEST(OwnTrade, a_year_of_a_user_stands_in_place_of_the_bundled_one) {
    const LoadedLayers layers = with_years({2023});
    const auto goods = detail::goods_lens(*layers.totals, *layers.geography, poles);

    EXPECT_EQ(goods.as_of(layers.totals->economies.at("DEU"), 2023), "2023, own BACI");
}

TEST(OwnTrade, movement_is_within_the_files_where_they_hold_both_ends) {
    const LoadedLayers both = with_years({2017, 2021});
    const LoadedLayers end = with_years({2021});
    const std::size_t deu = both.totals->economies.at("DEU");
    const auto lens = [](const LoadedLayers& layers) {
        return detail::goods_lens(*layers.totals, *layers.geography, poles);
    };

    EXPECT_THAT(lens(both).changes(deu, 2021), SizeIs(1));
    EXPECT_THAT(lens(end).changes(deu, 2021), SizeIs(1)) << "UNCTAD 2015, drawn with its noise";
    // The same trade in both years: no change but that of the panel.
    EXPECT_NE(lens(both).changes(deu, 2021).at(0).z, lens(end).changes(deu, 2021).at(0).z);
}

/// The bundled BACI of 2023 as a user's file of one product; what it does with partners outside
/// the layer goes through Aruba and Anguilla.
std::string bundled_rows_of_2023(const TradeTotals& totals) {
    const TradeVintage& baci = *totals.find("baci", 2023);
    const auto number = [](const std::string& code) {
        for (const IsoCountry& country : iso_countries()) {
            if (country.iso3 == code) return country.un_numeric;
        }
        throw std::runtime_error(code);
    };
    std::string rows;
    double sum = 0.0;
    const auto add = [&](const std::string& from, const std::string& to, double value) {
        if (!(value > 0.0)) return;
        sum += value;
        rows += fmt::format("2023,{},{},854231,{},1\n", number(from), number(to), value);
    };
    for (std::size_t i = 0; i < totals.economies.size(); ++i) {
        if (std::isnan(baci.total(i))) continue;
        double sold = 0.0;
        double bought = 0.0;
        for (std::size_t n = 0; n < totals.economies.size(); ++n) {
            if (i == n || std::isnan(baci.total(n))) continue;
            add(totals.economies[i], totals.economies[n], baci.trade(i, n));
            sold += baci.trade(i, n);
            bought += baci.trade(n, i);
        }
        add(totals.economies[i], "ABW", baci.total_exports[i] - sold);
        add("ABW", totals.economies[i], baci.total_imports[i] - bought);
    }
    add("ABW", "AIA", baci.world_exports - sum);
    return rows;
}

TEST(OwnTrade, the_same_figures_brought_by_a_user_give_the_same_ties) {
    const ScratchFolder folder;
    LoadedLayers layers = testing::bundled_layers();
    std::string countries = "country_code,country_iso3\n";
    for (const IsoCountry& country : iso_countries()) {
        countries += fmt::format("{},{}\n", country.un_numeric, country.iso3);
    }
    write_whole_file(folder.path() / "country_codes_V209901.csv", countries);
    testing::write_baci_year(folder.path(), 2023, bundled_rows_of_2023(*layers.totals));
    // A lens borrows the vintages it was made of.
    const LoadedLayers& bundled = testing::bundled_layers();
    const auto before = detail::goods_lens(*bundled.totals, *bundled.geography, poles);

    add_own_trade(folder.path().string(), layers);
    const auto after = detail::goods_lens(*layers.totals, *layers.geography, poles);

    std::size_t count = 0;
    for (std::size_t i = 0; i < layers.totals->economies.size(); ++i) {
        const auto theirs = after.reading(i, 2023);
        const auto ours = before.reading(i, 2023);
        ASSERT_EQ(theirs.has_value(), ours.has_value()) << layers.totals->economies[i];
        if (!ours) continue;
        ++count;
        for (std::size_t g = 0; g < 2; ++g) {
            // The layer is rounded: what remains for partners outside may fall below zero and is
            // then left out.
            EXPECT_NEAR((*theirs)[g].raw.z, (*ours)[g].raw.z, 1e-6);
            EXPECT_NEAR((*theirs)[g].residual.z, (*ours)[g].residual.z, 1e-6);
        }
    }
    EXPECT_GT(count, 100U);
}

TEST(OwnTrade, another_unit_is_noticed) {
    for (const double scale : {1e3, 1e-3}) {
        const ScratchFolder folder;
        testing::write_baci_countries(folder.path());
        const auto file = testing::write_baci_year(folder.path(), 2021, invented_rows(2021, scale));
        LoadedLayers layers = testing::bundled_layers();

        const auto problems =
            testing::problems_thrown_by([&] { add_own_trade(folder.path().string(), layers); });

        ASSERT_THAT(problems, SizeIs(1)) << scale;
        EXPECT_EQ(problems[0].kind, ProblemKind::value_out_of_range);
        EXPECT_EQ(problems[0].column, "v");
        EXPECT_THAT(problems[0], testing::expected_says("thousand USD"));
    }
}

TEST(OwnTrade, problems_of_all_files_come_at_once) {
    const ScratchFolder folder;
    testing::write_baci_countries(folder.path());
    testing::write_baci_year(folder.path(), 2020, "2020,999,842,870323,1,1\n");
    testing::write_baci_year(folder.path(), 2021, "2021,842,276,870323,-1,1\n");
    LoadedLayers layers = testing::bundled_layers();

    EXPECT_THAT(testing::problems_thrown_by([&] { add_own_trade(folder.path().string(), layers); }),
                SizeIs(2));
    EXPECT_THROW(add_own_trade("none", layers), DataError);
    LoadedLayers nothing;
    EXPECT_THROW(add_own_trade("none", nothing), OptionError);
    EXPECT_NO_THROW(add_own_trade("", nothing));
}

TEST(OwnTrade, years_without_gdp_are_named_and_the_score_reaches_the_last_year) {
    LoadedLayers layers = with_years({2021, 2024});

    EXPECT_THAT(layers.stamps.back().name, HasSubstr("own BACI HS17 V209901 of 2021, 2024"));
    EXPECT_THAT(layers.stamps.back().name, HasSubstr("GDP is not known: 2024"));
    detail::HedgingColumnOptions options;
    options.draws.num_draws = 16;
    const detail::HedgingColumn column(std::move(layers), options);
    EXPECT_EQ(column.year(), 2024);
    const RowHedging row = column.country("DEU");
    ASSERT_TRUE(row.figures);
    for (const auto& channel : row.figures->channels) {
        if (channel.channel == "technology") {
            EXPECT_EQ(channel.as_of, "2021, own BACI");
        }
    }
}

}  // namespace
}  // namespace entente
