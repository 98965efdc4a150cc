#include "entente/realignment/hazard/hazard_table.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"
#include "simulated_table.hpp"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// FRA 2000-2003 and CUB 2000-2001, one predictor.
HazardTable two_states() {
    HazardTable table;
    table.states = {"FRA", "CUB"};
    table.predictors = {"polyarchy"};
    for (const int year : {2000, 2001, 2002, 2003}) table.rows.push_back({0, year, true, true});
    for (const int year : {2000, 2001}) table.rows.push_back({1, year, false, false});
    table.values = Array2<double>(6, 1, 0.5);
    return table;
}

std::string problems_of(const HazardTable& table) {
    try {
        check_hazard_table(table);
    } catch (const DataError& error) {
        return describe(error.problems());
    }
    return "";
}

TEST(HazardTable, every_mistake_is_named_by_state_and_year) {
    HazardTable table = two_states();
    table.rows[1].year = 2000;
    table.events = {{0, 2003, 2005}, {0, 2003, 2005}, {1, 2004, 2006}, {1, 2001, 2000}};

    const std::string problems = problems_of(table);

    EXPECT_THAT(problems, HasSubstr("FRA 2000"));
    EXPECT_THAT(problems, HasSubstr("event of FRA in 2003"));
    EXPECT_THAT(problems, HasSubstr("a row of CUB for 2003"));
    EXPECT_THAT(problems, HasSubstr("known from 2000"));
    EXPECT_EQ(problems_of(two_states()), "");
}

TEST(EventsAhead, looks_as_far_as_asked_and_no_further) {
    HazardTable table = two_states();
    table.events = {{0, 2003, 2005}};

    EXPECT_THAT(events_ahead(table, 1, 2005), ElementsAre(0, 0, 1, 0, 0, 0));
    EXPECT_THAT(events_ahead(table, 3, 2005), ElementsAre(1, 1, 1, 0, 0, 0));
    EXPECT_THAT(events_ahead(table, 3, 2004), ElementsAre(0, 0, 0, 0, 0, 0))
        << "not seen before 2005";
}

TEST(PredictorValues, duration_counts_from_events_that_could_be_seen) {
    HazardTable table = two_states();
    table.events = {{0, 2001, 2003}};
    const std::vector<std::string_view> names{"log_years_since", "had_event", "polyarchy"};

    const Array2<double> values = predictor_values(table, names);

    EXPECT_NEAR(values(2, 0), std::log(3.0), 1e-15) << "2002: since entry in 2000";
    EXPECT_EQ(values(2, 1), 0.0);
    EXPECT_NEAR(values(3, 0), std::log(3.0), 1e-15) << "2003: since the event of 2001";
    EXPECT_EQ(values(3, 1), 1.0);
    EXPECT_EQ(values(4, 0), 0.0);
    EXPECT_EQ(values(5, 2), 0.5);
    EXPECT_THROW(predictor_values(table, std::vector<std::string_view>{"log_troops"}), ShapeError);
}

}  // namespace
}  // namespace entente
