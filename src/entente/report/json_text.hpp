#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "entente/report/table.hpp"

namespace entente {

/// One key of a JSON object: a cell, a list of words, an object, or a table as a list of objects.
struct JsonField;
using JsonObject = std::vector<JsonField>;
struct JsonField {
    std::string key;
    std::variant<Cell, std::vector<std::string>, JsonObject, Table, bool> value;
};

/// Keys in the order given, two spaces of indent, numbers in full, null for an empty cell.
std::string json_text(const JsonObject& object);

}  // namespace entente
