#pragma once

// A world file opened to read: proved to be ours before anything of it is trusted. Trade worlds and
// layers share it.

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"
#include "entente/world/world_data.hpp"

// Declared, not included: the library stays in the sqlite_*.cpp files.
namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace entente::detail {

/// @throws DataError
[[noreturn]] void refuse(const std::filesystem::path& file, ProblemKind kind,
                         std::string value = {}, std::string expected = {}, std::string fix = {});

/// Any SQLite file may be handed in: the header, and the statements that made its tables, must be
/// exactly those of a trade world or of a layer.
class WorldFile {
  public:
    /// @throws DataError if it is not a world file of this version.
    explicit WorldFile(const std::filesystem::path& file);
    ~WorldFile();
    WorldFile(const WorldFile&) = delete;
    WorldFile& operator=(const WorldFile&) = delete;

    bool is_layer() const { return is_layer_; }
    SQLite::Statement query(const std::string& text) const;
    std::string meta(const std::string& key) const;
    int base_year() const;
    std::size_t count(const std::string& table) const;
    const std::filesystem::path& file() const { return file_; }

  private:
    int pragma(const std::string& name) const;
    /// The statements that made the tables must be ours to the letter: views, triggers and
    /// computed columns could make a query run for ever.
    bool has_layer_schema() const;

    std::filesystem::path file_;
    std::unique_ptr<SQLite::Database> database_;
    bool is_layer_ = false;
};

std::string text(SQLite::Statement& row, int column);
std::optional<double> optional_number(SQLite::Statement& row, int column);
std::optional<Date> optional_date(SQLite::Statement& row, int column);

void read_parameters(const WorldFile& file, std::vector<Parameter>& parameters);
void read_sources(const WorldFile& file, std::vector<Source>& sources);
void read_reference_values(const WorldFile& file, std::vector<ReferenceValue>& references);

/// Runs `read` on an opened file; what SQLite says of a damaged one becomes a problem of the file.
void with_world_file(const std::filesystem::path& path,
                     const std::function<void(const WorldFile&)>& read);

}  // namespace entente::detail
