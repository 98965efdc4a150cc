#include "entente/study/alignment/vote_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/study/alignment/alignment_ties.hpp"
#include "entente/study/hedging/votes.hpp"
#include "entente/study/selection.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/layer/un_votes.hpp"

namespace entente {
namespace {

struct VoteLayer {
    UnVotes votes;
    WorldStamp stamp;
    detail::AlignmentTies ties;
};

VoteLayer open_votes(const WorldCatalog& worlds, const std::string& layers) {
    const LayerSet set = open_layers(worlds, layers);
    const Layer* layer = set.find("votes");
    if (layer == nullptr) throw OptionError(missing_layer("votes"));
    return {read_un_votes(*layer), detail::stamp(*layer), detail::AlignmentTies(set, *layer)};
}

/// A set of roll calls and what it is called.
struct NamedSelection {
    std::string name;
    VoteSelection selection;
};

std::vector<NamedSelection> selections(const std::string& votes) {
    if (votes == "issues") {
        std::vector<NamedSelection> issues;
        for (const VoteIssue& issue : vote_issues()) {
            issues.push_back({std::string(issue.name), {.issue = std::string(issue.code)}});
        }
        return issues;
    }
    std::vector<NamedSelection> variants{{"all", {}}};
    if (votes == "all") return variants;
    variants.push_back({"without Palestine", {.without_palestine = true}});
    variants.push_back({"without Ukraine", {.without_ukraine = true}});
    variants.push_back({"without both", {.without_palestine = true, .without_ukraine = true}});
    return variants;
}

std::vector<std::size_t> states_named(const UnVotes& votes, const std::vector<std::string>& codes) {
    std::vector<std::size_t> states;
    for (const std::string& code : codes) states.push_back(votes.states.at(code));
    if (codes.empty()) {
        for (std::size_t k = 0; k < votes.states.size(); ++k) states.push_back(k);
    }
    return states;
}

int last_year_of(const UnVotes& votes) {
    return votes.roll_calls.empty() ? 0 : votes.roll_calls.back().year();
}

/// Roll calls of a window and of the one before.
struct Windows {
    std::vector<std::size_t> now;
    std::vector<std::size_t> before;
    int first_year = 0;
    int last_year = 0;
};

Windows windows(const UnVotes& votes, VoteSelection selection, int last_year, int years) {
    Windows both{
        .now = {}, .before = {}, .first_year = last_year - years + 1, .last_year = last_year};
    selection.first_year = both.first_year;
    selection.last_year = last_year;
    both.now = selected_roll_calls(votes, selection);
    selection.first_year -= years;
    selection.last_year -= years;
    both.before = selected_roll_calls(votes, selection);
    return both;
}

}  // namespace

AlignmentTable make_alignment(const WorldCatalog& worlds, const AlignmentOptions& options) {
    const VoteLayer layer = open_votes(worlds, options.layers);
    const UnVotes& votes = layer.votes;
    const std::vector<std::size_t> powers = states_named(votes, options.to);
    const int last_year = options.year > 0
                              ? static_cast<int>(options.year)
                              : detail::VoteLens(votes, {"USA", "CHN"}, {}).window_end(9999);
    std::vector<Windows> all;
    const std::vector<NamedSelection> sets = selections(options.votes);
    for (const NamedSelection& one : sets) {
        all.push_back(windows(votes, one.selection, last_year, static_cast<int>(options.years)));
    }
    AlignmentTable table{
        .layer = layer.stamp, .further = layer.ties.stamps(), .fewest_votes = options.fewest};
    for (const std::size_t state : states_named(votes, options.countries)) {
        for (const std::size_t power : powers) {
            if (state == power) continue;
            for (std::size_t k = 0; k < sets.size(); ++k) {
                AlignmentRow row{.code = votes.states[state],
                                 .to = votes.states[power],
                                 .votes = sets[k].name,
                                 .first_year = all[k].first_year,
                                 .last_year = all[k].last_year};
                row.similarity = vote_alignment(votes, state, power, all[k].now, options.fewest);
                const auto before =
                    vote_alignment(votes, state, power, all[k].before, options.fewest);
                if (row.similarity && before) row.drift = row.similarity->kappa - before->kappa;
                layer.ties.add(row);
                table.rows.push_back(std::move(row));
            }
        }
    }
    return table;
}

IsolationTable make_isolation(const WorldCatalog& worlds, const IsolationOptions& options) {
    const VoteLayer layer = open_votes(worlds, options.layers);
    const UnVotes& votes = layer.votes;
    const int first = static_cast<int>(options.since);
    const int last = last_year_of(votes);
    if (first > last) {
        throw OptionError(
            fmt::format("since is {}; the last roll call is of {}.", options.since, last));
    }
    constexpr int years_of_window = 5;
    const bool by_year = options.by == "year";
    const int step = by_year ? 1 : years_of_window;
    std::vector<NamedSelection> sets{{"", {}}};
    if (!by_year) sets = selections("issues");
    IsolationTable table{.layer = layer.stamp};
    for (const std::size_t state : states_named(votes, options.countries)) {
        for (const NamedSelection& one : sets) {
            for (int year = first; year <= last; year += step) {
                VoteSelection selection = one.selection;
                selection.first_year = year;
                selection.last_year = std::min(year + step - 1, last);
                table.rows.push_back(
                    {.code = votes.states[state],
                     .first_year = selection.first_year,
                     .last_year = selection.last_year,
                     .issue = one.name,
                     .record = vote_record(votes, state, selected_roll_calls(votes, selection))});
            }
        }
    }
    return table;
}

}  // namespace entente
