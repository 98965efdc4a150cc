#pragma once

// The risk of partial reversal as a row of the heat map shows it.

#include <string>

namespace entente {

struct RowRisk {
    /// Median chance within five years, 0 to 1; NaN for a group, which is a range over members.
    double probability = 0.0;
    /// Where 90 percent of the draws lie; of a group, the lowest and highest member.
    double low = 0.0;
    double high = 0.0;
    /// A word of the heat map, or a range with "not separable".
    std::string label{};
};

}  // namespace entente
