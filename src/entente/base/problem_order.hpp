#pragma once

// Problems in the order in which a user mends them.

#include "entente/base/problem.hpp"

namespace entente {

/// The problems by file, line and character; those of one place as they were found.
std::vector<Problem> by_place(const Problems& problems);

/// @throws DataError holding every problem by place, if there is one.
void throw_by_place(const Problems& problems);

}  // namespace entente
