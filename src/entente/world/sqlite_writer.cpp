#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <bit>

#include "entente/world/sqlite_rows.hpp"
#include "entente/world/tidy_words.hpp"
#include "entente/world/world_file_format.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

using detail::Rows;

static_assert(std::endian::native == std::endian::little,
              "arrays are stored as they stand in memory");

void write_meta(SQLite::Database& database, const World& world) {
    const auto add = [&](const char* key, const std::string& value) {
        detail::write_meta_entry(database, key, value);
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
    detail::write_shared_records(database, data.parameters, data.sources, data.reference_values);
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
    detail::write_database(file, detail::schema, [&](SQLite::Database& database) {
        write_meta(database, world);
        write_records(database, world.data());
        write_arrays(database, world.data());
    });
}

}  // namespace entente
