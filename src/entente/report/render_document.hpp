#pragma once

// The formats that every result has, from a table of data and a document.

#include <string>

#include "entente/report/document.hpp"
#include "entente/report/format.hpp"
#include "entente/report/json_text.hpp"

namespace entente::detail {

/// Text, Markdown or HTML from the document, CSV from the table, JSON from the object.
std::string render_document(const Document& document, const Table& data, const JsonObject& object,
                            const Rendering& how);

}  // namespace entente::detail
