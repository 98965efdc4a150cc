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

/// The direction of something that was seen, beside that of a model solved for the same cause. It
/// says how far the model can be trusted; it is no replay, and a miss is no fault of the program.
struct SignFact {
    std::string fact{};
    std::string country{};
    /// In the unit that the fact names.
    double ours = 0.0;
    /// 1 = rose, -1 = fell.
    int published_sign = 0;
    std::string source{};

    bool agrees() const { return ours * published_sign > 0.0; }
};

struct Verification {
    /// The first is that of the published results.
    std::vector<WorldStamp> worlds{};
    std::vector<VerifiedFigure> figures{};
    /// Instead of the figures, where the measures were asked for.
    std::optional<MeasureChecks> measures{};
    /// The trade war of 2018-19; empty where no world of 2011 is bundled.
    std::vector<SignFact> diversion{};

    std::size_t num_different() const;
};

std::string render(const Verification& verification, const Rendering& how);

}  // namespace entente
