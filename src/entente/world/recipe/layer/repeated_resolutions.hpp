#pragma once

// Which roll calls are about a resolution that comes back, told by titles.

#include <string>
#include <string_view>
#include <vector>

namespace entente::detail {

struct TitledRollCall {
    int number = 0;
    int year = 0;
    std::string title;
};

struct RepeatedRollCall {
    int number = 0;
    /// Number of the first roll call of its group.
    int first = 0;
};

/// In small letters, everything between runs of letters and digits one space.
std::string plain_title(std::string_view title);

/// Groups of roll calls with the same plain title in different years [D].
///
/// A title that stands over several roll calls of one year does not tell which of them is the
/// resolution: those are left out. A title that comes back after more than five years starts a new
/// group. Texts are amended from year to year: the same title is not the same text.
///
/// @param roll_calls  those on whole texts, in any order; without a title they are in no group
/// @return by number; only groups of two or more
std::vector<RepeatedRollCall> repeated_resolutions(const std::vector<TitledRollCall>& roll_calls);

}  // namespace entente::detail
