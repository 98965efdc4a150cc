#pragma once

// The parts of exact welfare along the path of a scenario, as a table.
// study/policy/welfare_path.hpp computes them.

#include <string>
#include <vector>

#include "entente/report/json_text.hpp"
#include "entente/report/table.hpp"

namespace entente {

/// Changes of ln welfare; 0.01 is about one percent of real income. Meaning of the parts:
/// docs/theory/equilibrium.md [eq:path-parts].
struct WelfarePathRow {
    std::string code;
    std::string name;
    /// ln W_hat
    double welfare = 0.0;
    double terms_of_trade = 0.0;
    double volume_of_trade = 0.0;
    double technical_efficiency = 0.0;
    double varieties = 0.0;
    double transfers = 0.0;
    double labour_supply = 0.0;
    /// welfare less the parts.
    double unexplained = 0.0;
};

struct WelfarePath {
    /// Whether every point of the path could be solved; without it there are no rows.
    bool is_complete = false;
    std::string message;
    std::size_t num_solves = 0;
    std::size_t num_panels = 0;
    /// Largest |unexplained| of a country.
    double largest_unexplained = 0.0;
    double seconds = 0.0;
    std::vector<WelfarePathRow> rows;
};

namespace detail {

Table welfare_path_table(const WelfarePath& path);

/// How the path was solved, without the rows.
JsonObject welfare_path_certificate(const WelfarePath& path);

/// Lines that explain the table.
std::vector<std::string> welfare_path_legend(const WelfarePath& path);

}  // namespace detail

}  // namespace entente
