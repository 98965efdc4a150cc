#include "entente/realignment/position_scale.hpp"

#include <cmath>
#include <limits>

namespace entente::detail {
namespace {

/// [begin, end) of the years that are scaled together.
YearScale standardise_years(const RollCallData& data, std::size_t begin, std::size_t end,
                            std::size_t anchor, PositionBeliefs& beliefs) {
    double sum = 0.0;
    double count = 0.0;
    double anchor_sum = 0.0;
    for (std::size_t year = begin; year < end; ++year) {
        anchor_sum += beliefs.mean(year, anchor);
        for (std::size_t state = 0; state < data.states.size(); ++state) {
            if (data.votes_cast(state, year) == 0) continue;
            sum += beliefs.mean(year, state);
            count += 1.0;
        }
    }
    const double mean = sum / count;
    double squares = 0.0;
    for (std::size_t year = begin; year < end; ++year) {
        for (std::size_t state = 0; state < data.states.size(); ++state) {
            if (data.votes_cast(state, year) == 0) continue;
            const double gap = beliefs.mean(year, state) - mean;
            squares += gap * gap;
        }
    }
    const double sd = squares > 0.0 ? std::sqrt(squares / count) : 1.0;
    const double sign = anchor_sum < mean * static_cast<double>(end - begin) ? -1.0 : 1.0;
    for (std::size_t year = begin; year < end; ++year) {
        for (std::size_t state = 0; state < data.states.size(); ++state) {
            beliefs.mean(year, state) = sign * (beliefs.mean(year, state) - mean) / sd;
            beliefs.variance(year, state) /= sd * sd;
        }
    }
    return {.shift = mean, .divisor = sign * sd};
}

}  // namespace

YearScale standardise(const RollCallData& data, std::size_t year, std::size_t anchor,
                      PositionBeliefs& beliefs) {
    return standardise_years(data, year, year + 1, anchor, beliefs);
}

YearScale standardise_all(const RollCallData& data, std::size_t anchor, PositionBeliefs& beliefs) {
    return standardise_years(data, 0, data.years.size(), anchor, beliefs);
}

Array2<double> where_voted(const RollCallData& data, const Array2<double>& table) {
    Array2<double> result(data.states.size(), data.years.size(),
                          std::numeric_limits<double>::quiet_NaN());
    for (std::size_t state = 0; state < data.states.size(); ++state) {
        for (std::size_t t = 0; t < data.years.size(); ++t) {
            if (data.votes_cast(state, t) > 0) result(state, t) = table(t, state);
        }
    }
    return result;
}

}  // namespace entente::detail
