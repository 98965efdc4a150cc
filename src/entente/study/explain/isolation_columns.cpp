// How often a state loses votes in the United Nations, and with how many others it votes.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "entente/base/error.hpp"
#include "entente/measures/vote_record.hpp"
#include "entente/study/explain/explainable_column.hpp"
#include "entente/study/hedging/votes.hpp"

namespace entente::detail {
namespace {

constexpr const char* page = "poles.md";

/// The votes of one state in one year.
struct VotedYear {
    const UnVotes& votes;
    std::size_t state = 0;
    int year = 0;
    VoteRecord record{};
    /// By marks, which part the roll calls: what one with two marks has counts once.
    std::map<std::string, VoteRecord> by_marks{};
    std::vector<std::size_t> roll_calls{};
};

std::string marks_words(const std::string& marks) {
    std::string words;
    for (const VoteIssue& issue : vote_issues()) {
        if (marks.find(issue.code) == std::string::npos) continue;
        words += (words.empty() ? "" : ", ") + std::string(issue.name);
    }
    return words.empty() ? "without a mark" : words;
}

/// Nothing where the state has no votes; then the explanation says why.
/// @throws OptionError for a year without roll calls.
std::optional<VotedYear> voted_year(const ExplainData& data, const HeatMapRow& row,
                                    Explanation& explanation) {
    const UnVotes* votes = data.votes();
    if (votes == nullptr) {
        explanation.notes.push_back("No figure: " + missing_layer("votes"));
        return {};
    }
    const auto state = votes->states.find(row.code);
    if (!state) {
        explanation.notes.push_back(row.code + " is not a state that votes in the United Nations.");
        return {};
    }
    const int last = VoteLens(*votes, {"USA", "CHN"}, {}).window_end(9999);
    VotedYear one{.votes = *votes, .state = *state, .year = data.year() > 0 ? data.year() : last};
    one.roll_calls = selected_roll_calls(*votes, {.first_year = one.year, .last_year = one.year});
    if (one.roll_calls.empty()) {
        throw OptionError(
            fmt::format("There is no roll call in {}; the last year with enough is "
                        "{}. Give --year one of entente isolation.",
                        one.year, last));
    }
    explanation.layers = {data.layer_stamp("votes")};
    explanation.notes.push_back(
        fmt::format("Of {}, {} roll calls; --year takes another year. A resolution counts as "
                    "adopted by more yes than no. Definitions of ours.",
                    one.year, one.roll_calls.size()));
    one.record = vote_record(*votes, *state, one.roll_calls);
    std::map<std::string, std::vector<std::size_t>> calls;
    for (const std::size_t k : one.roll_calls) calls[votes->roll_calls[k].issues].push_back(k);
    for (const auto& [marks, some] : calls) {
        one.by_marks.emplace(marks, vote_record(*votes, *state, some));
    }
    return one;
}

using Count = std::size_t VoteRecord::*;

/// Counts by marks, which add up.
void add_count(const VotedYear& one, Count count, const std::string& name,
               const std::string& formula, Explanation& explanation) {
    ExplanationStep step{.name = name,
                         .formula = formula,
                         .page = formula.empty() ? "" : page,
                         .rule = PartRule::sum,
                         .value = static_cast<double>(one.record.*count),
                         .unit = "roll calls",
                         .note = "By the marks of the publisher; the layer has no titles."};
    for (const auto& [marks, record] : one.by_marks) {
        if (record.*count == 0) continue;
        step.parts.push_back({marks_words(marks), static_cast<double>(record.*count), "roll calls",
                              fmt::format("of {} cast", record.num_cast)});
    }
    explanation.steps.push_back(std::move(step));
}

const char* choice_words(VoteChoice choice) {
    return choice == VoteChoice::yes ? "yes" : choice == VoteChoice::no ? "no" : "abstained";
}

/// The roll calls that count, those with the least company first.
void add_roll_calls(const VotedYear& one, Count count, Explanation& explanation) {
    std::vector<std::pair<double, std::size_t>> counted;
    for (const std::size_t k : one.roll_calls) {
        const VoteRecord record = vote_record(one.votes, one.state, std::span(&k, 1));
        if (record.*count > 0) counted.emplace_back(record.coalition_share, k);
    }
    std::ranges::sort(counted);
    for (const auto& [share, k] : counted) {
        const RollCall& call = one.votes.roll_calls[k];
        explanation.cells.push_back({.source = "layer votes",
                                     .item = fmt::format("roll call {}: {}", call.number,
                                                         choice_words(call.choice(one.state))),
                                     .as_of = date_text(call.date),
                                     .value = number_cell(share),
                                     .unit = "of others voted so",
                                     .note = marks_words(call.issues)});
    }
}

void explain_count(const ExplainData& data, const HeatMapRow& row, Count count,
                   Explanation& explanation) {
    const auto one = voted_year(data, row, explanation);
    if (!one) return;
    explanation.value = number_cell(static_cast<double>(one->record.*count));
    add_count(*one, count, explanation.column,
              count == &VoteRecord::num_lost ? "lost = yes without a majority + no against one "
                                               "[eq:votes-lost]"
                                             : "",
              explanation);
    add_roll_calls(*one, count, explanation);
}

void explain_lost_share(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto one = voted_year(data, row, explanation);
    if (!one) return;
    const VoteRecord& record = one->record;
    explanation.value = number_cell(record.lost_share());
    if (explanation.value.is_empty()) {
        explanation.notes.push_back(row.code + " voted neither yes nor no in that year.");
        return;
    }
    explanation.steps.push_back(
        {.name = explanation.column,
         .formula = "share = lost / yes or no [eq:votes-lost]",
         .page = page,
         .rule = PartRule::ratio,
         .parts = {{"lost", static_cast<double>(record.num_lost), "roll calls", {}},
                   {"yes_or_no", static_cast<double>(record.num_taken_sides), "roll calls", {}}},
         .value = record.lost_share(),
         .unit = explanation.unit});
    add_count(*one, &VoteRecord::num_lost, "lost", "", explanation);
    add_count(*one, &VoteRecord::num_taken_sides, "yes_or_no", "", explanation);
    add_roll_calls(*one, &VoteRecord::num_lost, explanation);
}

void explain_coalition(const ExplainData& data, const HeatMapRow& row, Explanation& explanation) {
    const auto one = voted_year(data, row, explanation);
    if (!one) return;
    const VoteRecord& all = one->record;
    explanation.value = number_cell(all.coalition_share);
    if (explanation.value.is_empty()) {
        explanation.notes.push_back(row.code + " cast no vote in that year.");
        return;
    }
    ExplanationStep step{
        .name = explanation.column,
        .formula =
            "mean over roll calls of others that cast the same / others that took part "
            "[eq:coalition-share]",
        .page = page,
        .rule = PartRule::sum,
        .value = all.coalition_share,
        .unit = explanation.unit,
        .note = "A mean by marks, weighted with the roll calls of each."};
    for (const auto& [marks, record] : one->by_marks) {
        if (record.num_cast == 0) continue;
        const double weight =
            static_cast<double>(record.num_cast) / static_cast<double>(all.num_cast);
        step.parts.push_back({marks_words(marks), weight * record.coalition_share, "0 to 1",
                              fmt::format("{} of {} roll calls, {:.4f} of others with it",
                                          record.num_cast, all.num_cast, record.coalition_share)});
    }
    explanation.steps.push_back(std::move(step));
    add_roll_calls(*one, &VoteRecord::num_cast, explanation);
}

ExplainableColumn count_column(std::string name, std::string meaning, Count count) {
    return {.name = std::move(name),
            .meaning = std::move(meaning),
            .unit = "roll calls",
            .has_everybody = true,
            .explain = [count](const auto& data, const auto& row, auto& explanation) {
                explain_count(data, row, count, explanation);
            }};
}

}  // namespace

std::vector<ExplainableColumn> isolation_columns(const PoleKeys&) {
    return {count_column("votes_cast",
                         "Roll calls of a year in which it voted yes, no or abstained: a column of "
                         "entente isolation.",
                         &VoteRecord::num_cast),
            count_column("yes_or_no",
                         "Roll calls of a year in which it took a side: a column of entente "
                         "isolation.",
                         &VoteRecord::num_taken_sides),
            count_column("lost",
                         "Roll calls of a year in which it took the side that lost: a column of "
                         "entente isolation.",
                         &VoteRecord::num_lost),
            {.name = "lost_share",
             .other_names = {"votes_lost", "isolation"},
             .meaning = "Roll calls of a year that it lost, over those in which it took a side: a "
                        "column of entente isolation.",
             .unit = "0 to 1",
             .has_everybody = true,
             .explain = explain_lost_share},
            {.name = "coalition_share",
             .other_names = {"coalition"},
             .meaning = "Other states that cast the same vote, of all others that took part: a "
                        "column of entente isolation.",
             .unit = "0 to 1",
             .has_everybody = true,
             .explain = explain_coalition},
            count_column("nearly_alone",
                         "Roll calls of a year with five others or fewer: a column of entente "
                         "isolation.",
                         &VoteRecord::num_nearly_alone)};
}

}  // namespace entente::detail
