#include "entente/base/axis.hpp"

#include <gmock/gmock.h>

#include "entente/base/error.hpp"

namespace entente {
namespace {

TEST(Axis, finds_the_position_of_a_code) {
    const Axis axis({"AUS", "AUT"});

    EXPECT_EQ(axis.at("AUT"), 1u);
    EXPECT_FALSE(axis.find("BEL").has_value());
}

TEST(Axis, refuses_a_code_given_twice) {
    EXPECT_THROW(Axis({"AUS", "AUS"}), ShapeError);
}

TEST(Axis, names_the_nearest_code_for_an_unknown_one) {
    const Axis axis({"AUS", "DEU"});

    try {
        axis.at("GEU");
        FAIL() << "an unknown code was accepted";
    } catch (const OptionError& error) {
        EXPECT_STREQ(error.what(), "Unknown code GEU. Did you mean DEU?");
    }
}

}  // namespace
}  // namespace entente
