#include "entente/realignment/bridges.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace entente::detail {
namespace {

constexpr std::size_t num_choices = 3;

int choice_of(const UsableRollCall& roll_call, const Vote& vote) {
    return roll_call.choice[static_cast<std::size_t>(vote.option)];
}

void share_options(const std::vector<std::size_t>& group, RollCallData& data) {
    std::array<int, num_choices> count{};
    int total = 0;
    for (const std::size_t k : group) {
        for (const Vote& vote : data.roll_calls[k].votes) {
            ++count[static_cast<std::size_t>(choice_of(data.roll_calls[k], vote))];
            ++total;
        }
    }
    UsableRollCall common;
    std::array<int, num_choices> place{};
    int below = 0;
    for (std::size_t choice = 0; choice < num_choices; ++choice) {
        place[choice] = common.num_options;
        if (count[choice] == 0) continue;
        common.choice[static_cast<std::size_t>(common.num_options)] = static_cast<int>(choice);
        below += count[choice];
        if (common.num_options < 2) {
            common.share_below[common.num_options] = static_cast<double>(below) / total;
        }
        ++common.num_options;
    }
    for (const std::size_t k : group) {
        UsableRollCall& roll_call = data.roll_calls[k];
        for (Vote& vote : roll_call.votes) {
            vote.option = place[static_cast<std::size_t>(choice_of(roll_call, vote))];
        }
        roll_call.num_options = common.num_options;
        roll_call.choice = common.choice;
        std::ranges::copy(common.share_below, roll_call.share_below);
    }
}

}  // namespace

BridgedRollCalls bridged_roll_calls(const RollCallData& data) {
    BridgedRollCalls bridged{.data = data, .groups = {}};
    std::map<int, std::vector<std::size_t>> by_first;
    for (std::size_t k = 0; k < data.roll_calls.size(); ++k) {
        const int first = data.roll_calls[k].first_of_repeats;
        if (first != 0) by_first[first].push_back(k);
    }
    for (const auto& [first, group] : by_first) {
        if (group.size() < 2) continue;
        share_options(group, bridged.data);
        bridged.groups.push_back(group);
    }
    return bridged;
}

}  // namespace entente::detail
