#pragma once

// Economies as the World Input-Output Database of 2013 writes them.

#include <string>

namespace entente {

/// ISO 3166 alpha-3, which the publisher uses but for Romania; ROW for the rest of the world.
inline std::string iso3_from_wiod(const std::string& code) {
    if (code == "ROM") return "ROU";
    if (code == "RoW") return "ROW";
    return code;
}

}  // namespace entente
