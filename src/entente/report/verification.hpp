#pragma once

// Published results beside ours. study/verification.hpp computes it.

#include <optional>
#include <string>
#include <vector>

#include "entente/report/document.hpp"
#include "entente/report/format.hpp"
#include "entente/report/measure_checks.hpp"
#include "entente/report/world_stamp.hpp"

namespace entente {

/// One figure published, or known in closed form, in percent.
struct VerifiedFigure {
    std::string experiment{};
    std::string figure{};
    std::string country{};
    double ours = 0.0;
    double theirs = 0.0;
    /// Half of their last printed digit; of a closed form what solving may miss.
    double tolerance = 0.0;
    std::string source{};
    /// Whether ours need only be at least theirs.
    bool is_lower_bound = false;

    bool agrees() const;
};

struct Verification {
    /// The first is that of the published results.
    std::vector<WorldStamp> worlds{};
    std::vector<VerifiedFigure> figures{};
    /// Instead of the figures, where the measures were asked for.
    std::optional<MeasureChecks> measures{};

    std::size_t num_different() const;
};

std::string render(const Verification& verification, const Rendering& how);

}  // namespace entente
