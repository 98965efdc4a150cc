#pragma once

// Roll calls drawn from the model of positions itself, so that the true positions are known.

#include <cmath>
#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/numerics/random_draws.hpp"
#include "entente/world/layer/un_votes.hpp"

namespace entente::testing {

struct SimulatedVotes {
    UnVotes votes;
    /// [state, year] mean 0 and standard deviation 1 in each year.
    Array2<double> truth;
    int first_year = 2001;
};

struct SimulationSize {
    std::size_t num_states = 40;
    std::size_t num_years = 6;
    std::size_t num_roll_calls = 60;
};

/// The first state is USA and the one with the largest position.
inline SimulatedVotes simulate_votes(const SimulationSize& size, std::uint64_t seed) {
    SimulatedVotes result;
    std::vector<std::string> codes{"USA"};
    for (std::size_t i = 1; i < size.num_states; ++i) {
        codes.push_back({'X', static_cast<char>('A' + i / 26), static_cast<char>('A' + i % 26)});
    }
    result.votes.states = Axis(codes);
    result.truth = Array2<double>(size.num_states, size.num_years);
    RandomStream stream({.seed = seed});
    std::vector<double> theta(size.num_states);
    for (double& value : theta) value = normal_draw(stream);
    theta[0] = 2.0;
    int number = 0;
    for (std::size_t t = 0; t < size.num_years; ++t) {
        double mean = 0.0;
        double squares = 0.0;
        for (double& value : theta) {
            if (t > 0) value = 0.975 * value + 0.22 * normal_draw(stream);
            mean += value / static_cast<double>(size.num_states);
            squares += value * value / static_cast<double>(size.num_states);
        }
        const double sd = std::sqrt(squares - mean * mean);
        for (std::size_t i = 0; i < size.num_states; ++i) {
            result.truth(i, t) = (theta[i] - mean) / sd;
        }
        for (std::size_t k = 0; k < size.num_roll_calls; ++k) {
            const double slope = normal_draw(stream);
            const double low = 0.6 * normal_draw(stream) - 0.4;
            RollCall roll_call;
            roll_call.number = ++number;
            roll_call.date = Date{std::chrono::year(result.first_year + static_cast<int>(t)),
                                  std::chrono::month(12), std::chrono::day(10)};
            for (const double value : theta) {
                const double seen = slope * value + normal_draw(stream);
                roll_call.choices += seen < low ? '1' : (seen < low + 0.8 ? '2' : '3');
            }
            result.votes.roll_calls.push_back(std::move(roll_call));
        }
    }
    return result;
}

/// Correlation over states of two tables [state, year] in one year.
inline double correlation(const Array2<double>& a, const Array2<double>& b, std::size_t year) {
    double n = 0.0, sa = 0.0, sb = 0.0, saa = 0.0, sbb = 0.0, sab = 0.0;
    for (std::size_t i = 0; i < a.rows(); ++i) {
        const double x = a(i, year);
        const double y = b(i, year);
        if (std::isnan(x) || std::isnan(y)) continue;
        n += 1.0;
        sa += x;
        sb += y;
        saa += x * x;
        sbb += y * y;
        sab += x * y;
    }
    return (sab - sa * sb / n) / std::sqrt((saa - sa * sa / n) * (sbb - sb * sb / n));
}

}  // namespace entente::testing
