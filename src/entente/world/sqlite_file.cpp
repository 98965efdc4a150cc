#include "entente/world/sqlite_file.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <span>

#include "entente/base/error.hpp"
#include "entente/world/world_file_format.hpp"

namespace entente::detail {
namespace {

namespace fs = std::filesystem;

std::string existing(const fs::path& file) {
    if (!fs::exists(file)) refuse(file, ProblemKind::file_missing);
    if (!fs::is_regular_file(file)) refuse(file, ProblemKind::bad_world_file);
    return file.string();
}

bool is_schema(const std::vector<std::string>& statements,
               std::span<const std::string_view> expected) {
    return std::ranges::equal(statements, expected);
}

}  // namespace

[[noreturn]] void refuse(const fs::path& file, ProblemKind kind, std::string value,
                         std::string expected, std::string fix) {
    throw DataError({{.kind = kind,
                      .file = file.string(),
                      .value = std::move(value),
                      .expected = std::move(expected),
                      .fix = std::move(fix)}});
}

WorldFile::WorldFile(const fs::path& file)
    : file_(file),
      database_(std::make_unique<SQLite::Database>(existing(file), SQLite::OPEN_READONLY)) {
    // A damaged file may claim a text or array of any size; none can be larger than the file.
    const auto size = std::min<std::uintmax_t>(fs::file_size(file), 2'000'000'000);
    sqlite3_limit(database_->getHandle(), SQLITE_LIMIT_LENGTH,
                  std::max(static_cast<int>(size), 1'000'000));
    database_->exec("PRAGMA trusted_schema = OFF");
    if (pragma("application_id") != application_id) refuse(file_, ProblemKind::bad_world_file);
    if (pragma("user_version") != schema_version) {
        refuse(file_, ProblemKind::wrong_schema_version, std::to_string(pragma("user_version")),
               std::to_string(schema_version));
    }
    is_layer_ = has_layer_schema();
    const std::string_view kind = is_layer_ ? layer_kind : trade_world_kind;
    if (meta("kind") != kind) {
        refuse(file_, ProblemKind::bad_world_file, meta("kind"), std::string(kind));
    }
}

WorldFile::~WorldFile() = default;

SQLite::Statement WorldFile::query(const std::string& text) const {
    return {*database_, text};
}

std::string WorldFile::meta(const std::string& key) const {
    SQLite::Statement select(*database_, "SELECT value FROM meta WHERE key = ?");
    select.bind(1, key);
    if (!select.executeStep()) {
        refuse(file_, ProblemKind::bad_world_file, {}, fmt::format("{} in table meta", key));
    }
    return select.getColumn(0).getString();
}

int WorldFile::base_year() const {
    const std::string text = meta("base_year");
    if (text.empty() || text.size() > 4 ||
        text.find_first_not_of("0123456789") != std::string::npos) {
        refuse(file_, ProblemKind::bad_world_file, text, "a year as base_year");
    }
    return std::stoi(text);
}

std::size_t WorldFile::count(const std::string& table) const {
    SQLite::Statement select(*database_, fmt::format("SELECT count(*) FROM {}", table));
    select.executeStep();
    return static_cast<std::size_t>(select.getColumn(0).getInt64());
}

int WorldFile::pragma(const std::string& name) const {
    SQLite::Statement select(*database_, "PRAGMA " + name);
    return select.executeStep() ? select.getColumn(0).getInt() : 0;
}

bool WorldFile::has_layer_schema() const {
    SQLite::Statement select(*database_,
                             "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
    std::vector<std::string> statements;
    while (select.executeStep() && statements.size() <= schema.size()) {
        statements.push_back(select.getColumn(0).getString());
    }
    if (is_schema(statements, layer_schema)) return true;
    if (!is_schema(statements, schema)) refuse(file_, ProblemKind::bad_world_file);
    return false;
}

std::string text(SQLite::Statement& row, int column) {
    return row.getColumn(column).getString();
}

std::optional<double> optional_number(SQLite::Statement& row, int column) {
    const SQLite::Column value = row.getColumn(column);
    if (value.isNull()) return std::nullopt;
    return value.getDouble();
}

std::optional<Date> optional_date(SQLite::Statement& row, int column) {
    const SQLite::Column value = row.getColumn(column);
    if (value.isNull()) return std::nullopt;
    return parse_date(value.getString());
}

void read_parameters(const WorldFile& file, std::vector<Parameter>& parameters) {
    SQLite::Statement rows =
        file.query("SELECT name, value, unit, low, high, source FROM parameters ORDER BY position");
    while (rows.executeStep()) {
        parameters.push_back({text(rows, 0), rows.getColumn(1).getDouble(), text(rows, 2),
                              optional_number(rows, 3), optional_number(rows, 4), text(rows, 5)});
    }
}

void read_sources(const WorldFile& file, std::vector<Source>& sources) {
    SQLite::Statement rows = file.query(
        "SELECT code, title, publisher, year, url, licence FROM sources ORDER BY position");
    while (rows.executeStep()) {
        sources.push_back({text(rows, 0), text(rows, 1), text(rows, 2), text(rows, 3),
                           text(rows, 4), text(rows, 5)});
    }
}

void read_reference_values(const WorldFile& file, std::vector<ReferenceValue>& references) {
    SQLite::Statement rows = file.query(
        "SELECT check_name, subject, value, unit, tolerance, source FROM reference_values "
        "ORDER BY position");
    while (rows.executeStep()) {
        references.push_back({text(rows, 0), text(rows, 1), rows.getColumn(2).getDouble(),
                              text(rows, 3), optional_number(rows, 4), text(rows, 5)});
    }
}

void with_world_file(const fs::path& path, const std::function<void(const WorldFile&)>& read) {
    try {
        read(WorldFile(path));
    } catch (const SQLite::Exception& error) {
        refuse(path, ProblemKind::bad_world_file, error.what());
    }
}

}  // namespace entente::detail
