#pragma once

// A scenario in words, as `entente scenario show` prints it.

#include <string>
#include <vector>

#include "entente/report/format.hpp"

namespace entente {

/// One measure, or the rule of retaliation, in words.
struct ScenarioSentence {
    /// The word of the file, such as "tariff"; "retaliation", "regime", "ensemble".
    std::string kind;
    std::string sentence;
    /// YYYY-MM-DD or empty.
    std::string valid_from;
    std::string valid_until;
    std::string source;
};

struct ScenarioPage {
    std::string title;
    /// The world whose names are used.
    std::string world;
    /// "balanced", "fixed" or "multiplicative".
    std::string deficits;
    std::vector<ScenarioSentence> sentences;
    /// The scenario as one line for web addresses.
    std::string compact;
    /// Whether that line alone is shown.
    bool is_compact = false;
};

std::string render(const ScenarioPage& page, const Rendering& how);

}  // namespace entente
