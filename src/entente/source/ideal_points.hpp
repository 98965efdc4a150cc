#pragma once

// Ideal points of states in the General Assembly, as Bailey, Strezhnev and Voeten publish them.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One state and year; the larger, the nearer to the United States.
struct IdealPoint {
    /// English name.
    std::string name;
    int year = 0;
    double value = 0.0;
};

/// All rows of `ideal_points_1946_2012.csv`.
std::vector<IdealPoint> read_ideal_points(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
