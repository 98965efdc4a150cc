#include "entente/base/nearest_code.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace entente {
namespace {

const std::vector<std::string> known{"heatmap", "exposure", "profile"};

TEST(NearestCode, finds_a_word_two_slips_away_whatever_its_case) {
    EXPECT_EQ(nearest_code("Heatmpa", known), "heatmap");
    EXPECT_EQ(nearest_code("exposre", known), "exposure");
}

TEST(NearestCode, suggests_nothing_for_a_word_that_is_far_from_all) {
    EXPECT_EQ(nearest_code("tariff", known), "");
    EXPECT_EQ(did_you_mean("tariff", known), "");
}

}  // namespace
}  // namespace entente
