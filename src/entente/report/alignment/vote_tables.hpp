#pragma once

// How states vote in the United Nations: with whom, and how often in vain.
// study/alignment/vote_tables.cpp computes both.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "entente/measures/hedging/vote_similarity.hpp"
#include "entente/measures/vote_record.hpp"
#include "entente/report/format.hpp"
#include "entente/report/world_stamp.hpp"

namespace entente {

/// One state and one power over one window and one set of roll calls.
struct AlignmentRow {
    std::string code{};
    std::string to{};
    /// "all", "without Palestine", "without Ukraine", "without both", or the name of an issue.
    std::string votes{};
    int first_year = 0;
    int last_year = 0;
    /// Nothing with too few joint votes.
    std::optional<VoteSimilarity> similarity{};
    /// Change of kappa since the window of equal length before; nothing where either is missing.
    std::optional<double> drift{};
    /// Distance of the two positions in the last year, all roll calls of all years, in standard
    /// deviations of the states of that year; its standard error; its change since the year before
    /// the window. Only where `votes` is "all".
    std::optional<double> distance{};
    std::optional<double> distance_error{};
    std::optional<double> distance_drift{};
    /// Obligation of defence toward the power in the last year: 1, .25 (Rio Treaty alone) or 0.
    std::optional<double> defence{};
    /// Active-duty personnel of the power in the state.
    std::optional<int> troops{};
};

struct AlignmentTable {
    WorldStamp layer{};
    /// Further layers the rows rest on.
    std::vector<WorldStamp> further{};
    std::size_t fewest_votes = 0;
    std::vector<AlignmentRow> rows{};
};

std::string render(const AlignmentTable& table, const Rendering& how);

/// One state in one year, or on one issue over some years.
struct IsolationRow {
    std::string code{};
    int first_year = 0;
    int last_year = 0;
    /// Empty = all.
    std::string issue{};
    VoteRecord record{};
};

struct IsolationTable {
    WorldStamp layer{};
    std::vector<IsolationRow> rows{};
};

std::string render(const IsolationTable& table, const Rendering& how);

}  // namespace entente
