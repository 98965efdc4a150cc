#pragma once

// A TOML table of a recipe whose keys are asked for by name. Every missing, mistyped or unknown key
// is collected, so that a recipe is mended in one round.

#include <toml++/toml.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente::detail {

/// Figures by code.
using CodeNumbers = std::map<std::string, double>;

class RecipeTable {
  public:
    /// Reads the file; text that is not TOML is reported and gives nothing.
    static std::optional<RecipeTable> read(const std::filesystem::path& file, Problems& problems);

    std::string text(std::string_view key) const;
    double number(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;
    /// A table of `code = number`.
    CodeNumbers numbers(std::string_view key) const;
    /// A table of `"key" = "text"`.
    std::map<std::string, std::string> text_table(std::string_view key) const;
    RecipeTable table(std::string_view key) const;
    /// A list of tables.
    std::vector<RecipeTable> tables(std::string_view key) const;
    /// The keys of this table, sorted; marks none of them as known.
    std::vector<std::string> keys() const;
    bool has(std::string_view key) const { return table_->contains(key); }

    /// Reports every key nobody asked for.
    void report_unknown_keys() const;
    /// A problem placed at a key of this table.
    void report(ProblemKind kind, std::string_view key, std::string value = {},
                std::string expected = {}) const;

  private:
    struct Document {
        std::string file;
        toml::table root;
        Problems* problems;
        std::set<const toml::node*> asked_for;
    };

    RecipeTable(std::shared_ptr<Document> document, const toml::table* table, std::string path)
        : document_(std::move(document)), table_(table), path_(std::move(path)) {}

    const toml::node* node(std::string_view key) const;
    std::string path_to(std::string_view key) const;

    // Shared because tables handed out point into the one parsed document.
    std::shared_ptr<Document> document_;
    const toml::table* table_;
    std::string path_;
};

}  // namespace entente::detail
