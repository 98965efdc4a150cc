#pragma once

#include <string>

#include "entente/report/table.hpp"

namespace entente {

/// RFC 4180 with a header row and line feeds; numbers in the shortest form that reads back to the
/// same double; an empty cell is an empty field.
std::string csv_text(const Table& table);

/// A text as one field of such a table, in quotation marks where it needs them.
std::string csv_field(const std::string& text);

}  // namespace entente
