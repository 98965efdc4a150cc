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

/// A result that rests on choices nobody can settle, ours over ours beside theirs over theirs, in
/// percent. Where the two lie apart the choices differ; it is no replay and counts as no miss.
struct RangeFact {
    std::string experiment{};
    std::string country{};
    double ours_low = 0.0;
    double ours_high = 0.0;
    /// NaN if nothing is published.
    double theirs_low = 0.0;
    double theirs_high = 0.0;
    std::string source{};

    bool is_published() const { return theirs_low <= theirs_high; }
    bool overlaps() const { return ours_low <= theirs_high && theirs_low <= ours_high; }
};

struct Verification {
    /// The first is that of the published results.
    std::vector<WorldStamp> worlds{};
    std::vector<VerifiedFigure> figures{};
    /// Instead of the figures, where the measures were asked for.
    std::optional<MeasureChecks> measures{};
    /// The trade war of 2018-19; empty where no world of 2011 is bundled.
    std::vector<SignFact> diversion{};
    /// Welfare after the tariffs of April 2025; empty where world-2023 is not bundled.
    std::vector<RangeFact> liberation_day{};

    std::size_t num_different() const;
};

std::string render(const Verification& verification, const Rendering& how);

}  // namespace entente
