#include "entente/scenario/json_schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "entente/scenario/ensemble_keys.hpp"
#include "entente/scenario/grammar.hpp"
#include "entente/scenario/path_section.hpp"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

Json value_schema(const KeyRule& rule) {
    switch (rule.type) {
        case ValueType::text:
            return {{"type", "string"}, {"minLength", 1}};
        case ValueType::texts: {
            Json text{{"type", "string"}, {"minLength", 1}};
            if (!rule.words.empty()) text["enum"] = rule.words;
            const Json list{{"type", "array"}, {"items", text}, {"minItems", 1}};
            return {{"oneOf", Json::array({text, list})}};
        }
        case ValueType::number:
            return {{"type", "number"}};
        case ValueType::truth:
            return {{"type", "boolean"}};
        case ValueType::date:
            return {{"type", "string"}, {"format", "date"}};
        case ValueType::horizon:
            return {{"oneOf",
                     Json::array(
                         {{{"const", "long"}},
                          {{"type", "integer"}, {"minimum", 1}, {"maximum", max_horizon_years}}})}};
        case ValueType::chances: {
            const Json chance{{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
            return {{"type", "object"}, {"minProperties", 1}, {"additionalProperties", chance}};
        }
        case ValueType::table:
            return {{"$ref", "#/$defs/" + rule.name}};
        case ValueType::tables:
            return {{"type", "array"}, {"items", {{"$ref", "#/$defs/" + rule.name}}}};
    }
    return {};
}

Json table_schema(const std::vector<KeyRule>& rules) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const KeyRule& rule : rules) {
        Json value = value_schema(rule);
        value["description"] = rule.meaning;
        if (!rule.words.empty() && rule.type != ValueType::texts) value["enum"] = rule.words;
        properties[rule.name] = std::move(value);
        if (rule.is_required) required.push_back(rule.name);
    }
    Json schema{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = required;
    return schema;
}

/// What follows for a measure from its kind: keys it must have, and those of other kinds it may
/// not.
Json kind_schema(const KindRule& rule) {
    std::vector<std::string> required = rule.required;
    if (rule.target == TargetRule::required) required.emplace_back("on");
    Json others = Json::object();
    if (rule.target == TargetRule::none) others["on"] = false;
    for (const std::string& key : keys_of_some_kinds()) {
        if (!belongs(rule.kind, key)) others[key] = false;
    }
    Json then{{"required", required}, {"properties", others}};
    for (const std::string& key : rule.one_of) {
        then["anyOf"].push_back({{"required", Json::array({key})}});
    }
    return {{"if", {{"properties", {{"kind", {{"const", rule.name}}}}}}},
            {"then", then},
            {"description", rule.meaning}};
}

/// Tables of inputs stand in it whole: some have the name of another table.
Json ensemble_schema() {
    Json schema = table_schema({detail::vary_key()});
    for (const detail::InputRule& input : detail::input_rules()) {
        Json table = table_schema(input.keys);
        table["description"] = input.meaning;
        schema["properties"][input.name] = std::move(table);
    }
    return schema;
}

}  // namespace

std::string scenario_schema() {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", "Scenario of entente"}};
    schema.update(table_schema(file_keys()));
    Json measure = table_schema(measure_keys());
    for (const KindRule& rule : kind_rules()) measure["allOf"].push_back(kind_schema(rule));
    schema["$defs"] = {{"model", table_schema(model_keys())},
                       {"measure", measure},
                       {"retaliation", table_schema(retaliation_keys())},
                       {"path", table_schema(detail::path_keys())},
                       {"regime", table_schema(detail::regime_keys())},
                       {"ensemble", ensemble_schema()}};
    return schema.dump(2) + "\n";
}

}  // namespace entente
