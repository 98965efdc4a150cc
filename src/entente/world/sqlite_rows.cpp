#include "entente/world/sqlite_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/world/world_file_format.hpp"

namespace entente::detail {
namespace {

std::string insertion(const std::string& table, int num_columns) {
    std::string places;
    for (int i = 0; i < num_columns; ++i) places += ", ?";
    return fmt::format("INSERT INTO {} VALUES (?{})", table, places);
}

}  // namespace

Rows::Rows(SQLite::Database& database, const std::string& table, int num_columns)
    : statement_(std::make_unique<SQLite::Statement>(database, insertion(table, num_columns))) {}

Rows::~Rows() = default;

void Rows::start() {
    statement_->reset();
    statement_->bind(1, position_++);
}

void Rows::finish() {
    statement_->exec();
}

void Rows::bind(int column, const std::string& text) {
    statement_->bind(column, text);
}

void Rows::bind(int column, std::string_view text) {
    statement_->bind(column, std::string(text));
}

void Rows::bind(int column, double value) {
    statement_->bind(column, value);
}

void Rows::bind(int column, const std::optional<double>& value) {
    value ? statement_->bind(column, *value) : statement_->bind(column);
}

void Rows::bind(int column, const std::optional<Date>& date) {
    date ? statement_->bind(column, date_text(*date)) : statement_->bind(column);
}

void write_shared_records(SQLite::Database& database, const std::vector<Parameter>& parameters,
                          const std::vector<Source>& sources,
                          const std::vector<ReferenceValue>& references) {
    Rows parameter_rows(database, "parameters", 6);
    for (const Parameter& parameter : parameters) {
        parameter_rows.insert(parameter.name, parameter.value, parameter.unit, parameter.low,
                              parameter.high, parameter.source);
    }
    Rows source_rows(database, "sources", 6);
    for (const Source& source : sources) {
        source_rows.insert(source.code, source.title, source.publisher, source.year, source.url,
                           source.licence);
    }
    Rows reference_rows(database, "reference_values", 6);
    for (const ReferenceValue& reference : references) {
        reference_rows.insert(reference.check, reference.subject, reference.value, reference.unit,
                              reference.tolerance, reference.source);
    }
}

void write_meta_entry(SQLite::Database& database, const std::string& key,
                      const std::string& value) {
    SQLite::Statement insert(database, "INSERT INTO meta VALUES (?, ?)");
    insert.bind(1, key);
    insert.bind(2, value);
    insert.exec();
}

void write_database(const std::filesystem::path& file, std::span<const std::string_view> statements,
                    const std::function<void(SQLite::Database&)>& fill) {
    PendingPath pending(file);
    try {
        SQLite::Database database(pending.temporary().string(),
                                  SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        // The file is thrown away unless it is finished, and flushed when it is: SQLite's own
        // journal and flushing would only cost time.
        database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                  application_id, schema_version));
        SQLite::Transaction transaction(database);
        for (const std::string_view statement : statements) database.exec(std::string(statement));
        fill(database);
        transaction.commit();
    } catch (const SQLite::Exception& error) {
        throw FileError(fmt::format("{}: cannot write: {}.", file.string(), error.what()));
    }
    pending.keep();
}

}  // namespace entente::detail
