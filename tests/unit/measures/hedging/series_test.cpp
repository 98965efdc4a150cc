#include "entente/measures/hedging/series.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "entente/base/error.hpp"

namespace entente {
namespace {

const Series unctad{"UNCTAD", "goods, exports plus imports"};
const Series baci{"CEPII", "goods, exports plus imports"};

TEST(Series, changes_within_one_publisher) {
    EXPECT_DOUBLE_EQ(difference({unctad, 2005, 2.0}, {unctad, 2015, 3.0}), 1.0);
    EXPECT_DOUBLE_EQ(log_change({unctad, 2005, 2.0}, {unctad, 2015, 3.0}), std::log(1.5));
}

TEST(Series, a_change_between_publishers_is_refused_by_name) {
    try {
        difference({unctad, 2015, 74.6}, {baci, 2023, 64.9});
        FAIL() << "two publishers were compared";
    } catch (const DataError& error) {
        EXPECT_EQ(error.problems().front().kind, ProblemKind::different_series);
        EXPECT_THAT(error.what(),
                    ::testing::AllOf(::testing::HasSubstr("UNCTAD"), ::testing::HasSubstr("CEPII"),
                                     ::testing::HasSubstr("2015 to 2023")));
    }
    EXPECT_THROW(log_change({unctad, 2015, 1.0}, {baci, 2023, 1.0}), DataError);
}

TEST(Series, two_concepts_of_one_publisher_are_refused_too) {
    const Series services{"UNCTAD", "goods and services"};

    EXPECT_THROW(difference({unctad, 2015, 1.0}, {services, 2015, 1.0}), DataError);
}

TEST(Series, logarithms_need_positive_values) {
    EXPECT_THROW(log_change({unctad, 2005, 0.0}, {unctad, 2015, 1.0}), DataError);
}

TEST(Series, publishers_are_compared_with_their_noise_or_not_at_all) {
    const NoisyDifference gap =
        difference_across_publishers({unctad, 2015, 10.0}, {baci, 2023, 12.5}, 1.5);

    EXPECT_DOUBLE_EQ(gap.value, 2.5);
    EXPECT_DOUBLE_EQ(gap.noise_sd, 1.5);
    EXPECT_THROW(difference_across_publishers({unctad, 2015, 1.0}, {baci, 2023, 1.0}, 0.0),
                 OptionError);
}

TEST(Series, logs_of_two_publishers_carry_their_noise_too) {
    const NoisyDifference change =
        log_change_across_publishers({unctad, 2015, 10.0}, {baci, 2023, 12.5}, 0.17);

    EXPECT_DOUBLE_EQ(change.value, std::log(1.25));
    EXPECT_DOUBLE_EQ(change.noise_sd, 0.17);
    EXPECT_THROW(log_change_across_publishers({unctad, 2015, 1.0}, {baci, 2023, 1.0}, 0.0),
                 OptionError);
    EXPECT_THROW(log_change_across_publishers({unctad, 2015, 0.0}, {baci, 2023, 1.0}, 0.17),
                 DataError);
}

}  // namespace
}  // namespace entente
