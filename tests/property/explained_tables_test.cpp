// Figures of the tables of poles, isolation and links: what is explained is what the table prints,
// and its parts give it again, for every economy, state and year.

#include <gmock/gmock.h>

#include "entente/study/alignment/pole_tables.hpp"
#include "entente/study/alignment/vote_tables.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/study/exposure/views.hpp"
#include "support/bundled_data.hpp"
#include "support/explained_parts.hpp"

namespace entente::detail {
namespace {

const HeatMapOptions closed_form{.method = "closed_form", .draws = 64};

const ExplainData& explained_data() {
    static const ExplainData data(testing::bundled_world(), testing::bundled_layers(), closed_form);
    return data;
}

/// The explanation of one figure; its parts are checked, and the figure against the table's.
Explanation expect_explained(const ExplainData& data, const std::string& code,
                             const std::string& column, const Cell& in_table) {
    static const auto columns = explainable_columns(explained_data().map().poles);
    const ExplainableColumn& one = column_named(columns, column);
    EXPECT_EQ(one.name == column || column.starts_with("leverage_"), true) << column;
    Explanation explanation = explain_column(data, one, code);
    testing::expect_parts_give_the_figure(explanation);
    EXPECT_EQ(explanation.value.is_empty(), in_table.is_empty()) << code << " " << column;
    const auto* printed = std::get_if<double>(&in_table.value);
    if (printed != nullptr && !explanation.value.is_empty()) {
        testing::expect_close(*printed, number_of(explanation), code + " " + column);
    }
    return explanation;
}

Cell count_cell(std::size_t count) {
    return number_cell(static_cast<double>(count));
}

TEST(ExplainedTables, leverage_of_every_economy_is_that_of_the_table_of_poles) {
    const ExplainData& data = explained_data();
    const World& world = data.world();
    std::vector<std::string> codes;
    for (const std::size_t n : economies(world, {})) codes.push_back(world.countries()[n]);
    const PoleTable table = make_pole_table(world, {.powers = codes});

    ASSERT_GT(table.powers.size(), 70U);
    for (const PowerRow& row : table.powers) {
        const std::string& code = row.power.code;
        const auto money =
            expect_explained(data, code, "leverage_money", number_cell(row.total.money));
        EXPECT_EQ(money.steps.front().parts.size(), codes.size() - 1);
        expect_explained(data, code, "leverage_share", number_cell(row.total.share_of_gdp));
        expect_explained(data, code, "pole_share", number_cell(row.total.pole_share));
        expect_explained(data, code, "pole_rank", count_cell(row.rank));
        expect_explained(data, code, "effective_poles", number_cell(table.effective_poles));
    }
    expect_explained(data, "WLD", "effective_poles", number_cell(table.effective_poles));
}

TEST(ExplainedTables, a_group_as_a_power_counts_once) {
    const PoleTable table = make_pole_table(testing::bundled_world(), {.powers = {"EU27"}});

    const PowerRow& row = table.powers.front();
    expect_explained(explained_data(), "EU27", "leverage_money", number_cell(row.total.money));
    expect_explained(explained_data(), "EU27", "pole_share", number_cell(row.total.pole_share));
    expect_explained(explained_data(), "EU27", "effective_poles",
                     number_cell(table.effective_poles));
}

TEST(ExplainedTables, leans_of_every_economy_are_those_of_the_table_of_poles) {
    const ExplainData& data = explained_data();
    const PoleTable table =
        make_pole_table(data.world(), {.by = "country"}, testing::bundled_layers());

    std::size_t num_spreads = 0;
    for (const LeverageRow& row : table.countries) {
        for (std::size_t p = 0; p < row.loss.size(); ++p) {
            const std::string key = data.key(p);
            expect_explained(data, row.code, "leverage_" + key + "_pct",
                             number_cell(100.0 * row.loss[p]));
            expect_explained(data, row.code, "asymmetry_" + key + "_pct",
                             number_cell(100.0 * (row.loss[p] - row.reverse[p])));
        }
        if (data.row(row.code) == nullptr) continue;
        for (std::size_t k = 0; k < num_channels; ++k) {
            expect_explained(data, row.code, std::string("lean_") + channel_names[k],
                             row.leans ? number_cell(row.leans->lean[k]) : Cell{});
        }
        expect_explained(data, row.code, "lean_spread",
                         row.leans ? number_cell(row.leans->spread) : Cell{});
        expect_explained(data, row.code, "lean_cancellation",
                         row.leans ? number_cell(row.leans->cancellation) : Cell{});
        num_spreads += row.leans ? 1 : 0;
    }
    EXPECT_GT(num_spreads, 60U);
}

TEST(ExplainedTables, hidden_reliance_of_every_economy_is_that_of_the_view_of_exposure) {
    const ExplainData& data = explained_data();
    const HiddenExposureTable table = make_hidden_exposure(
        WorldCatalog({}), {.world = testing::data_folder("world-2023").string(),
                           .to = {"USA", "CHN"},
                           .show = "hidden"});

    ASSERT_GT(table.rows.size(), 140U);
    for (const HiddenExposureRow& row : table.rows) {
        if (!data.is_economy(row.code)) continue;
        const std::string key = "_" + column_key(Pole{row.power});
        expect_explained(data, row.code, "face_value" + key, number_cell(row.reliance.face_value));
        expect_explained(data, row.code, "look_through" + key,
                         number_cell(row.reliance.look_through));
        expect_explained(data, row.code, "hidden_ratio" + key,
                         number_cell(row.reliance.hidden_ratio));
    }
}

TEST(ExplainedTables, votes_lost_of_every_state_and_year_are_those_of_the_table_of_isolation) {
    for (const int year : {2003, 2019, 2023}) {
        const ExplainData data(testing::bundled_world(), testing::bundled_layers(), closed_form,
                               year);
        const IsolationTable table =
            make_isolation(WorldCatalog({}), {.countries = {},
                                              .since = static_cast<std::size_t>(year),
                                              .layers = testing::data_folder("votes").string()});
        ASSERT_GT(table.rows.size(), 190U);
        for (const IsolationRow& row : table.rows) {
            if (row.first_year != year) continue;
            const VoteRecord& record = row.record;
            expect_explained(data, row.code, "votes_cast", count_cell(record.num_cast));
            expect_explained(data, row.code, "yes_or_no", count_cell(record.num_taken_sides));
            const auto lost = expect_explained(data, row.code, "lost", count_cell(record.num_lost));
            EXPECT_EQ(lost.cells.size(), record.num_lost) << row.code;
            expect_explained(data, row.code, "lost_share", number_cell(record.lost_share()));
            expect_explained(data, row.code, "coalition_share",
                             number_cell(record.coalition_share));
            expect_explained(data, row.code, "nearly_alone", count_cell(record.num_nearly_alone));
        }
    }
}

TEST(ExplainedTables, agreements_of_every_year_are_those_of_the_table_of_links) {
    const LinkTable table =
        make_link_table(WorldCatalog({}), {.layers = testing::data_folder("signals").string()});

    ASSERT_GT(table.links.years.size(), 5U);
    for (const LinkYear& year : table.links.years) {
        const ExplainData data(testing::bundled_world(), testing::bundled_layers(), closed_form,
                               year.year);
        expect_explained(data, "WLD", "among_others", count_cell(year.num_among_others));
        expect_explained(data, "WLD", "with_powers", count_cell(year.num_with_powers));
        expect_explained(data, "WLD", "share_among_others", number_cell(year.share_among_others()));
        const auto pairs =
            expect_explained(data, "WLD", "new_pairs", count_cell(year.num_new_pairs));
        EXPECT_EQ(pairs.cells.size(), year.num_new_pairs) << year.year;
        expect_explained(data, "WLD", "security_among_others",
                         count_cell(year.num_security_among_others));
        expect_explained(data, "WLD", "security_with_powers",
                         count_cell(year.num_security_with_powers));
    }
}

TEST(ExplainedTables, new_partners_of_an_economy_are_its_rows_of_the_table_of_pairs) {
    const ExplainData& data = explained_data();
    const LinkTable table =
        make_link_table(WorldCatalog({}), {.layers = testing::data_folder("signals").string()});

    std::map<std::string, std::size_t> rows;
    for (const HeatMapRow& row : data.map().countries) rows[row.code] = 0;
    for (const AgreementLink& link : table.links.links) {
        ++rows[link.one];
        ++rows[link.other];
    }
    ASSERT_GT(rows.at("VNM"), 0U);
    for (const auto& [code, count] : rows) {
        expect_explained(data, code, "new_pairs", count_cell(count));
    }
}

}  // namespace
}  // namespace entente::detail
