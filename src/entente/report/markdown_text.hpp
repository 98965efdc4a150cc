#pragma once

#include <string>

#include "entente/report/document.hpp"

namespace entente {

/// A document as Markdown with pipe tables, for pages that people read and edit.
std::string markdown_text(const Document& document);

}  // namespace entente
