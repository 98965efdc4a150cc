#include "entente/measures/vote_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "entente/base/error.hpp"

namespace entente {
namespace {

/// Most other states with which a state counts as nearly alone.
constexpr std::size_t nearly_alone = 5;

constexpr std::array<VoteIssue, 6> issues{{{"me", "Palestinian conflict"},
                                           {"nu", "nuclear weapons"},
                                           {"di", "disarmament"},
                                           {"hr", "human rights"},
                                           {"co", "colonialism"},
                                           {"ec", "economic development"}}};

bool has_mark(const RollCall& call, std::string_view mark) {
    // Marks are two letters each, parted by spaces.
    for (std::size_t k = 0; k + 1 < call.issues.size(); k += 3) {
        if (std::string_view(call.issues).substr(k, 2) == mark) return true;
    }
    return false;
}

bool is_refused_by_one(const RollCall& call, std::optional<std::size_t> refuser,
                       std::optional<std::size_t> supporter) {
    return refuser && supporter && call.choice(*refuser) == VoteChoice::no &&
           call.choice(*supporter) == VoteChoice::yes;
}

void require_issue(const std::string& issue) {
    if (issue.empty()) return;
    if (std::ranges::find(issues, issue, &VoteIssue::code) != issues.end()) return;
    throw OptionError(
        fmt::format("There is no mark {} on roll calls; it is me, nu, di, hr, co or ec.", issue));
}

/// Who voted how in one roll call.
struct Tally {
    std::size_t yes = 0;
    std::size_t no = 0;
    std::size_t took_part = 0;
    std::size_t same = 0;
};

Tally tally(const RollCall& call, std::size_t state) {
    Tally counts;
    for (std::size_t k = 0; k < call.choices.size(); ++k) {
        if (!call.took_part(k)) continue;
        ++counts.took_part;
        if (call.choice(k) == VoteChoice::yes) ++counts.yes;
        if (call.choice(k) == VoteChoice::no) ++counts.no;
        if (k != state && call.choice(k) == call.choice(state)) ++counts.same;
    }
    return counts;
}

}  // namespace

std::span<const VoteIssue> vote_issues() {
    return issues;
}

std::vector<std::size_t> selected_roll_calls(const UnVotes& votes, const VoteSelection& selection) {
    require_issue(selection.issue);
    const auto russia = votes.states.find("RUS");
    const auto ukraine = votes.states.find("UKR");
    std::vector<std::size_t> selected;
    for (std::size_t k = 0; k < votes.roll_calls.size(); ++k) {
        const RollCall& call = votes.roll_calls[k];
        if (call.year() < selection.first_year || call.year() > selection.last_year) continue;
        if (!selection.issue.empty() && !has_mark(call, selection.issue)) continue;
        if (selection.without_palestine && has_mark(call, "me")) continue;
        if (selection.without_ukraine && is_refused_by_one(call, russia, ukraine)) continue;
        selected.push_back(k);
    }
    return selected;
}

std::optional<VoteSimilarity> vote_alignment(const UnVotes& votes, std::size_t a, std::size_t b,
                                             std::span<const std::size_t> roll_calls,
                                             std::size_t fewest_votes) {
    std::vector<Ballot> one;
    std::vector<Ballot> other;
    for (const std::size_t k : roll_calls) {
        one.push_back(static_cast<Ballot>(votes.roll_calls[k].choices[a] - '0'));
        other.push_back(static_cast<Ballot>(votes.roll_calls[k].choices[b] - '0'));
    }
    return vote_similarity(one, other, fewest_votes);
}

double VoteRecord::lost_share() const {
    if (num_taken_sides == 0) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(num_lost) / static_cast<double>(num_taken_sides);
}

VoteRecord vote_record(const UnVotes& votes, std::size_t state,
                       std::span<const std::size_t> roll_calls) {
    if (state >= votes.states.size()) throw ShapeError("A state is not among those that vote.");
    VoteRecord record;
    double shares = 0.0;
    for (const std::size_t k : roll_calls) {
        if (k >= votes.roll_calls.size()) throw ShapeError("A roll call is not in the layer.");
        const RollCall& call = votes.roll_calls[k];
        if (!call.took_part(state)) continue;
        const Tally counts = tally(call, state);
        const bool is_adopted = counts.yes > counts.no;
        const VoteChoice choice = call.choice(state);
        ++record.num_cast;
        if (counts.same <= nearly_alone) ++record.num_nearly_alone;
        if (counts.took_part > 1) {
            shares += static_cast<double>(counts.same) / static_cast<double>(counts.took_part - 1);
        }
        if (choice == VoteChoice::abstain) continue;
        ++record.num_taken_sides;
        if ((choice == VoteChoice::yes) != is_adopted) ++record.num_lost;
    }
    record.coalition_share = record.num_cast == 0 ? std::numeric_limits<double>::quiet_NaN()
                                                  : shares / static_cast<double>(record.num_cast);
    return record;
}

}  // namespace entente
