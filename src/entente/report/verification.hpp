#pragma once

// Published results beside ours. study/verification.hpp computes it.

#include <string>
#include <vector>

#include "entente/report/document.hpp"
#include "entente/report/format.hpp"
#include "entente/report/world_stamp.hpp"

namespace entente {

/// One published figure, in percent.
struct VerifiedFigure {
    std::string experiment;
    std::string figure;
    std::string country;
    double ours = 0.0;
    double theirs = 0.0;
    /// Half of their last printed digit.
    double tolerance = 0.0;
    std::string source;

    bool agrees() const;
};

struct Verification {
    WorldStamp world;
    std::vector<VerifiedFigure> figures;

    std::size_t num_different() const;
};

std::string render(const Verification& verification, const Rendering& how);

}  // namespace entente
