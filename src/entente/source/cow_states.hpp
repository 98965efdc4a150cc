#pragma once

// Spans of years in which states belonged to the system of states. Correlates of War project.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One span of one state.
struct CowState {
    /// Number of the state in the Correlates of War project.
    std::string cow_code;
    std::string name;
    int first_year = 0;
    /// The last year of the list if it still belonged then.
    int last_year = 0;
};

/// All rows of `cow_states.csv`; a state may have several spans.
std::vector<CowState> read_cow_states(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
