#pragma once

// What a gravity expectation needs to know of economies: size, places, neighbours, languages,
// groups over time.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/axis.hpp"
#include "entente/base/date.hpp"
#include "entente/world/layer/layer.hpp"

namespace entente {

/// A city that stands for its economy, or one of several.
struct City {
    std::string economy;
    std::string name;
    /// Degrees, north and east positive.
    double latitude = 0.0;
    double longitude = 0.0;
};

struct Geography {
    /// Economies of the regression and all of the fixed panel, by code.
    Axis economies;
    /// [economy]
    std::vector<std::string> names;
    /// [economy] in the fixed panel of the measures, the two powers USA and CHN included.
    std::vector<bool> in_panel;
    /// [economy] cities, at least one.
    std::vector<std::vector<City>> cities;
    /// [economy] official languages, two-letter codes of ISO 639-1.
    std::vector<std::vector<std::string>> languages;
    /// Pairs of economies with a common land border, both ways.
    std::vector<std::pair<std::size_t, std::size_t>> borders;
    /// EU, EU27, ASEAN and others with dates; codes may lie outside `economies`.
    std::vector<Membership> memberships;
    /// [economy] GDP by year.
    struct Gdp {
        int year = 0;
        /// Million current USD.
        double value = 0.0;
    };
    std::vector<std::vector<Gdp>> gdp;

    /// Million current USD; nothing if the year is not published.
    std::optional<double> gdp_of(std::string_view economy, int year) const;
    bool share_border(std::size_t a, std::size_t b) const;
    bool share_language(std::size_t a, std::size_t b) const;
    /// Whether an economy belonged to a group on a day.
    bool is_member(std::string_view group, std::string_view economy, const Date& day) const;
    /// Members of a group on a day, by code.
    std::vector<std::string> members(std::string_view group, const Date& day) const;
    /// [eq:city-distance] harmonic mean over the pairs of cities of their great-circle distance,
    /// kilometres; 0 for an economy and itself.
    double distance(std::size_t a, std::size_t b) const;
};

/// @param layer  of layout "geography"; @throws ShapeError if it is another.
Geography read_geography(const Layer& layer);

}  // namespace entente
