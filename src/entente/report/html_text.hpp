#pragma once

#include <string>
#include <string_view>

#include "entente/report/document.hpp"

namespace entente {

/// A document as one HTML page that needs no other file. Everything from data is escaped.
std::string html_text(const Document& document);

/// The style sheet all pages carry.
extern const std::string_view page_style;

}  // namespace entente
