#pragma once

// A world with two powers, small enough to work out by hand, for the tests of report and study.

#include "entente/world/world.hpp"

namespace entente::testing {

/// USA, CHN, DEU, FRA, VNM and ROW, one sector GDS, no inputs, no tariffs, theta 4. DEU and FRA
/// form EU27, VNM is all of ASEAN that is here. All of VNM's figures are estimated.
///
/// Of its spending of 100 DEU buys 10 from USA and 5 from CHN, and sells them 10 and 5 out of 105.
/// Of its spending of 55 FRA buys 5 from each, and sells them 5 each out of 60.
inline WorldData two_powers() {
    WorldData data;
    data.name = "two-powers";
    data.base_year = 2020;
    data.unit = "million USD";
    data.source_names = {"made up for tests"};
    data.countries = {{"USA", "United States"}, {"CHN", "China"},    {"DEU", "Germany"},
                      {"FRA", "France"},        {"VNM", "Viet Nam"}, {"ROW", "Rest of world"}};
    data.sectors = {
        {.code = "GDS", .name = "Goods", .kind = SectorKind::goods, .trade_elasticity = 4.0}};
    constexpr std::size_t size = 6;
    constexpr double flows[size][size] = {{900, 20, 10, 5, 5, 10}, {40, 800, 5, 5, 20, 10},
                                          {10, 5, 80, 5, 0, 5},    {5, 5, 5, 40, 0, 5},
                                          {30, 5, 0, 0, 20, 0},    {10, 10, 0, 0, 5, 200}};
    constexpr std::size_t vnm = 4;
    data.trade_flow = Array3<double>(size, size, 1);
    data.tariff_rate = Array3<double>(size, size, 1);
    data.trade_quality = Array3<Quality>(size, size, 1);
    data.gross_output = Array2<double>(size, 1);
    data.value_added_share = Array2<double>(size, 1, 1.0);
    data.technology_quality = Array2<Quality>(size, 1);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t n = 0; n < size; ++n) {
            data.trade_flow(i, n, 0) = flows[i][n];
            data.gross_output(i, 0) += flows[i][n];
            if (i == vnm || n == vnm) data.trade_quality(i, n, 0) = Quality::estimated;
        }
    }
    data.technology_quality(vnm, 0) = Quality::estimated;
    data.memberships = {{.group = "EU27", .country = "DEU"},
                        {.group = "EU27", .country = "FRA"},
                        {.group = "ASEAN", .country = "VNM"},
                        {.group = "G2", .country = "USA"},
                        {.group = "G2", .country = "CHN"}};
    return data;
}

}  // namespace entente::testing
