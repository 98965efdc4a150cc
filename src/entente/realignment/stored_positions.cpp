#include "entente/realignment/stored_positions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace entente {
namespace {

double table_difference(const Array2<double>& a, const Array2<double>& b) {
    double largest = 0.0;
    for (std::size_t k = 0; k < a.values().size(); ++k) {
        const double x = a.values()[k];
        const double y = b.values()[k];
        if (std::isnan(x) && std::isnan(y)) continue;
        if (std::isnan(x) || std::isnan(y)) return std::numeric_limits<double>::infinity();
        largest = std::max(largest, std::abs(x - y));
    }
    return largest;
}

}  // namespace

Positions positions_of(const StatePositions& stored) {
    std::set<std::string> states;
    std::set<int> years;
    for (const StatePositionRow& row : stored.rows) {
        states.insert(row.state);
        years.insert(row.year);
    }
    Positions positions;
    positions.states = Axis({states.begin(), states.end()});
    positions.years.assign(years.begin(), years.end());
    const Array2<double> empty(states.size(), years.size(),
                               std::numeric_limits<double>::quiet_NaN());
    positions.smoothed = positions.smoothed_error = empty;
    positions.filtered = positions.yearly = empty;
    positions.votes_cast = Array2<int>(states.size(), years.size(), 0);
    for (const StatePositionRow& row : stored.rows) {
        const std::size_t i = positions.states.at(row.state);
        const auto t = static_cast<std::size_t>(
            std::ranges::lower_bound(positions.years, row.year) - positions.years.begin());
        positions.smoothed(i, t) = row.smoothed;
        positions.smoothed_error(i, t) = row.smoothed_error;
        positions.filtered(i, t) = row.filtered;
        positions.yearly(i, t) = row.yearly;
        positions.votes_cast(i, t) = row.votes_cast;
    }
    return positions;
}

StatePositions stored_rows(const Positions& positions, const std::string& votes_hash) {
    StatePositions stored{.votes_hash = votes_hash, .rows = {}};
    for (std::size_t i = 0; i < positions.states.size(); ++i) {
        for (std::size_t t = 0; t < positions.years.size(); ++t) {
            if (positions.votes_cast(i, t) == 0) continue;
            stored.rows.push_back({.state = positions.states[i],
                                   .year = positions.years[t],
                                   .smoothed = positions.smoothed(i, t),
                                   .smoothed_error = positions.smoothed_error(i, t),
                                   .filtered = positions.filtered(i, t),
                                   .yearly = positions.yearly(i, t),
                                   .votes_cast = positions.votes_cast(i, t)});
        }
    }
    return stored;
}

double largest_difference(const Positions& a, const Positions& b) {
    if (!(a.states == b.states) || a.years != b.years) {
        return std::numeric_limits<double>::infinity();
    }
    return std::max({table_difference(a.smoothed, b.smoothed),
                     table_difference(a.smoothed_error, b.smoothed_error),
                     table_difference(a.filtered, b.filtered),
                     table_difference(a.yearly, b.yearly)});
}

}  // namespace entente
