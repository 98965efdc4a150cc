#pragma once

// Roll calls on resolutions that come back: the bridges that hold years on one scale.

#include <cstddef>
#include <vector>

#include "entente/realignment/roll_call_data.hpp"

namespace entente::detail {

/// [group] positions of its roll calls in RollCallData::roll_calls, rising.
using BridgeGroups = std::vector<std::vector<std::size_t>>;

struct BridgedRollCalls {
    RollCallData data;
    BridgeGroups groups;
};

/// Roll calls of a group on common options: those that somebody took in any of them. All get the
/// shares of options in all votes of the group, so that they start from the same cuts. Groups with
/// one usable roll call are none.
BridgedRollCalls bridged_roll_calls(const RollCallData& data);

}  // namespace entente::detail
