#pragma once

// Which cells of a world's trade a measure is about: codes of countries, groups and sectors become
// positions here, and nowhere else.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/world/world.hpp"

namespace entente::detail {

/// One foreign cell of trade.
struct TradeCell {
    std::size_t i = 0;
    std::size_t n = 0;
    std::size_t s = 0;
    friend auto operator<=>(const TradeCell&, const TradeCell&) = default;
};

/// One measure with the world it meets and the list its problems go to.
struct MeasureTask {
    const World& world;
    const Scenario& scenario;
    const Measure& measure;
    Problems& problems;

    /// @param entry  which one of a list under the key `problem.column` is meant.
    void report(Problem problem, std::size_t entry = 0) const;
};

/// Which countries of the world a list of countries, groups and "*" names; groups as they are on
/// the first day of the measure. Codes that the world lacks are reported under `key`.
std::vector<bool> chosen_countries(const MeasureTask& task, const std::string& key,
                                   const std::vector<std::string>& codes);

/// The cells of a measure, each once, in the order of origin, destination, sector; none if its
/// codes have problems, which are reported.
std::vector<TradeCell> measure_cells(const MeasureTask& task);

}  // namespace entente::detail
