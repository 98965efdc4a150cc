#include "entente/study/alignment/vote_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "entente/study/loaded_layers.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

const std::string votes_folder = std::string(ENTENTE_SOURCE_DIR) + "/data/votes";

AlignmentTable alignment(AlignmentOptions options) {
    options.layers = votes_folder;
    return make_alignment(WorldCatalog({}), options);
}

const AlignmentRow& row(const AlignmentTable& table, const std::string& code, const std::string& to,
                        const std::string& votes = "all") {
    for (const AlignmentRow& one : table.rows) {
        if (one.code == code && one.to == to && one.votes == votes) return one;
    }
    throw std::runtime_error("no row " + code + " " + to);
}

TEST(Alignment, kappa_of_2015_to_2019_is_that_computed_apart_from_this_program) {
    // Another program on the same roll calls gives these three decimals.
    const AlignmentTable table =
        alignment({.countries = {"DEU", "FRA"}, .votes = "all", .year = 2019});

    EXPECT_NEAR(row(table, "DEU", "USA").similarity->kappa, 0.383, 0.0005);
    EXPECT_NEAR(row(table, "DEU", "CHN").similarity->kappa, 0.001, 0.0005);
    EXPECT_NEAR(row(table, "FRA", "USA").similarity->kappa, 0.426, 0.0005);
    EXPECT_NEAR(row(table, "FRA", "CHN").similarity->kappa, -0.001, 0.0005);
    EXPECT_GT(*row(table, "DEU", "CHN").drift, 0.0);
}

TEST(Alignment, drift_is_the_change_since_the_window_before) {
    const auto now = alignment({.countries = {"IDN"}, .votes = "all", .year = 2019});
    const auto before = alignment({.countries = {"IDN"}, .votes = "all", .year = 2014});

    EXPECT_DOUBLE_EQ(
        *row(now, "IDN", "CHN").drift,
        row(now, "IDN", "CHN").similarity->kappa - row(before, "IDN", "CHN").similarity->kappa);
}

TEST(Alignment, leaving_votes_out_leaves_fewer) {
    const AlignmentTable table = alignment({.countries = {"DEU"}, .to = {"USA"}});

    ASSERT_THAT(table.rows, SizeIs(4));
    EXPECT_EQ(table.rows[0].last_year, 2023) << "2024 has six roll calls";
    const auto count = [&](const std::string& votes) {
        return row(table, "DEU", "USA", votes).similarity->num_votes;
    };
    EXPECT_LT(count("without Palestine"), count("all"));
    EXPECT_LT(count("without Ukraine"), count("all"));
    EXPECT_LT(count("without both"), count("without Palestine"));
}

TEST(Alignment, too_few_votes_and_absent_states_are_empty_and_unknown_ones_refused) {
    const AlignmentTable table =
        alignment({.countries = {"TWN"}, .to = {"USA"}, .votes = "all", .year = 2019});

    EXPECT_FALSE(row(table, "TWN", "USA").similarity);
    EXPECT_THROW(alignment({.countries = {"GER"}}), OptionError);
    EXPECT_THROW(make_alignment(WorldCatalog({}), {.layers = "none"}), OptionError);
}

TEST(Alignment, three_marks_of_issues_are_one_and_the_same_from_2019_on) {
    // What the tables say beneath: if the publisher mends it, the line must go.
    const detail::LoadedLayers layers = detail::load([] {
        LayerSet set;
        set.add(open_layer(WorldCatalog({}), votes_folder));
        return set;
    }());
    const auto roll_calls = [&](const char* issue, int first, int last) {
        return selected_roll_calls(*layers.votes,
                                   {.first_year = first, .last_year = last, .issue = issue});
    };

    EXPECT_EQ(roll_calls("di", 2019, 2024), roll_calls("co", 2019, 2024));
    EXPECT_EQ(roll_calls("di", 2019, 2024), roll_calls("ec", 2019, 2024));
    EXPECT_NE(roll_calls("di", 2014, 2018), roll_calls("co", 2014, 2018));
}

