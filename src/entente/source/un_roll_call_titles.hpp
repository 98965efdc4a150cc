#pragma once

// Short titles of roll calls of the General Assembly to 2019. Erik Voeten's data.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

struct UnRollCallTitle {
    int number = 0;
    /// Empty where the publisher gives none.
    std::string title;
    /// Marked as a vote on an amendment or on a paragraph, not on the text as a whole.
    bool is_of_a_part = false;
};

/// Reads `rollcalls_1946_2019.csv`, in the order of the file.
std::vector<UnRollCallTitle> read_un_roll_call_titles(const std::filesystem::path& file,
                                                      Problems& problems);

}  // namespace entente
