#include "entente/world/layer/geography.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace entente {
namespace {

constexpr double earth_radius_km = 6371.0;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}

/// By the haversine formula, which keeps its digits for places that are near each other.
double great_circle_km(const City& a, const City& b) {
    const double north = std::sin(radians(b.latitude - a.latitude) / 2.0);
    const double east = std::sin(radians(b.longitude - a.longitude) / 2.0);
    const double h =
        north * north + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * east * east;
    return 2.0 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(h)));
}

/// Cells of a table whose economies are all on the axis, as the layout demands.
template <class Body>
void for_each_row(const LayerTable& table, const Axis& economies, Body body) {
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        body(row, economies.at(table["iso3"].text(row)));
    }
}

void read_economies(const LayerTable& table, Geography& geography) {
    std::vector<std::string> codes;
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        codes.push_back(table["iso3"].text(row));
        geography.names.push_back(table["name"].text(row));
        geography.in_panel.push_back(table["in_panel"].number(row) != 0.0);
    }
    geography.economies = Axis(std::move(codes));
    geography.cities.resize(geography.economies.size());
    geography.languages.resize(geography.economies.size());
    geography.gdp.resize(geography.economies.size());
}

void read_memberships(const LayerTable& table, Geography& geography) {
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        geography.memberships.push_back({.group = table["group"].text(row),
                                         .country = table["iso3"].text(row),
                                         .valid_from = parse_date(table["valid_from"].text(row)),
                                         .valid_to = parse_date(table["valid_to"].text(row)),
                                         .source = table["source"].text(row)});
    }
}

bool is_in_force(const Membership& membership, const Date& day) {
    return (!membership.valid_from || *membership.valid_from <= day) &&
           (!membership.valid_to || day <= *membership.valid_to);
}

}  // namespace

Geography read_geography(const Layer& layer) {
    Geography geography;
    read_economies(layer.table("economies"), geography);
    const Axis& economies = geography.economies;
    const LayerTable& cities = layer.table("cities");
    for_each_row(cities, economies, [&](std::size_t row, std::size_t n) {
        geography.cities[n].push_back({.economy = economies[n],
                                       .name = cities["city"].text(row),
                                       .latitude = cities["latitude"].number(row),
                                       .longitude = cities["longitude"].number(row)});
    });
    const LayerTable& languages = layer.table("languages");
    for_each_row(languages, economies, [&](std::size_t row, std::size_t n) {
        geography.languages[n].push_back(languages["language"].text(row));
    });
    const LayerTable& borders = layer.table("borders");
    for_each_row(borders, economies, [&](std::size_t row, std::size_t n) {
        const std::size_t m = economies.at(borders["neighbour"].text(row));
        geography.borders.emplace_back(n, m);
        geography.borders.emplace_back(m, n);
    });
    std::ranges::sort(geography.borders);
    const LayerTable& gdp = layer.table("gdp");
    for_each_row(gdp, economies, [&](std::size_t row, std::size_t n) {
        geography.gdp[n].push_back(
            {.year = static_cast<int>(gdp["year"].number(row)), .value = gdp["gdp"].number(row)});
    });
    read_memberships(layer.table("memberships"), geography);
    return geography;
}

std::optional<double> Geography::gdp_of(std::string_view economy, int year) const {
    const auto n = economies.find(economy);
    if (!n) return std::nullopt;
    const auto found = std::ranges::find(gdp[*n], year, &Gdp::year);
    return found == gdp[*n].end() ? std::nullopt : std::optional(found->value);
}

bool Geography::share_border(std::size_t a, std::size_t b) const {
    return std::ranges::binary_search(borders, std::pair(a, b));
}

bool Geography::share_language(std::size_t a, std::size_t b) const {
    return std::ranges::any_of(languages[a], [&](const std::string& language) {
        return std::ranges::find(languages[b], language) != languages[b].end();
    });
}

bool Geography::is_member(std::string_view group, std::string_view economy, const Date& day) const {
    return std::ranges::any_of(memberships, [&](const Membership& membership) {
        return membership.group == group && membership.country == economy &&
               is_in_force(membership, day);
    });
}

std::vector<std::string> Geography::members(std::string_view group, const Date& day) const {
    std::vector<std::string> codes;
    for (const Membership& membership : memberships) {
        if (membership.group == group && is_in_force(membership, day)) {
            codes.push_back(membership.country);
        }
    }
    std::ranges::sort(codes);
    return codes;
}

// [eq:city-distance]  d[a,b] = K L / sum_kl 1 / d[k,l],  k of K cities of a, l of L cities of b
double Geography::distance(std::size_t a, std::size_t b) const {
    if (a == b) return 0.0;
    double sum = 0.0;
    for (const City& one : cities[a]) {
        for (const City& other : cities[b]) sum += 1.0 / great_circle_km(one, other);
    }
    return static_cast<double>(cities[a].size() * cities[b].size()) / sum;
}

}  // namespace entente
