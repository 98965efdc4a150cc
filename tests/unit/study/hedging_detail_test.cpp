#include "entente/study/hedging/detail.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/base/error.hpp"
#include "entente/study/hedging/history.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::string layers() {
    std::string list;
    for (const char* name : {"totals", "geography", "votes", "finance", "signals"}) {
        list += (list.empty() ? "" : ",") + std::string(ENTENTE_SOURCE_DIR) + "/data/" + name;
    }
    return list;
}

HedgingDetail shown(HedgingOptions options) {
    options.layers = layers();
    if (options.draws > 256) options.draws = 64;
    return make_hedging_detail(WorldCatalog({}), options);
}

HedgingHistory history(const std::vector<std::string>& countries) {
    return make_hedging_history(WorldCatalog({}),
                                {.countries = countries, .layers = layers(), .draws = 64});
}

TEST(HedgingDetail, contributions_add_up_to_the_score) {
    const HedgingDetail detail = shown({.countries = {"KOR", "TWN"}});

    ASSERT_THAT(detail.contributions, SizeIs(1));
    const CaseContributions& parts = detail.contributions[0].parts;
    double sum = 0.0;
    for (const auto& channel : parts.channels) sum += channel.stated;
    EXPECT_NEAR(sum, parts.index.stated, 1e-12);
    EXPECT_LT(parts.index.drawn.low, parts.index.drawn.high);
    ASSERT_THAT(detail.missing, SizeIs(1));
    EXPECT_THAT(detail.missing[0], HasSubstr("TWN has no score"));
    EXPECT_THAT(render(detail, {.format = Format::csv}), HasSubstr("KOR,trade,"));
}

TEST(HedgingDetail, probability_of_a_rank_rises_to_the_last) {
    const HedgingDetail detail = shown({.show = "ranks"});

    EXPECT_THAT(detail.ranks, SizeIs(63));
    for (const RankRow& row : detail.ranks) {
        for (std::size_t k = 1; k < row.within.size(); ++k) {
            EXPECT_GE(row.within[k], row.within[k - 1]) << row.code;
        }
    }
    EXPECT_LE(detail.ranks.front().rank.median, detail.ranks.back().rank.median);
}

TEST(HedgingDetail, the_mean_of_all_stands_where_nobody_is_named) {
    const HedgingDetail all = shown({.show = "sobol", .draws = 32});
    const HedgingDetail one = shown({.countries = {"DEU"}, .show = "sobol", .draws = 32});

    ASSERT_THAT(all.sensitivities, SizeIs(1));
    EXPECT_THAT(all.sensitivities[0].code, IsEmpty());
    EXPECT_EQ(one.sensitivities[0].code, "DEU");
    EXPECT_THAT(one.sensitivities[0].inputs, SizeIs(num_hedging_inputs));
    EXPECT_THAT(render(all, {}), HasSubstr("weights of the channels"));
}

TEST(HedgingDetail, break_even_takes_two_economies_with_a_score) {
    const HedgingDetail detail = shown({.countries = {"KOR", "DEU"}, .show = "break-even"});

    EXPECT_GT(detail.pair->score, detail.pair->other_score);
    EXPECT_GT(detail.pair->probability_above, 0.5);
    EXPECT_THAT(render(detail, {.format = Format::json}), HasSubstr("\"above\": \"KOR\""));
    EXPECT_THROW(shown({.countries = {"KOR"}, .show = "break-even"}), OptionError);
    EXPECT_THROW(shown({.countries = {"KOR", "TWN"}, .show = "break-even"}), OptionError);
    EXPECT_THROW(shown({.countries = {"KOX"}}), OptionError);
    EXPECT_THROW(make_hedging_detail(WorldCatalog({}), {.layers = "none"}), OptionError);
}

TEST(HedgingHistory, marks_stand_where_figures_are_and_nowhere_else) {
    const HedgingHistory found = history({"VNM"});

    std::vector<int> technology;
    for (const HistoryMark& mark : found.marks) {
        if (mark.channel == "technology" && mark.kind == "level") technology.push_back(mark.year);
        if (mark.channel == "trade" && mark.kind == "level") {
            EXPECT_NE(mark.year, 2019) << "Campos et al. leave it out";
        }
        if (mark.kind == "signals") {
            EXPECT_GT(*mark.num_acts, 0U);
        }
        if (mark.channel == "finance" && mark.kind == "level") {
            EXPECT_FALSE(mark.tie[anchor_pole]) << "no source shows the United States' side";
        }
    }
    EXPECT_EQ(technology, (std::vector<int>{2005, 2015}));
}

TEST(HedgingHistory, movement_stays_within_one_publisher) {
    for (const HistoryMark& mark : history({"VNM", "DEU"}).marks) {
        if (!mark.movement) continue;
        EXPECT_LE(*mark.movement_since, mark.year - 4);
        EXPECT_NE(mark.publisher, "ICIO") << "one year alone has no movement";
        EXPECT_NE(mark.publisher, "BACI");
    }
}

TEST(HedgingHistory, one_economy_is_drawn_with_words_beside_it) {
    const std::string page = render(history({"DEU"}), {.format = Format::html});

    EXPECT_THAT(page, HasSubstr("<svg"));
    EXPECT_THAT(page, HasSubstr("<desc>2005: "));
    EXPECT_THAT(page, Not(HasSubstr("<polyline")));
    EXPECT_THAT(render(history({"DEU", "FRA"}), {.format = Format::html}), Not(HasSubstr("<svg")));
    EXPECT_THROW(history({"ZZZ"}), OptionError);
}

}  // namespace
}  // namespace entente
