#pragma once

// Which cells of a world's trade a measure is about: codes of countries, groups and sectors become
// positions here, and nowhere else.

#include <compare>
#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

#include "entente/base/problem.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/world/layer/us_products.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// One foreign cell of trade.
struct TradeCell {
    std::size_t i = 0;
    std::size_t n = 0;
    std::size_t s = 0;
    /// Share of the cell's trade that the measure is about, 0 to 1: less than 1 for products.
    double weight = 1.0;
    /// By place alone.
    friend auto operator<=>(const TradeCell& a, const TradeCell& b) {
        return std::tie(a.i, a.n, a.s) <=> std::tie(b.i, b.n, b.s);
    }
    friend bool operator==(const TradeCell& a, const TradeCell& b) { return (a <=> b) == 0; }
};

/// One measure with the world it meets and the list its problems go to.
struct MeasureTask {
    const World& world;
    const Scenario& scenario;
    const Measure& measure;
    Problems& problems;
    /// Of the layer us-products; null if there is none.
    const UsProducts* products = nullptr;

    /// @param entry  which one of a list under the key `problem.column` is meant.
    void report(Problem problem, std::size_t entry = 0) const;
};

/// Which countries of the world a list of countries, groups and "*" names; groups as they are on
/// the first day of the measure. Codes that the world lacks are reported under `key`.
std::vector<bool> chosen_countries(const MeasureTask& task, const std::string& key,
                                   const std::vector<std::string>& codes);

/// [i, s] share of what i sells of s that `sectors` names: 0, 1, or between for products.
Array2<double> chosen_sectors(const MeasureTask& task);

/// The cells of a measure, each once, in the order of origin, destination, sector; none if its
/// codes have problems, which are reported.
std::vector<TradeCell> measure_cells(const MeasureTask& task);

}  // namespace entente::detail
