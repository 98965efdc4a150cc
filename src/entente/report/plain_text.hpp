#pragma once

#include <string>
#include <string_view>

#include "entente/report/document.hpp"

namespace entente {

struct PlainTextStyle {
    /// Columns to fit into; 0 = as wide as the tables need.
    std::size_t width = 0;
    /// Shade cells that have a level with terminal colours.
    bool colour = false;
};

/// A document for a terminal. Where a table is too wide its spare columns are left out, and a line
/// beneath names them; then the widest column of words is shortened.
std::string plain_text(const Document& document, const PlainTextStyle& style);

/// Columns a text takes on a terminal, one a code point.
std::size_t display_width(std::string_view text);

/// Lines of at most `width` columns, broken at spaces; a longer word keeps a line of its own.
/// `indent` starts every line but the first.
std::string wrapped(std::string_view text, std::size_t width, std::string_view indent = "");

}  // namespace entente
