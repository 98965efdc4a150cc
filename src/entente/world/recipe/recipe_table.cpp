#include "entente/world/recipe/recipe_table.hpp"

#include <fmt/format.h>

#include "entente/source/text_file.hpp"

namespace entente::detail {
namespace {

const toml::table& empty_table() {
    static const toml::table empty;
    return empty;
}

}  // namespace

std::optional<RecipeTable> RecipeTable::read(const std::filesystem::path& file,
                                             Problems& problems) {
    const auto text = read_text_file(file, file.string(), problems);
    if (!text) return std::nullopt;
    auto document = std::make_shared<Document>();
    document->file = file.string();
    document->problems = &problems;
    try {
        document->root = toml::parse(*text, file.string());
    } catch (const toml::parse_error& error) {
        problems.add({.kind = ProblemKind::bad_toml,
                      .file = file.string(),
                      .line = error.source().begin.line,
                      .value = std::string(error.description())});
        return std::nullopt;
    }
    const toml::table* root = &document->root;
    return RecipeTable(std::move(document), root, "");
}

std::string RecipeTable::path_to(std::string_view key) const {
    return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

const toml::node* RecipeTable::node(std::string_view key) const {
    const toml::node* found = table_->get(key);
    if (found) {
        document_->asked_for.insert(found);
    } else {
        report(ProblemKind::missing_key, key);
    }
    return found;
}

void RecipeTable::report(ProblemKind kind, std::string_view key, std::string value,
                         std::string expected) const {
    const toml::node* found = table_->get(key);
    document_->problems->add(
        {.kind = kind,
         .file = document_->file,
         .line = found ? found->source().begin.line : table_->source().begin.line,
         .column = path_to(key),
         .value = std::move(value),
         .expected = std::move(expected)});
}

std::string RecipeTable::text(std::string_view key) const {
    const toml::node* found = node(key);
    if (!found) return {};
    if (const auto value = found->value_exact<std::string>()) return *value;
    report(ProblemKind::wrong_type, key, {}, "a text in quotes");
    return {};
}

double RecipeTable::number(std::string_view key) const {
    const toml::node* found = node(key);
    if (!found) return 0.0;
    if (found->is_number()) return *found->value<double>();
    report(ProblemKind::wrong_type, key, {}, "a number");
    return 0.0;
}

std::vector<std::string> RecipeTable::texts(std::string_view key) const {
    const toml::node* found = node(key);
    std::vector<std::string> values;
    if (!found) return values;
    const toml::array* list = found->as_array();
    if (!list || !list->is_homogeneous(toml::node_type::string)) {
        report(ProblemKind::wrong_type, key, {}, "a list of texts");
        return values;
    }
    for (const toml::node& entry : *list) values.push_back(*entry.value<std::string>());
    return values;
}

CodeNumbers RecipeTable::numbers(std::string_view key) const {
    const RecipeTable inner = table(key);
    CodeNumbers values;
    for (const std::string& code : inner.keys()) values[code] = inner.number(code);
    return values;
}

std::map<std::string, std::string> RecipeTable::text_table(std::string_view key) const {
    std::map<std::string, std::string> texts;
    const RecipeTable entries = table(key);
    for (const std::string& name : entries.keys()) texts[name] = entries.text(name);
    return texts;
}

RecipeTable RecipeTable::table(std::string_view key) const {
    const toml::node* found = node(key);
    const toml::table* inner = found ? found->as_table() : nullptr;
    if (found && !inner) report(ProblemKind::wrong_type, key, {}, "a table");
    return RecipeTable(document_, inner ? inner : &empty_table(), path_to(key));
}

std::vector<RecipeTable> RecipeTable::tables(std::string_view key) const {
    const toml::node* found = node(key);
    std::vector<RecipeTable> values;
    if (!found) return values;
    const toml::array* list = found->as_array();
    if (!list || !list->is_homogeneous(toml::node_type::table)) {
        report(ProblemKind::wrong_type, key, {}, "a list of tables");
        return values;
    }
    for (std::size_t k = 0; k < list->size(); ++k) {
        document_->asked_for.insert(list->get(k));
        values.push_back(RecipeTable(document_, list->get(k)->as_table(),
                                     fmt::format("{}[{}]", path_to(key), k + 1)));
    }
    return values;
}

std::vector<std::string> RecipeTable::keys() const {
    std::vector<std::string> names;
    for (const auto& [key, value] : *table_) names.emplace_back(key.str());
    return names;
}

void RecipeTable::report_unknown_keys() const {
    for (const auto& [key, value] : *table_) {
        if (!document_->asked_for.contains(&value)) {
            report(ProblemKind::unknown_key, key.str());
        } else if (const toml::table* inner = value.as_table()) {
            RecipeTable(document_, inner, path_to(key.str())).report_unknown_keys();
        } else if (const toml::array* list = value.as_array()) {
            for (std::size_t k = 0; k < list->size(); ++k) {
                const toml::table* entry = list->get(k)->as_table();
                if (!entry) continue;
                const std::string path = fmt::format("{}[{}]", path_to(key.str()), k + 1);
                RecipeTable(document_, entry, path).report_unknown_keys();
            }
        }
    }
}

}  // namespace entente::detail
