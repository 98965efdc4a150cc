#include "entente/realignment/roll_call_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "entente/base/error.hpp"

namespace entente {
namespace {

constexpr int min_votes = 20;
constexpr double largest_share = 0.975;
constexpr int first_year_of_war = 2014;
constexpr unsigned last_month = 12;

bool has_mark(const RollCall& roll_call, std::string_view mark) {
    // Marks have two letters and stand between spaces, so that no mark hides in another.
    return roll_call.issues.find(mark) != std::string::npos;
}

/// Whether Russia and Ukraine, both states of the layer, said yes against no.
class WarVotes {
  public:
    explicit WarVotes(const Axis& states)
        : russia_(states.find("RUS")), ukraine_(states.find("UKR")) {}

    bool operator()(const RollCall& roll_call) const {
        if (!russia_ || !ukraine_ || roll_call.year() < first_year_of_war) return false;
        const VoteChoice russia = roll_call.choice(*russia_);
        const VoteChoice ukraine = roll_call.choice(*ukraine_);
        return (russia == VoteChoice::yes && ukraine == VoteChoice::no) ||
               (russia == VoteChoice::no && ukraine == VoteChoice::yes);
    }

  private:
    std::optional<std::size_t> russia_;
    std::optional<std::size_t> ukraine_;
};

bool belongs(const RollCall& roll_call, RollCallSubset subset, const WarVotes& is_of_war) {
    switch (subset) {
        case RollCallSubset::all:
            return true;
        case RollCallSubset::middle_east:
            return has_mark(roll_call, "me");
        case RollCallSubset::nuclear:
            return has_mark(roll_call, "nu");
        case RollCallSubset::disarmament:
            return has_mark(roll_call, "di");
        case RollCallSubset::human_rights:
            return has_mark(roll_call, "hr");
        case RollCallSubset::colonialism:
            return has_mark(roll_call, "co");
        case RollCallSubset::economic:
            return has_mark(roll_call, "ec");
        case RollCallSubset::without_wars:
            return !has_mark(roll_call, "me") && !is_of_war(roll_call);
    }
    return true;
}

/// Nothing if the roll call tells too little.
std::optional<UsableRollCall> usable(const RollCall& roll_call, std::size_t num_states) {
    std::array<int, 3> count{};
    UsableRollCall result{.number = roll_call.number,
                          .first_of_repeats = roll_call.first_of_repeats};
    for (std::size_t state = 0; state < num_states; ++state) {
        if (!roll_call.took_part(state)) continue;
        const int option = roll_call.choices[state] - '1';
        ++count[static_cast<std::size_t>(option)];
        result.votes.push_back({.state = state, .option = option});
    }
    const auto total = static_cast<int>(result.votes.size());
    if (total < min_votes || *std::ranges::max_element(count) >= largest_share * total) return {};
    std::array<int, 3> place{};
    int below = 0;
    for (std::size_t option = 0; option < count.size(); ++option) {
        place[option] = result.num_options;
        if (count[option] == 0) continue;
        result.choice[static_cast<std::size_t>(result.num_options)] = static_cast<int>(option);
        below += count[option];
        if (result.num_options < 2) {
            result.share_below[result.num_options] = static_cast<double>(below) / total;
        }
        ++result.num_options;
    }
    for (Vote& vote : result.votes) vote.option = place[static_cast<std::size_t>(vote.option)];
    return result;
}

/// The last year whose votes reach December: the main part of a session.
int last_whole_year(const UnVotes& votes) {
    if (votes.roll_calls.empty()) return 0;
    const RollCall& last = votes.roll_calls.back();
    return static_cast<unsigned>(last.date.month()) == last_month ? last.year() : last.year() - 1;
}

}  // namespace

const std::vector<NamedSubset>& roll_call_subsets() {
    static const std::vector<NamedSubset> subsets{
        {"all", RollCallSubset::all},         {"me", RollCallSubset::middle_east},
        {"nu", RollCallSubset::nuclear},      {"di", RollCallSubset::disarmament},
        {"hr", RollCallSubset::human_rights}, {"co", RollCallSubset::colonialism},
        {"ec", RollCallSubset::economic},     {"without-wars", RollCallSubset::without_wars}};
    return subsets;
}

RollCallData usable_roll_calls(const UnVotes& votes, RollCallSubset subset) {
    RollCallData data{.states = votes.states};
    const WarVotes is_of_war(votes.states);
    const int last = last_whole_year(votes);
    for (const RollCall& roll_call : votes.roll_calls) {
        if (roll_call.year() > last || !belongs(roll_call, subset, is_of_war)) continue;
        auto kept = usable(roll_call, votes.states.size());
        if (!kept) continue;
        if (data.years.empty() || data.years.back() != roll_call.year()) {
            data.years.push_back(roll_call.year());
            data.year_begin.push_back(data.roll_calls.size());
        }
        kept->year = data.years.size() - 1;
        data.roll_calls.push_back(std::move(*kept));
    }
    if (data.roll_calls.empty()) {
        throw OptionError(fmt::format(
            "No roll call is usable: each needs {} votes, less than {}% of them for one option, "
            "and a year that reaches December.",
            min_votes, 100.0 * largest_share));
    }
    data.year_begin.push_back(data.roll_calls.size());
    data.votes_cast = Array2<int>(data.states.size(), data.years.size(), 0);
    for (const UsableRollCall& roll_call : data.roll_calls) {
        for (const Vote& vote : roll_call.votes) ++data.votes_cast(vote.state, roll_call.year);
    }
    return data;
}

RollCallData roll_calls_until(const RollCallData& data, int last_year) {
    const auto end = std::ranges::upper_bound(data.years, last_year);
    const auto num_years = static_cast<std::size_t>(end - data.years.begin());
    RollCallData result{.states = data.states,
                        .years = {data.years.begin(), end},
                        .votes_cast = Array2<int>(data.states.size(), num_years)};
    const std::size_t num_roll_calls = num_years == 0 ? 0 : data.year_begin[num_years];
    result.roll_calls.assign(data.roll_calls.begin(),
                             data.roll_calls.begin() + static_cast<std::ptrdiff_t>(num_roll_calls));
    result.year_begin.assign(data.year_begin.begin(),
                             data.year_begin.begin() + static_cast<std::ptrdiff_t>(num_years) + 1);
    for (std::size_t state = 0; state < data.states.size(); ++state) {
        for (std::size_t year = 0; year < num_years; ++year) {
            result.votes_cast(state, year) = data.votes_cast(state, year);
        }
    }
    return result;
}

}  // namespace entente
