#pragma once

// What stands behind hedging scores: parts, ranks, what makes them uncertain, and where two of them
// would change places. study/hedging/detail.cpp computes it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/measures/hedging/break_even.hpp"
#include "entente/measures/hedging/contributions.hpp"
#include "entente/measures/hedging/sensitivity.hpp"
#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"

namespace entente {

enum class HedgingDetailKind { contributions, ranks, sobol, break_even, agreements };

struct ContributionRow {
    std::string code{};
    CaseContributions parts{};
};

/// Ranks at which acceptability is shown.
inline constexpr std::array<std::size_t, 6> shown_ranks{1, 3, 5, 10, 20, 30};

struct RankRow {
    std::string code{};
    DrawInterval score{};
    DrawInterval rank{};
    /// [shown rank] P(rank <= r).
    std::array<double, shown_ranks.size()> within{};
};

struct SensitivityRow {
    /// Empty = the mean over all economies, weighted with their variances.
    std::string code{};
    /// Standard deviation of the score over the draws, points.
    double sd = 0.0;
    std::vector<SobolIndex> inputs{};
};

struct BreakEvenPair {
    std::string code{};
    std::string other{};
    double score = 0.0;
    double other_score = 0.0;
    /// Share of draws in which the first is above the second.
    double probability_above = 0.0;
    std::array<BreakEven, num_break_even_choices> choices{};
};

/// One dated act and the score without it.
struct AgreementRow {
    std::string code{};
    std::string date{};
    /// Who acted: the economy or a bloc it is in; toward or away from whom.
    std::string actor{};
    std::string counterpart{};
    int direction = 0;
    std::string kind{};
    std::string channel{};
    /// Score at the default choices with all acts, and without this one.
    double score = 0.0;
    double score_without = 0.0;
    std::string text{};
    std::string url{};
};

struct HedgingDetail {
    HedgingDetailKind kind = HedgingDetailKind::contributions;
    PerPole<std::string> poles{};
    HedgingLegend legend{};
    /// Of the kind asked; the others are empty.
    std::vector<ContributionRow> contributions{};
    std::vector<RankRow> ranks{};
    std::vector<SensitivityRow> sensitivities{};
    std::optional<BreakEvenPair> pair{};
    std::vector<AgreementRow> agreements{};
    /// Economies without score, and why.
    std::vector<std::string> missing{};
};

std::string render(const HedgingDetail& detail, const Rendering& how);

}  // namespace entente
