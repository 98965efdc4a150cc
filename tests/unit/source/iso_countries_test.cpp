#include "entente/source/iso_countries.hpp"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(IsoCountries, knows_the_numbers_of_comtrade_and_baci) {
    EXPECT_EQ(iso3_from_number("490"), "TWN");
    EXPECT_EQ(iso3_from_number("251"), "FRA");
    EXPECT_EQ(iso3_from_number("381"), "ITA");
    EXPECT_EQ(iso3_from_number("842"), "USA");
}

TEST(IsoCountries, finds_a_number_that_lost_its_leading_zero) {
    EXPECT_EQ(iso3_from_number("036"), "AUS");
    EXPECT_EQ(iso3_from_number("36"), "AUS");
}

TEST(IsoCountries, knows_no_code_for_other_numbers) {
    EXPECT_FALSE(iso3_from_number("999").has_value());
    EXPECT_FALSE(iso3_from_number("AUS").has_value());
}

TEST(IsoCountries, keeps_the_two_letter_code_of_namibia) {
    for (const IsoCountry& country : iso_countries()) {
        if (country.iso3 == "NAM") {
            EXPECT_EQ(country.iso2, "NA");
        }
    }
}

}  // namespace
}  // namespace entente
