#pragma once

// Which roll calls are looked at, and how often one state ended on the losing side of them.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/measures/hedging/vote_similarity.hpp"
#include "entente/world/layer/un_votes.hpp"

namespace entente {

/// Marks of the publisher for what a roll call is about.
struct VoteIssue {
    std::string_view code;
    std::string_view name;
};
/// In the order of the publisher's file. The mark "me" is that of the Palestinian conflict.
std::span<const VoteIssue> vote_issues();

/// Which roll calls count.
struct VoteSelection {
    int first_year = 0;
    int last_year = 0;
    /// Code of one issue; empty = all.
    std::string issue{};
    /// Leaves out those marked "me".
    bool without_palestine = false;
    /// Leaves out those in which Russia voted no and Ukraine yes: wider than votes on the war,
    /// because the layer has no titles.
    bool without_ukraine = false;
};

/// Positions in `votes.roll_calls`, rising.
/// @throws OptionError for an issue there is no mark for.
std::vector<std::size_t> selected_roll_calls(const UnVotes& votes, const VoteSelection& selection);

/// S, kappa and pi of two states over some roll calls; nothing as `vote_similarity`.
std::optional<VoteSimilarity> vote_alignment(const UnVotes& votes, std::size_t a, std::size_t b,
                                             std::span<const std::size_t> roll_calls,
                                             std::size_t fewest_votes = 60);

/// How a state fared in some roll calls.
struct VoteRecord {
    /// Yes, abstain or no.
    std::size_t num_cast = 0;
    /// Yes or no.
    std::size_t num_taken_sides = 0;
    /// Taken sides and lost: yes without more yes than no, or no with more yes than no.
    std::size_t num_lost = 0;
    /// Cast, with no more than five states that cast the same.
    std::size_t num_nearly_alone = 0;
    /// Mean over votes cast: states that cast the same, itself left out, over all others that took
    /// part; 0 to 1, NaN without votes.
    double coalition_share = 0.0;

    /// [eq:votes-lost]  lost over taken sides; NaN without any.
    double lost_share() const;
};

/// [eq:coalition-share]  mean over roll calls of (others voting the same) / (others voting)
///
/// Our own definition. A resolution is taken as adopted by more yes than no; some matters need two
/// thirds, which the layer does not mark.
///
/// @throws     ShapeError for a state or roll call that is not there.
/// Checked by  tests/unit/measures/vote_record_test.cpp.
VoteRecord vote_record(const UnVotes& votes, std::size_t state,
                       std::span<const std::size_t> roll_calls);

}  // namespace entente
