#include "entente/report/json_text.hpp"

#include <nlohmann/json.hpp>

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell.value)) return *number;
    if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
    return nullptr;
}

Json to_json(bool truth) {
    return truth;
}

Json to_json(const std::vector<std::string>& words) {
    return words;
}

Json to_json(const Table& table) {
    Json rows = Json::array();
    for (const auto& row : table.rows) {
        Json object = Json::object();
        for (std::size_t c = 0; c < row.size(); ++c) {
            object[table.columns[c].name] = to_json(row[c]);
        }
        rows.push_back(std::move(object));
    }
    return rows;
}

Json to_json(const JsonObject& fields) {
    Json object = Json::object();
    for (const JsonField& field : fields) {
        object[field.key] =
            std::visit([](const auto& value) { return to_json(value); }, field.value);
    }
    return object;
}

}  // namespace

std::string json_text(const JsonObject& object) {
    return to_json(object).dump(2) + '\n';
}

}  // namespace entente
