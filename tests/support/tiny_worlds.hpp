#pragma once

// Worlds small enough to solve by hand, shared by the tests of all folders.

#include "entente/world/world.hpp"

namespace entente::testing {

/// Two countries AAA and BBB, one sector GDS, no inputs, theta 4. AAA sells 80 at home and 20 to
/// BBB; BBB sells 30 to AAA and 70 at home. No tariffs.
inline WorldData two_countries() {
    WorldData data;
    data.name = "two-countries";
    data.base_year = 2020;
    data.unit = "million USD";
    data.countries = {{"AAA", "Alpha"}, {"BBB", "Beta"}};
    data.sectors = {
        {.code = "GDS", .name = "Goods", .kind = SectorKind::goods, .trade_elasticity = 4.0}};
    data.trade_flow = Array3<double>(2, 2, 1);
    data.trade_flow(0, 0, 0) = 80.0;
    data.trade_flow(0, 1, 0) = 20.0;
    data.trade_flow(1, 0, 0) = 30.0;
    data.trade_flow(1, 1, 0) = 70.0;
    data.tariff_rate = Array3<double>(2, 2, 1);
    data.trade_quality = Array3<Quality>(2, 2, 1);
    data.gross_output = Array2<double>(2, 1, 100.0);
    data.value_added_share = Array2<double>(2, 1, 1.0);
    data.technology_quality = Array2<Quality>(2, 1);
    return data;
}

/// Three countries AAA, BBB, CCC and two sectors GDS (theta 4) and SRV (theta 5) with inputs: each
/// sector spends half its output on inputs, a quarter of that on services. BBB taxes goods from AAA
/// at 10 percent. AAA and BBB form the group DUO.
inline WorldData three_countries() {
    WorldData data;
    data.name = "three-countries";
    data.base_year = 2020;
    data.unit = "million USD";
    data.countries = {{"AAA", "Alpha"}, {"BBB", "Beta"}, {"CCC", "Gamma"}};
    data.sectors = {
        {.code = "GDS", .name = "Goods", .kind = SectorKind::goods, .trade_elasticity = 4.0},
        {.code = "SRV", .name = "Services", .kind = SectorKind::services, .trade_elasticity = 5.0}};
    data.trade_flow = Array3<double>(3, 3, 2);
    const double goods[3][3] = {{100, 20, 10}, {30, 80, 20}, {10, 30, 60}};
    const double services[3][3] = {{150, 5, 5}, {5, 120, 0}, {5, 0, 90}};
    data.gross_output = Array2<double>(3, 2);
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t n = 0; n < 3; ++n) {
            data.trade_flow(i, n, 0) = goods[i][n];
            data.trade_flow(i, n, 1) = services[i][n];
            data.gross_output(i, 0) += goods[i][n];
            data.gross_output(i, 1) += services[i][n];
        }
    }
    data.tariff_rate = Array3<double>(3, 3, 2);
    data.tariff_rate(0, 1, 0) = 0.10;
    data.trade_quality = Array3<Quality>(3, 3, 2);
    data.trade_quality(2, 0, 0) = Quality::estimated;
    data.value_added_share = Array2<double>(3, 2, 0.5);
    data.technology_quality = Array2<Quality>(3, 2);
    data.input_share = Array3<double>(3, 2, 2);
    for (std::size_t n = 0; n < 3; ++n) {
        for (std::size_t r = 0; r < 2; ++r) {
            data.input_share(n, 0, r) = 0.75;
            data.input_share(n, 1, r) = 0.25;
        }
    }
    data.memberships = {{.group = "DUO", .country = "AAA"}, {.group = "DUO", .country = "BBB"}};
    return data;
}

}  // namespace entente::testing
