#pragma once

// Worlds of any size filled from a seed, for property tests and benchmarks. The figures mean
// nothing; they are as uneven as real ones: some pairs do not trade, most output is sold at home.

#include <fmt/format.h>

#include <cstdint>
#include <random>

#include "entente/world/world_data.hpp"

namespace entente::testing {

struct RandomWorldOptions {
    std::size_t num_countries = 3;
    std::size_t num_sectors = 2;
    std::uint64_t seed = 1;
    bool has_inputs = true;
    bool has_tariffs = true;
};

/// Uniform numbers whose bits depend on the seed alone: the standard's distributions differ between
/// libraries, its engine does not.
class UniformStream {
  public:
    explicit UniformStream(std::uint64_t seed) : engine_(seed) {}
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(engine_() >> 11) * 0x1.0p-53;
    }

  private:
    std::mt19937_64 engine_;
};

inline void add_random_trade(const RandomWorldOptions& options, UniformStream& uniform,
                             WorldData& data) {
    const std::size_t num_countries = options.num_countries;
    data.trade_flow = Array3<double>(num_countries, num_countries, options.num_sectors);
    data.tariff_rate = Array3<double>(num_countries, num_countries, options.num_sectors);
    data.trade_quality = Array3<Quality>(num_countries, num_countries, options.num_sectors);
    data.gross_output = Array2<double>(num_countries, options.num_sectors);
    for (std::size_t i = 0; i < num_countries; ++i) {
        for (std::size_t n = 0; n < num_countries; ++n) {
            for (std::size_t s = 0; s < options.num_sectors; ++s) {
                const double size = uniform.between(0.0, 1.0);
                const bool trades = i == n || uniform.between(0.0, 1.0) < 0.85;
                const double rate = uniform.between(0.0, 0.3);
                const double kind = uniform.between(0.0, 3.0);
                const double flow = i == n ? 100.0 + 400.0 * size : 100.0 * size * size * size;
                data.trade_flow(i, n, s) = trades ? flow : 0.0;
                if (i != n && options.has_tariffs) data.tariff_rate(i, n, s) = rate;
                data.trade_quality(i, n, s) = static_cast<Quality>(static_cast<int>(kind));
                data.gross_output(i, s) += data.trade_flow(i, n, s);
            }
        }
    }
}

inline void add_random_technology(const RandomWorldOptions& options, UniformStream& uniform,
                                  WorldData& data) {
    const std::size_t num_sectors = options.num_sectors;
    data.technology_quality = Array2<Quality>(options.num_countries, num_sectors);
    data.value_added_share = Array2<double>(options.num_countries, num_sectors, 1.0);
    data.consumption_share = Array2<double>(options.num_countries, num_sectors);
    if (options.has_inputs) {
        data.input_share = Array3<double>(options.num_countries, num_sectors, num_sectors);
    }
    for (std::size_t n = 0; n < options.num_countries; ++n) {
        double spending = 0.0;
        for (double& share : data.consumption_share.row(n)) {
            share = uniform.between(0.01, 1.0);
            spending += share;
        }
        for (double& share : data.consumption_share.row(n)) share /= spending;
        for (std::size_t r = 0; options.has_inputs && r < num_sectors; ++r) {
            data.value_added_share(n, r) = uniform.between(0.2, 0.9);
            double cost = 0.0;
            for (std::size_t s = 0; s < num_sectors; ++s) {
                data.input_share(n, s, r) = uniform.between(0.0, 1.0);
                cost += data.input_share(n, s, r);
            }
            for (std::size_t s = 0; s < num_sectors; ++s) data.input_share(n, s, r) /= cost;
        }
    }
}

/// Positive domestic sales, theta 1.5 to 10, tariffs to 30 percent, value-added shares .2 to .9.
inline WorldData random_world(const RandomWorldOptions& options) {
    UniformStream uniform(options.seed);
    WorldData data;
    data.name = "random";
    data.base_year = 2020;
    data.unit = "million USD";
    for (std::size_t n = 0; n < options.num_countries; ++n) {
        data.countries.push_back({fmt::format("C{}", n), fmt::format("Country {}", n)});
    }
    for (std::size_t s = 0; s < options.num_sectors; ++s) {
        data.sectors.push_back({.code = fmt::format("S{}", s),
                                .name = fmt::format("Sector {}", s),
                                .trade_elasticity = uniform.between(1.5, 10.0)});
    }
    add_random_trade(options, uniform, data);
    add_random_technology(options, uniform, data);
    return data;
}

}  // namespace entente::testing