TEST(Alignment, positions_treaties_and_troops_stand_beside_the_votes) {
    const std::string data = std::string(ENTENTE_SOURCE_DIR) + "/data/";
    AlignmentOptions options{.countries = {"DEU"}, .year = 2019};
    options.layers = votes_folder + "," + data + "positions," + data + "security";

    const AlignmentTable table = make_alignment(WorldCatalog({}), options);

    const AlignmentRow& usa = row(table, "DEU", "USA");
    const AlignmentRow& china = row(table, "DEU", "CHN");
    ASSERT_TRUE(usa.distance && usa.distance_error && usa.distance_drift && china.distance);
    EXPECT_GT(*usa.distance_error, 0.0);
    EXPECT_EQ(usa.defence, 1.0);
    EXPECT_EQ(china.defence, 0.0);
    EXPECT_GT(usa.troops.value_or(0), 10000) << "Germany hosts tens of thousands";
    EXPECT_FALSE(china.troops) << "the layer counts American troops alone";
    EXPECT_FALSE(row(table, "DEU", "USA", "without both").distance)
        << "positions are of all roll calls";
    EXPECT_FALSE(row(alignment({.countries = {"DEU"}, .year = 2019}), "DEU", "USA").distance);
    EXPECT_THAT(table.further, SizeIs(2));
}

// [eq:position-distance]
TEST(Alignment, the_drift_of_distance_is_between_the_ends_of_two_windows) {
    const std::string layers =
        votes_folder + "," + std::string(ENTENTE_SOURCE_DIR) + "/data/positions";
    const auto at = [&](std::size_t year) {
        return make_alignment(
            WorldCatalog({}),
            {.countries = {"KOR"}, .votes = "all", .year = year, .layers = layers});
    };
    const AlignmentTable now_table = at(2019);
    const AlignmentTable before_table = at(2014);
    const AlignmentRow& now = row(now_table, "KOR", "CHN");

    EXPECT_DOUBLE_EQ(*now.distance_drift,
                     *now.distance - *row(before_table, "KOR", "CHN").distance);
}

TEST(Isolation, years_and_issues_are_counted) {
    const WorldCatalog none({});
    const auto by_year = make_isolation(none, {.since = 2015, .layers = votes_folder});
    const auto by_issue =
        make_isolation(none, {.by = "issue", .since = 2015, .layers = votes_folder});

    ASSERT_THAT(by_year.rows, SizeIs(10));
    for (const IsolationRow& one : by_year.rows) {
        EXPECT_GT(one.record.num_cast, 0U) << one.first_year;
        if (one.record.num_cast < 60) continue;
        EXPECT_GT(one.record.lost_share(), 0.4) << "the United States mostly lose";
        EXPECT_LT(one.record.coalition_share, 0.7);
    }
    EXPECT_THAT(by_issue.rows, SizeIs(12));
    EXPECT_THROW(make_isolation(none, {.since = 2090, .layers = votes_folder}), OptionError);
}

TEST(VoteTables, every_format_shows_the_same_rows) {
    const auto table = alignment({.countries = {"DEU"}, .to = {"USA"}, .votes = "all"});

    EXPECT_THAT(render(table, {.format = Format::csv}), HasSubstr("DEU,USA,all,2019,2023,"));
    EXPECT_THAT(render(table, {.format = Format::json}), HasSubstr("\"to\": \"USA\""));
    EXPECT_THAT(render(table, {}), HasSubstr("Drift"));
    const auto isolation =
        make_isolation(WorldCatalog({}), {.since = 2023, .layers = votes_folder});
    EXPECT_THAT(render(isolation, {.format = Format::csv}), HasSubstr("USA,2023,2023,all,"));
}

}  // namespace
}  // namespace entente
