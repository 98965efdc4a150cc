#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <bit>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/world/tidy_words.hpp"
#include "entente/world/world_file_format.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

static_assert(std::endian::native == std::endian::little,
              "arrays are stored as they stand in memory");

/// Inserts the records of one table, numbered in their order.
class Rows {
  public:
    Rows(SQLite::Database& database, const std::string& table, int num_columns)
        : statement_(database, fmt::format("INSERT INTO {} VALUES (?{})", table,
                                           repeated(", ?", num_columns))) {}

    template <class... Fields>
    void insert(const Fields&... fields) {
        int column = 1;
        statement_.reset();
        statement_.bind(column, position_++);
        (bind(++column, fields), ...);
        statement_.exec();
    }

  private:
    static std::string repeated(std::string_view text, int count) {
        std::string all;
        for (int i = 0; i < count; ++i) all += text;
        return all;
    }
    void bind(int column, const std::string& text) { statement_.bind(column, text); }
    void bind(int column, std::string_view text) { statement_.bind(column, std::string(text)); }
    void bind(int column, double value) { statement_.bind(column, value); }
    void bind(int column, const std::optional<double>& value) {
        value ? statement_.bind(column, *value) : statement_.bind(column);
    }
    void bind(int column, const std::optional<Date>& date) {
        date ? statement_.bind(column, date_text(*date)) : statement_.bind(column);
    }

    SQLite::Statement statement_;
    std::int64_t position_ = 0;
};

void write_meta(SQLite::Database& database, const World& world) {
    SQLite::Statement insert(database, "INSERT INTO meta VALUES (?, ?)");
    const auto add = [&](const char* key, const std::string& value) {
        insert.reset();
        insert.bind(1, key);
        insert.bind(2, value);
        insert.exec();
    };
    add("kind", std::string(detail::trade_world_kind));
    add("name", world.name());
    add("base_year", std::to_string(world.base_year()));
    add("unit", world.unit());
    add("content_hash", world.content_hash());
}

void write_records(SQLite::Database& database, const WorldData& data) {
    Rows names(database, "world_sources", 1);
    for (const std::string& name : data.source_names) names.insert(name);
    Rows countries(database, "countries", 2);
    for (const Country& country : data.countries) countries.insert(country.code, country.name);
    Rows sectors(database, "sectors", 6);
    for (const Sector& sector : data.sectors) {
        sectors.insert(sector.code, sector.name, detail::sector_kind_word(sector.kind),
                       sector.trade_elasticity, sector.trade_elasticity_se, sector.isic);
    }
    Rows groups(database, "groups", 5);
    for (const Membership& membership : data.memberships) {
        groups.insert(membership.group, membership.country, membership.valid_from,
                      membership.valid_to, membership.source);
    }
    Rows parameters(database, "parameters", 6);
    for (const Parameter& parameter : data.parameters) {
        parameters.insert(parameter.name, parameter.value, parameter.unit, parameter.low,
                          parameter.high, parameter.source);
    }
    Rows sources(database, "sources", 6);
    for (const Source& source : data.sources) {
        sources.insert(source.code, source.title, source.publisher, source.year, source.url,
                       source.licence);
    }
    Rows references(database, "reference_values", 6);
    for (const ReferenceValue& reference : data.reference_values) {
        references.insert(reference.check, reference.subject, reference.value, reference.unit,
                          reference.tolerance, reference.source);
    }
}

class ArrayRows {
  public:
    explicit ArrayRows(SQLite::Database& database)
        : insert_(database, "INSERT INTO arrays VALUES (?, ?, ?, ?)") {}

    template <class Array>
    void insert(const std::string& name, const std::string& axes, const std::string& unit,
                const Array& array) {
        const auto bytes = std::as_bytes(array.values());
        insert_.reset();
        insert_.bind(1, name);
        insert_.bind(2, axes);
        insert_.bind(3, unit);
        insert_.bindNoCopy(4, bytes.data(), static_cast<int>(bytes.size()));
        insert_.exec();
    }

  private:
    SQLite::Statement insert_;
};

void write_arrays(SQLite::Database& database, const WorldData& data) {
    const std::string trade_axes = "origin destination sector";
    const std::string quality_unit = "0 observed, 1 scaled, 2 estimated";
    ArrayRows arrays(database);
    arrays.insert("trade_flow", trade_axes, data.unit, data.trade_flow);
    arrays.insert("tariff_rate", trade_axes, "1", data.tariff_rate);
    arrays.insert("trade_quality", trade_axes, quality_unit, data.trade_quality);
    arrays.insert("gross_output", "country sector", data.unit, data.gross_output);
    arrays.insert("value_added_share", "country sector", "1", data.value_added_share);
    arrays.insert("technology_quality", "country sector", quality_unit, data.technology_quality);
    arrays.insert("consumption_share", "country sector", "1", data.consumption_share);
    if (!data.input_share.empty()) {
        arrays.insert("input_share", "country input_sector using_sector", "1", data.input_share);
    }
    for (const auto& [label, rates] : data.alternative_tariffs) {
        arrays.insert(std::string(detail::alternative_tariff_prefix) + label, trade_axes, "1",
                      rates);
    }
}

}  // namespace

void write_world_file(const World& world, const std::filesystem::path& file) {
    PendingPath pending(file);
    try {
        SQLite::Database database(pending.temporary().string(),
                                  SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        // The file is thrown away unless it is finished, and flushed when it is: SQLite's own
        // journal and flushing would only cost time.
        database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                  detail::application_id, detail::schema_version));
        SQLite::Transaction transaction(database);
        for (const std::string_view statement : detail::schema) {
            database.exec(std::string(statement));
        }
        write_meta(database, world);
        write_records(database, world.data());
        write_arrays(database, world.data());
        transaction.commit();
    } catch (const SQLite::Exception& error) {
        throw FileError(fmt::format("{}: cannot write: {}.", file.string(), error.what()));
    }
    pending.keep();
}

}  // namespace entente
