#pragma once

// The text of tidy files: rows of CSV, TOML strings, the records that worlds and layers share, and
// the folder they are written to.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "entente/base/number_text.hpp"
#include "entente/world/world_data.hpp"

namespace entente::detail {

/// Rows of one CSV file; fields are quoted where they must be.
class CsvText {
  public:
    explicit CsvText(std::string_view header) : text_(fmt::format("{}\n", header)) {}

    CsvText& add(std::string_view field) {
        if (!at_row_start_) text_ += ',';
        at_row_start_ = false;
        if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
            text_ += field;
            return *this;
        }
        text_ += '"';
        for (const char c : field) {
            if (c == '"') text_ += '"';
            text_ += c;
        }
        text_ += '"';
        return *this;
    }
    CsvText& add(double value) { return add(shortest_text(value)); }
    CsvText& add(const std::optional<double>& value) {
        return add(value ? shortest_text(*value) : std::string{});
    }
    CsvText& add(const std::optional<Date>& date) {
        return add(date ? date_text(*date) : std::string{});
    }
    void end_row() {
        text_ += '\n';
        at_row_start_ = true;
    }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
    bool at_row_start_ = true;
};

/// A text in the basic form of TOML, which must escape quotes, backslashes and control characters.
std::string toml_text(std::string_view text);
/// A list of such texts.
std::string toml_texts(const std::vector<std::string>& texts);

std::string parameters_csv(const std::vector<Parameter>& parameters);
std::string sources_csv(const std::vector<Source>& sources);
std::string reference_csv(const std::vector<ReferenceValue>& references);

/// Files of one pending folder.
class FolderWriter {
  public:
    /// @throws FileError if the folder cannot be made.
    FolderWriter(std::filesystem::path folder, bool packed);

    /// Not flushed: the folder is, as a whole, when it is kept.
    void write(const std::string& name, const std::string& text) const;
    void write_csv(const std::string& name, const std::string& text) const;

  private:
    std::filesystem::path folder_;
    bool packed_;
};

/// @throws FileError if the folder exists and holds anything.
void require_new_or_empty(const std::filesystem::path& folder);

}  // namespace entente::detail
