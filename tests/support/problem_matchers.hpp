#pragma once

// How tests say which problem they expect.

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/base/problem.hpp"

namespace entente::testing {

/// What an action complains of; empty if it does not.
template <class Action>
std::vector<Problem> problems_thrown_by(Action&& action) {
    try {
        action();
    } catch (const DataError& error) {
        return error.problems();
    }
    return {};
}

/// A problem by kind, place and value.
inline auto found(ProblemKind kind, const std::string& file, std::size_t line,
                  const std::string& column, const std::string& value) {
    return ::testing::AllOf(::testing::Field("kind", &Problem::kind, kind),
                            ::testing::Field("file", &Problem::file, file),
                            ::testing::Field("line", &Problem::line, line),
                            ::testing::Field("column", &Problem::column, column),
                            ::testing::Field("value", &Problem::value, value));
}

inline auto fix_says(const std::string& text) {
    return ::testing::Field("fix", &Problem::fix, ::testing::HasSubstr(text));
}

inline auto where_is(const std::string& text) {
    return ::testing::Field("where", &Problem::where, text);
}

inline auto expected_says(const std::string& text) {
    return ::testing::Field("expected", &Problem::expected, ::testing::HasSubstr(text));
}

}  // namespace entente::testing
