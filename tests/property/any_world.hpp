#pragma once

// What property tests draw from and how they compare: values drawn here are printed by RapidCheck
// when a property fails.

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "entente/world/world_data.hpp"
#include "support/random_worlds.hpp"

namespace entente::testing {

/// From `low` to `high` - 1. RapidCheck begins with small values; here every value is as likely.
inline std::size_t drawn(std::size_t low, std::size_t high) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high));
}

/// A random world of 2 to 6 countries and 1 to 4 sectors, with or without inputs and tariffs.
inline WorldData any_world(std::size_t min_countries = 2) {
    return random_world({.num_countries = drawn(min_countries, 7),
                         .num_sectors = drawn(1, 5),
                         .seed = drawn(0, 1000000),
                         .has_inputs = drawn(0, 5) > 0,
                         .has_tariffs = drawn(0, 5) > 0});
}

inline std::size_t any_country(const WorldData& data) {
    return drawn(0, data.countries.size());
}

inline std::size_t any_country_but(const WorldData& data, std::size_t n) {
    const std::size_t other = drawn(0, data.countries.size() - 1);
    return other < n ? other : other + 1;
}

inline std::size_t any_sector(const WorldData& data) {
    return drawn(0, data.sectors.size());
}

/// Some countries, perhaps none, perhaps all.
inline std::vector<std::size_t> any_power(const WorldData& data) {
    std::vector<std::size_t> power;
    for (std::size_t i = 0; i < data.countries.size(); ++i) {
        if (drawn(0, 2) == 1) power.push_back(i);
    }
    return power;
}

/// The countries in another order.
inline std::vector<std::size_t> any_order(const WorldData& data) {
    std::vector<std::size_t> order(data.countries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t k = order.size(); k > 1; --k) {
        std::swap(order[k - 1], order[drawn(0, k)]);
    }
    return order;
}

/// Where a country or the members of a power stand after `order` is applied.
inline std::size_t position_in(const std::vector<std::size_t>& order, std::size_t old) {
    return static_cast<std::size_t>(std::ranges::find(order, old) - order.begin());
}

inline std::vector<std::size_t> positions_in(const std::vector<std::size_t>& order,
                                             const std::vector<std::size_t>& old) {
    std::vector<std::size_t> positions;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (std::ranges::find(old, order[k]) != old.end()) positions.push_back(k);
    }
    return positions;
}

inline void assert_near(double value, double expected, double tolerance) {
    RC_LOG() << "value " << value << ", expected " << expected << "\n";
    RC_ASSERT(std::abs(value - expected) <= tolerance);
}

}  // namespace entente::testing
