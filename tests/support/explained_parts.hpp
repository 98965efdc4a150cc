#pragma once

// Whether the parts an explanation shows give the figure it is about.

#include <gtest/gtest.h>

#include <cmath>
#include <variant>

#include "entente/report/explain/explanation.hpp"

namespace entente::testing {

inline void expect_close(double figure, double again, const std::string& what) {
    EXPECT_NEAR(figure, again, 1e-9 * std::max(1.0, std::abs(figure))) << what;
}

/// What a step could not explain is counted as a part, so that sums always hold: it must be small.
inline void expect_little_is_left(const ExplanationStep& step, const std::string& what) {
    for (const ExplanationPart& part : step.parts) {
        if (part.name == "not explained") {
            EXPECT_LT(std::abs(part.value), 1e-6) << what << ", " << step.name;
        }
    }
}

/// Every step gives its value again, a step that takes a part apart has the part's value, and the
/// first one that of the cell; where nothing gives the figure, a note says so.
inline void expect_parts_give_the_figure(const Explanation& explanation) {
    const std::string what = explanation.code + " " + explanation.column;
    for (const ExplanationStep& step : explanation.steps) {
        if (step.rule == PartRule::beside) {
            EXPECT_FALSE(step.note.empty()) << what << ", " << step.name;
            continue;
        }
        expect_close(step.value, recomputed(step), what + ", " + step.name);
        expect_little_is_left(step, what);
        for (const ExplanationStep& earlier : explanation.steps) {
            if (&earlier == &step) break;
            for (const ExplanationPart& part : earlier.parts) {
                if (part.name != step.name) continue;
                expect_close(part.value, step.value, what + ", " + step.name + " as a part");
            }
        }
    }
    const auto* figure = std::get_if<double>(&explanation.value.value);
    if (figure == nullptr) return;
    const bool has_parts = !explanation.steps.empty() &&
                           explanation.steps.front().rule != PartRule::beside &&
                           explanation.steps.front().name == explanation.column;
    if (has_parts) {
        expect_close(*figure, recomputed(explanation.steps.front()), what);
    } else {
        const bool says_so =
            !explanation.notes.empty() ||
            (!explanation.steps.empty() && !explanation.steps.front().note.empty());
        EXPECT_TRUE(says_so) << what;
    }
}

}  // namespace entente::testing
