#include "entente/realignment/event_vote_shift.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "entente/numerics/order_statistics.hpp"
#include "entente/realignment/own_moves.hpp"

namespace entente {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr int window = 3;
constexpr int least_base_years = 2;
constexpr int scale_years = 15;
constexpr double normal_width = 1.4826;
constexpr double event_z = -2.0;
constexpr int quiet_years = 5;

/// Positions by calendar year: NaN in years without votes, or with too few of the state.
class YearlyPositions {
  public:
    explicit YearlyPositions(const Positions& positions) : positions_(positions) {}

    double at(std::size_t state, int year) const {
        const auto found = std::ranges::lower_bound(positions_.years, year);
        if (found == positions_.years.end() || *found != year) return unknown;
        const auto column = static_cast<std::size_t>(found - positions_.years.begin());
        if (positions_.votes_cast(state, column) < few_votes) return unknown;
        return positions_.yearly(state, column);
    }

    /// Mean of first..last, NaN with fewer than `least` years known.
    double mean(std::size_t state, int first, int last, int least) const {
        double sum = 0.0;
        int count = 0;
        for (int year = first; year <= last; ++year) {
            const double value = at(state, year);
            if (std::isnan(value)) continue;
            sum += value;
            ++count;
        }
        return count < least ? unknown : sum / count;
    }

  private:
    const Positions& positions_;
};

/// Residuals of one year's changes.
void fill_residuals(std::size_t column, VoteShifts& shifts) {
    std::vector<double> base(shifts.base.rows());
    std::vector<double> move(shifts.base.rows());
    for (std::size_t state = 0; state < base.size(); ++state) {
        base[state] = shifts.base(state, column);
        move[state] = shifts.after(state, column) - base[state];
    }
    const std::vector<double> residual = detail::own_moves(base, move);
    for (std::size_t state = 0; state < base.size(); ++state) {
        shifts.residual(state, column) = residual[state];
    }
}

void fill_z(std::size_t column, VoteShifts& shifts) {
    std::vector<double> sizes;
    const std::size_t first = column < scale_years ? 0 : column - scale_years;
    for (std::size_t c = first; c < column; ++c) {
        for (std::size_t state = 0; state < shifts.residual.rows(); ++state) {
            const double residual = shifts.residual(state, c);
            if (!std::isnan(residual)) sizes.push_back(std::abs(residual));
        }
    }
    const double scale = normal_width * median(std::move(sizes));
    if (!(scale > 0.0)) return;
    for (std::size_t state = 0; state < shifts.residual.rows(); ++state) {
        shifts.z(state, column) = shifts.residual(state, column) / scale;
    }
}

/// Mean positions of the powers after a change.
class Poles {
  public:
    explicit Poles(const Positions& positions)
        : usa_(positions.states.find("USA")),
          rus_(positions.states.find("RUS")),
          chn_(positions.states.find("CHN")) {}

    double rival(const VoteShifts& shifts, std::size_t column) const {
        return rival_position(shifts.years[column], of(rus_, shifts, column),
                              of(chn_, shifts, column));
    }
    double usa(const VoteShifts& shifts, std::size_t column) const {
        return of(usa_, shifts, column);
    }

  private:
    static double of(const std::optional<std::size_t>& state, const VoteShifts& shifts,
                     std::size_t column) {
        return state ? shifts.after(*state, column) : unknown;
    }
    std::optional<std::size_t> usa_, rus_, chn_;
};

bool is_nearer_rival(const VoteShifts& shifts, const Poles& poles, std::size_t state,
                     std::size_t column) {
    const double after = shifts.after(state, column);
    return std::abs(after - poles.rival(shifts, column)) <
           std::abs(after - poles.usa(shifts, column));
}

/// The year of the largest fall from one year to the next in first..first+2.
int year_of_fall(const YearlyPositions& yearly, std::size_t state, int first) {
    int year = first;
    double largest = 0.0;
    for (int y = first; y < first + window; ++y) {
        const double fall = yearly.at(state, y) - yearly.at(state, y - 1);
        if (fall < largest) {
            largest = fall;
            year = y;
        }
    }
    return year;
}

}  // namespace

VoteShifts vote_shifts(const Positions& positions) {
    VoteShifts shifts;
    if (positions.years.empty()) return shifts;
    for (int year = positions.years.front(); year <= positions.years.back(); ++year) {
        shifts.years.push_back(year);
    }
    const std::size_t states = positions.states.size();
    for (auto* array : {&shifts.base, &shifts.after, &shifts.residual, &shifts.z}) {
        *array = Array2<double>(states, shifts.years.size(), unknown);
    }
    const YearlyPositions yearly(positions);
    for (std::size_t column = 0; column < shifts.years.size(); ++column) {
        const int t = shifts.years[column];
        for (std::size_t state = 0; state < states; ++state) {
            shifts.base(state, column) = yearly.mean(state, t - window, t - 1, least_base_years);
            shifts.after(state, column) = yearly.mean(state, t, t + window - 1, window);
        }
        fill_residuals(column, shifts);
        fill_z(column, shifts);
    }
    return shifts;
}

std::vector<RiskEvent> vote_shift_events(const Panel& panel, const Positions& positions) {
    std::vector<RiskEvent> events;
    const VoteShifts shifts = vote_shifts(positions);
    const YearlyPositions yearly(positions);
    const Poles poles(positions);
    for (std::size_t state = 0; state < positions.states.size(); ++state) {
        const std::string& code = positions.states[state];
        bool is_running = false;
        int last_event = std::numeric_limits<int>::min() / 2;
        for (std::size_t column = 0; column < shifts.years.size(); ++column) {
            const bool is_low =
                shifts.z(state, column) < event_z && is_nearer_rival(shifts, poles, state, column);
            const bool starts = is_low && !is_running;
            is_running = is_low;
            if (!starts) continue;
            const int year = year_of_fall(yearly, state, shifts.years[column]);
            if (year - last_event <= quiet_years || panel.find(code, year) == nullptr) continue;
            last_event = year;
            events.push_back(
                {.state = code,
                 .year = year,
                 .rule = EventRule::vote_shift,
                 .size = shifts.z(state, column),
                 .text = fmt::format("{:+.2f} beyond the year's pattern, z {:.1f}",
                                     shifts.residual(state, column), shifts.z(state, column))});
        }
    }
    return events;
}

}  // namespace entente
