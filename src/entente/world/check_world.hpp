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
    /// Short name, such as "value added equals GDP".
    std::string check;
    /// Codes the check is about; empty = the whole world.
    std::string subject;
    double value = 0.0;
    std::optional<double> reference{};
    std::optional<double> tolerance{};
    std::string unit;
    CheckStatus status = CheckStatus::shown;
    std::string source;
};

/// Accounting identities of any world, quality of its cells, and its reference values.
std::vector<CheckResult> check_world(const World& world);

}  // namespace entente
