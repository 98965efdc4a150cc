#pragma once

// Roll calls of the General Assembly of the United Nations, one row a roll call and one column a
// state. Erik Voeten's data.

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

struct UnVoteRow {
    int number = 0;
    /// YYYY-MM-DD
    std::string date;
    /// Marks of the roll call, separated by spaces: me nu di hr co ec.
    std::string issues;
    /// One letter a state, in the order of UnVotesMatrix::states: 1 yes, 2 abstain, 3 no, 8 absent,
    /// 9 not a member.
    std::string choices;
};

struct UnVotesMatrix {
    /// Alpha-3 codes in the order of the file.
    std::vector<std::string> states;
    std::vector<UnVoteRow> rows;
};

/// Reads `votes_matrix_1946_2024.csv`. Some choices are written 1.0; four numbers come twice.
UnVotesMatrix read_un_votes_matrix(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
