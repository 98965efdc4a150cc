#include "entente/realignment/hazard/position_history.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "entente/numerics/order_statistics.hpp"
#include "entente/realignment/event.hpp"
#include "entente/realignment/own_moves.hpp"

namespace entente::detail {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

PositionHistory::PositionHistory(const Positions& positions)
    : positions_(positions), drifts_(positions.states.size(), positions.years.size(), unknown) {
    const std::size_t num_states = positions.states.size();
    for (std::size_t t = 0; t < positions.years.size(); ++t) {
        std::vector<double> known;
        for (std::size_t n = 0; n < num_states; ++n) {
            const double theta = positions.filtered(n, t);
            if (!std::isnan(theta)) known.push_back(theta);
        }
        medians_.push_back(median(std::move(known)));
    }
    for (std::size_t t = 0; t < positions.years.size(); ++t) {
        const int year = positions.years[t];
        std::vector<double> base(num_states);
        std::vector<double> move(num_states);
        for (std::size_t n = 0; n < num_states; ++n) {
            base[n] = mean(n, year - 5, year - 3);
            move[n] = mean(n, year - 2, year) - base[n];
        }
        const std::vector<double> residual = own_moves(base, move);
        for (std::size_t n = 0; n < num_states; ++n) drifts_(n, t) = residual[n];
    }
}

std::optional<std::size_t> PositionHistory::year_index(int year) const {
    const auto found = std::lower_bound(positions_.years.begin(), positions_.years.end(), year);
    if (found == positions_.years.end() || *found != year) return std::nullopt;
    return static_cast<std::size_t>(found - positions_.years.begin());
}

double PositionHistory::position(std::size_t state, int year) const {
    const auto t = year_index(year);
    return t ? positions_.filtered(state, *t) : unknown;
}

double PositionHistory::mean(std::size_t state, int first, int last) const {
    double sum = 0.0;
    double count = 0.0;
    for (int year = first; year <= last; ++year) {
        const double theta = position(state, year);
        if (std::isnan(theta)) continue;
        sum += theta;
        count += 1.0;
    }
    return count > 0.0 ? sum / count : unknown;
}

double PositionHistory::relative(std::string_view state, int year) const {
    const auto n = positions_.states.find(state);
    if (!n) return unknown;
    double sum = 0.0;
    double count = 0.0;
    for (int each = year - 2; each <= year; ++each) {
        const double theta = position(*n, each);
        if (std::isnan(theta)) continue;
        sum += theta - medians_[*year_index(each)];
        count += 1.0;
    }
    return count > 0.0 ? sum / count : unknown;
}

double PositionHistory::drift(std::string_view state, int year) const {
    const auto n = positions_.states.find(state);
    const auto t = year_index(year);
    return n && t ? drifts_(*n, *t) : unknown;
}

double PositionHistory::volatility(std::string_view state, int year) const {
    constexpr std::size_t fewest_moves = 5;
    // A state that never moves would have a spread of zero and a log without bound.
    constexpr double smallest_spread = 1e-3;
    const auto n = positions_.states.find(state);
    if (!n) return unknown;
    std::vector<double> moves;
    for (int each = year - 9; each <= year; ++each) {
        const double move = position(*n, each) - position(*n, each - 1);
        if (!std::isnan(move)) moves.push_back(move);
    }
    if (moves.size() < fewest_moves) return unknown;
    double average = 0.0;
    for (const double move : moves) average += move / static_cast<double>(moves.size());
    double squares = 0.0;
    for (const double move : moves) squares += (move - average) * (move - average);
    return std::log(
        std::max(smallest_spread, std::sqrt(squares / static_cast<double>(moves.size() - 1))));
}

double PositionHistory::distance_to_rival(std::string_view state, int year) const {
    const auto n = positions_.states.find(state);
    const auto russia = positions_.states.find("RUS");
    const auto china = positions_.states.find("CHN");
    if (!n || !russia || !china) return unknown;
    const double rival = rival_position(year, position(*russia, year), position(*china, year));
    return position(*n, year) - rival;
}

double PositionHistory::us_isolation_change(int year) const {
    const auto usa = positions_.states.find("USA");
    const auto now = year_index(year);
    const auto before = year_index(year - 3);
    if (!usa || !now || !before) return unknown;
    return (positions_.filtered(*usa, *now) - medians_[*now]) -
           (positions_.filtered(*usa, *before) - medians_[*before]);
}

}  // namespace entente::detail
