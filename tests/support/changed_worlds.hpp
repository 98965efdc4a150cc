#pragma once

// The same world told in another way: other money, other order of countries, a country in two
// halves. What is measured must not depend on which.

#include <fmt/format.h>

#include <vector>

#include "entente/world/world_data.hpp"

namespace entente::testing {

/// All money in a unit `factor` times smaller.
inline WorldData in_other_money(WorldData data, double factor) {
    for (double& flow : data.trade_flow.values()) flow *= factor;
    for (double& output : data.gross_output.values()) output *= factor;
    return data;
}

/// Countries in the order `source`: the new country n is the old country source[n]. A country named
/// k times gets k equal parts of its trade; no tariff stands between them.
inline WorldData with_countries(const WorldData& data, const std::vector<std::size_t>& source) {
    const std::size_t num_sectors = data.sectors.size();
    const std::size_t size = source.size();
    std::vector<double> part(data.countries.size(), 0.0);
    for (const std::size_t old : source) part[old] += 1.0;
    WorldData result = data;
    result.countries.clear();
    result.trade_flow = Array3<double>(size, size, num_sectors);
    result.tariff_rate = Array3<double>(size, size, num_sectors);
    result.trade_quality = Array3<Quality>(size, size, num_sectors);
    result.gross_output = Array2<double>(size, num_sectors);
    result.value_added_share = Array2<double>(size, num_sectors);
    result.technology_quality = Array2<Quality>(size, num_sectors);
    result.consumption_share = Array2<double>(size, num_sectors);
    if (!data.input_share.empty()) {
        result.input_share = Array3<double>(size, num_sectors, num_sectors);
    }
    for (std::size_t n = 0; n < size; ++n) {
        const std::size_t old = source[n];
        result.countries.push_back({fmt::format("N{}", n), data.countries[old].name});
        for (std::size_t s = 0; s < num_sectors; ++s) {
            result.value_added_share(n, s) = data.value_added_share(old, s);
            result.consumption_share(n, s) = data.consumption_share(old, s);
            for (std::size_t r = 0; r < num_sectors && !data.input_share.empty(); ++r) {
                result.input_share(n, s, r) = data.input_share(old, s, r);
            }
            for (std::size_t m = 0; m < size; ++m) {
                const std::size_t old_m = source[m];
                const double parts = part[old] * part[old_m];
                result.trade_flow(n, m, s) = data.trade_flow(old, old_m, s) / parts;
                result.tariff_rate(n, m, s) = data.tariff_rate(old, old_m, s);
                result.trade_quality(n, m, s) = data.trade_quality(old, old_m, s);
                result.gross_output(n, s) += result.trade_flow(n, m, s);
            }
        }
    }
    return result;
}

}  // namespace entente::testing
