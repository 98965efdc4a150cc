#pragma once

// What can be proved of a world, each with the value reached and what it is held against.

#include <optional>
#include <string>
#include <vector>

#include "entente/world/world.hpp"

namespace entente {

enum class CheckStatus {
    passed,
    failed,
    /// No bound is stated: the value is shown for the reader to judge.
    shown,
};

struct CheckResult {
    /// Short name, such as "trade shares add up"; of a check that could not be made, why not.
    std::string check;
    /// Codes the check is about; empty = the whole world.
    std::string subject{};
    /// In `unit`; not a number if the check could not be made.
    double value = 0.0;
    std::optional<double> reference{};
    /// Largest accepted distance from the reference, in `unit`.
    std::optional<double> tolerance{};
    std::string unit{};
    CheckStatus status = CheckStatus::shown;
    /// Where the reference comes from; empty for an identity.
    std::string source{};
};

/// Accounting identities of any world and the quality of its cells, then its reference values in
/// their order.
///
/// What a reference value may ask for, by the name in its `check` (subject: codes of this world):
///   gdp                         n      value added of n; money
///   goods_flow                  i n    sales of goods of i to n, net of tariff; money
///   services_exports_world      -      services sold abroad by all countries; money
///   balance_share               n      (exports - imports) / GDP
///   mean_absolute_balance_share -      mean over countries of |balance_share|
///   services_share              n      value added of services / GDP
///   final_demand_share          n      final spending, tariffs included / GDP
///   estimated_trade_share       n      share of n's foreign trade in goods that is estimated
///   tariff_mean                 n i    tariff of n on goods from i, weighted by those imports
///   recorded_...                any    shown as the recipe recorded it
/// Shares are parts of one, or percent if the unit of the reference value is "percent"; money must
/// be in the unit of the world. A name that is not in the list is a failed check that says so.
/// Goods and services are the sectors of that kind.
/// Source  docs/theory/world.md
std::vector<CheckResult> check_world(const World& world);

}  // namespace entente
