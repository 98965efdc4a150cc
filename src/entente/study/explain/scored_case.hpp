#pragma once

// One economy of the hedging measure with everything an explanation of its score needs.

#include <optional>
#include <string>
#include <vector>

#include "entente/study/explain/explain_data.hpp"

namespace entente::detail {

struct ScoredCase {
    /// Position among the cases.
    std::size_t position = 0;
    const HedgingCase& evidence;
    const HedgingScore& score;
    const HedgingSummary& summary;
    const HedgingParameters& parameters;
};

/// Nothing for an economy without score; then the explanation says why.
std::optional<ScoredCase> scored_case(const ExplainData& data, const HeatMapRow& row,
                                      Explanation& explanation);

/// One act that enters a channel, and what it adds to the balance.
struct WeighedAct {
    const Signal* signal = nullptr;
    /// mu delta, times omega for an act of a bloc.
    double weight = 0.0;
    /// d 1[C].
    double toward_rival = 0.0;
    bool is_of_bloc = false;
};

/// Acts of a case in a channel that still count, newest first.
std::vector<WeighedAct> weighed_acts(const HedgingColumn& column, const HedgingCase& evidence,
                                     std::size_t channel);

/// "2025-06-26: joint statement" for a part or cell.
std::string act_title(const Signal& signal);

}  // namespace entente::detail
