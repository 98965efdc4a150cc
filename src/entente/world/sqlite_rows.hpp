#pragma once

// Records as rows of a SQLite table.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "entente/world/world_data.hpp"

// Declared, not included: the library stays in the sqlite_*.cpp files.
namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace entente::detail {

/// Inserts the records of one table, numbered in their order.
class Rows {
  public:
    Rows(SQLite::Database& database, const std::string& table, int num_columns);
    ~Rows();
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    template <class... Fields>
    void insert(const Fields&... fields) {
        int column = 1;
        start();
        (bind(++column, fields), ...);
        finish();
    }

  private:
    void start();
    void finish();
    void bind(int column, const std::string& text);
    void bind(int column, std::string_view text);
    void bind(int column, double value);
    void bind(int column, const std::optional<double>& value);
    void bind(int column, const std::optional<Date>& date);

    std::unique_ptr<SQLite::Statement> statement_;
    std::int64_t position_ = 0;
};

/// The tables that trade worlds and layers share.
void write_shared_records(SQLite::Database& database, const std::vector<Parameter>& parameters,
                          const std::vector<Source>& sources,
                          const std::vector<ReferenceValue>& references);

void write_meta_entry(SQLite::Database& database, const std::string& key, const std::string& value);

/// Makes a world file with the tables that `statements` make, which `fill` fills. It appears whole
/// or not at all. @throws FileError
void write_database(const std::filesystem::path& file, std::span<const std::string_view> statements,
                    const std::function<void(SQLite::Database&)>& fill);

}  // namespace entente::detail
