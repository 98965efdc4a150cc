#include "entente/study/exposure/views.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::string folder(const std::string& name) {
    return std::string(ENTENTE_SOURCE_DIR) + "/data/" + name;
}

const WorldCatalog& no_catalog() {
    static const WorldCatalog worlds({});
    return worlds;
}

ExposureOptions between(const std::string& then, const std::string& now) {
    return {.to = {"CHN"},
            .countries = {"MEX", "KOR"},
            .show = "change",
            .between = {folder(then), folder(now)}};
}

std::string complaint(const ExposureOptions& options) {
    try {
        show_exposure(no_catalog(), options);
    } catch (const OptionError& error) {
        return error.what();
    }
    return {};
}

TEST(ExposureViews, four_parts_add_up_to_the_change_of_the_loss) {
    const ExposureOptions options = between("history-1995", "history-2011");

    const ExposureChangeTable table = make_exposure_change(no_catalog(), options);

    ASSERT_THAT(table.rows, SizeIs(2));
    for (const ExposureChangeRow& row : table.rows) {
        const ExposureChange& change = row.change;
        EXPECT_NEAR(
            change.partner_share + change.sector_mix + change.supply_chains + change.elasticity,
            change.change, 1e-12)
            << row.code;
        EXPECT_NEAR(change.change, -std::log1p(-change.loss_now) + std::log1p(-change.loss_then),
                    1e-12);
        const ExposureTable now =
            make_exposure_table(no_catalog().open(folder("history-2011")),
                                {.to = {"CHN"}, .countries = {row.code}, .method = "closed_form"});
        EXPECT_NEAR(change.loss_now, now.rows.at(0).total, 1e-12);
    }
}

TEST(ExposureViews, several_worlds_make_periods_that_add_up) {
    ExposureOptions options = between("history-1995", "history-2003");
    options.countries = {"MEX"};
    options.between.push_back(folder("history-2011"));
    const double whole =
        make_exposure_change(no_catalog(),
                             {.to = {"CHN"},
                              .countries = {"MEX"},
                              .show = "change",
                              .between = {folder("history-1995"), folder("history-2011")}})
            .rows.at(0)
            .change.change;

    const ExposureChangeTable table = make_exposure_change(no_catalog(), options);

    ASSERT_THAT(table.rows, SizeIs(2));
    EXPECT_EQ(table.rows[0].year_now, table.rows[1].year_then);
    EXPECT_NEAR(table.rows[0].change.change + table.rows[1].change.change, whole, 1e-12);
}

TEST(ExposureViews, hidden_exposure_is_that_of_the_table_of_losses) {
    const ExposureOptions options{
        .world = folder("history-2011"), .to = {"USA"}, .countries = {"MEX"}, .show = "hidden"};

    const HiddenExposureRow row = make_hidden_exposure(no_catalog(), options).rows.at(0);
    const ExposureRow loss =
        make_exposure_table(no_catalog().open(options.world),
                            {.to = {"USA"}, .countries = {"MEX"}, .method = "closed_form"})
            .rows.at(0);

    EXPECT_EQ(row.trade_share, loss.trade_share);
    EXPECT_EQ(row.reliance.face_value, loss.face_value);
    EXPECT_EQ(row.reliance.look_through, loss.look_through);
    EXPECT_DOUBLE_EQ(row.reliance.hidden_ratio, loss.look_through / loss.face_value);
}

TEST(ExposureViews, each_power_stands_by_itself) {
    ExposureOptions options{
        .world = folder("history-2011"), .to = {"USA", "CHN"}, .show = "hidden"};

    const HiddenExposureTable table = make_hidden_exposure(no_catalog(), options);

    // 41 regions less the rest of the world and the power.
    ASSERT_THAT(table.rows, SizeIs(2 * 39));
    EXPECT_EQ(table.rows.front().power, "USA");
    EXPECT_EQ(table.rows.back().power, "CHN");
}

TEST(ExposureViews, connectors_come_by_score_and_without_the_powers) {
    const ConnectorTable table =
        make_connectors(no_catalog(), {.to = {"USA"},
                                       .show = "connector",
                                       .between = {folder("history-1995"), folder("history-2011")},
                                       .from = "CHN"});

    ASSERT_THAT(table.rows, SizeIs(38));
    for (std::size_t k = 1; k < table.rows.size(); ++k) {
        EXPECT_GE(table.rows[k - 1].score.score, table.rows[k].score.score);
    }
    for (const ConnectorRow& row : table.rows) {
        EXPECT_NE(row.code, "CHN");
        EXPECT_GE(row.score.score, 0.0);
        EXPECT_LE(row.score.connected_share, 1.0);
    }
}

TEST(ExposureViews, two_publishers_are_never_joined) {
    EXPECT_THAT(complaint(between("history-2011", "world-2023")),
                HasSubstr("different publishers or definitions"));
    EXPECT_THAT(complaint(between("history-2011", "world-2023")), HasSubstr("wiod2013"));
    EXPECT_THAT(complaint(between("history-2011", "history-1995")), HasSubstr("earlier one first"));
}

TEST(ExposureViews, options_that_would_be_ignored_are_refused) {
    ExposureOptions change = between("history-1995", "history-2011");
    change.scope = "imports";
    change.tariff = "25%";
    EXPECT_THAT(complaint(change), HasSubstr("takes no scope, tariff"));
    EXPECT_THAT(complaint({.to = {"USA"}, .show = "change", .between = {"1995"}}),
                HasSubstr("two worlds or more"));
    EXPECT_THAT(complaint({.to = {"USA"}, .show = "change"}), HasSubstr("no world history-YYYY"));
    EXPECT_THAT(complaint({.to = {"USA"}, .show = "change", .history = true}),
                HasSubstr("history goes with show hidden"));
    EXPECT_THAT(complaint({.to = {"USA"}, .show = "hidden", .between = {"1995", "2011"}}),
                HasSubstr("between goes with"));
    EXPECT_THAT(complaint({.to = {"USA", "DEU"}, .show = "connector"}), HasSubstr("one power"));
    EXPECT_THAT(complaint({.to = {"USA"}, .history = true}), HasSubstr("--show hidden"));
}

TEST(ExposureViews, every_format_names_the_sources) {
    const ExposureChangeTable table =
        make_exposure_change(no_catalog(), between("history-1995", "history-2011"));

    EXPECT_THAT(render(table, {.format = Format::csv}),
                StartsWith("iso3,name,power,from_year,to_year,loss_then_pct,loss_now_pct,"
                           "change_log_pct,partner_share_log_pct,sector_mix_log_pct,"
                           "supply_chains_log_pct,elasticity_log_pct,publisher\n"));
    EXPECT_THAT(render(table, {.format = Format::json}), HasSubstr("\"wiod2013+fontagne\""));
    EXPECT_THAT(render(table, {.format = Format::md}), HasSubstr("do not join"));
}

}  // namespace
}  // namespace entente
