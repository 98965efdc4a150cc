#include "entente/world/sqlite_reader.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "entente/base/error.hpp"
#include "entente/world/content_hash.hpp"
#include "entente/world/limits.hpp"
#include "entente/world/sqlite_file.hpp"
#include "entente/world/tidy_words.hpp"
#include "entente/world/world_file_format.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

using detail::optional_date;
using detail::optional_number;
using detail::read_parameters;
using detail::read_reference_values;
using detail::read_sources;
using detail::refuse;
using detail::text;
using detail::with_world_file;
using detail::WorldFile;

static_assert(std::endian::native == std::endian::little,
              "arrays are stored as they stand in memory");

void read_axes(const WorldFile& file, WorldData& data) {
    SQLite::Statement names = file.query("SELECT name FROM world_sources ORDER BY position");
    while (names.executeStep()) data.source_names.push_back(text(names, 0));
    SQLite::Statement countries = file.query("SELECT code, name FROM countries ORDER BY position");
    while (countries.executeStep()) {
        data.countries.push_back({text(countries, 0), text(countries, 1)});
    }
    SQLite::Statement sectors = file.query(
        "SELECT code, name, kind, trade_elasticity, trade_elasticity_se, isic FROM sectors "
        "ORDER BY position");
    while (sectors.executeStep()) {
        const auto kind = detail::sector_kind_of_word(text(sectors, 2));
        if (!kind) refuse(file.file(), ProblemKind::content_hash_differs, text(sectors, 2));
        data.sectors.push_back({.code = text(sectors, 0),
                                .name = text(sectors, 1),
                                .kind = *kind,
                                .trade_elasticity = sectors.getColumn(3).getDouble(),
                                .trade_elasticity_se = optional_number(sectors, 4),
                                .isic = text(sectors, 5)});
    }
    if (data.countries.empty() || data.sectors.empty() ||
        !detail::arrays_fit(data.countries.size(), data.sectors.size())) {
        refuse(
            file.file(), ProblemKind::bad_world_file,
            fmt::format("{} countries and {} sectors", data.countries.size(), data.sectors.size()));
    }
}

void read_records(const WorldFile& file, WorldData& data) {
    SQLite::Statement groups = file.query(
        "SELECT code, country, valid_from, valid_to, source FROM groups ORDER BY position");
    while (groups.executeStep()) {
        data.memberships.push_back({text(groups, 0), text(groups, 1), optional_date(groups, 2),
                                    optional_date(groups, 3), text(groups, 4)});
    }
    read_parameters(file, data.parameters);
    read_sources(file, data.sources);
    read_reference_values(file, data.reference_values);
}

/// Arrays by name. The size of each is held against the axes before room is made for it.
class Arrays {
  public:
    Arrays(const WorldFile& file, const WorldData& data)
        : file_(file),
          num_countries_(data.countries.size()),
          num_sectors_(data.sectors.size()),
          select_(file.query("SELECT data FROM arrays WHERE name = ?")) {}

    template <class T>
    void read_trade(const std::string& name, Array3<T>& array) {
        require(name, num_countries_ * num_countries_ * num_sectors_ * sizeof(T));
        array = Array3<T>(num_countries_, num_countries_, num_sectors_);
        copy_to(array.values());
    }
    template <class T>
    void read_by_sector(const std::string& name, Array2<T>& array) {
        require(name, num_countries_ * num_sectors_ * sizeof(T));
        array = Array2<T>(num_countries_, num_sectors_);
        copy_to(array.values());
    }
    void read_inputs(Array3<double>& array) {
        if (!find("input_share")) return;
        require("input_share", num_countries_ * num_sectors_ * num_sectors_ * sizeof(double));
        array = Array3<double>(num_countries_, num_sectors_, num_sectors_);
        copy_to(array.values());
    }

  private:
    bool find(const std::string& name) {
        select_.reset();
        select_.bind(1, name);
        return select_.executeStep();
    }
    void require(const std::string& name, std::size_t size) {
        const bool found = find(name);
        const auto bytes = found ? static_cast<std::size_t>(select_.getColumn(0).getBytes()) : 0;
        if (bytes != size) {
            refuse(file_.file(), ProblemKind::bad_world_file,
                   fmt::format("{} of {} bytes", name, bytes), fmt::format("{} bytes", size));
        }
    }
    template <class T>
    void copy_to(std::span<T> values) {
        std::memcpy(values.data(), select_.getColumn(0).getBlob(), values.size_bytes());
        if constexpr (std::is_same_v<T, Quality>) {
            if (std::ranges::any_of(values, [](Quality q) { return q > Quality::estimated; })) {
                refuse(file_.file(), ProblemKind::content_hash_differs);
            }
        }
    }

    const WorldFile& file_;
    std::size_t num_countries_;
    std::size_t num_sectors_;
    SQLite::Statement select_;
};

void read_arrays(const WorldFile& file, WorldData& data) {
    Arrays arrays(file, data);
    arrays.read_trade("trade_flow", data.trade_flow);
    arrays.read_trade("tariff_rate", data.tariff_rate);
    arrays.read_trade("trade_quality", data.trade_quality);
    arrays.read_by_sector("gross_output", data.gross_output);
    arrays.read_by_sector("value_added_share", data.value_added_share);
    arrays.read_by_sector("technology_quality", data.technology_quality);
    arrays.read_by_sector("consumption_share", data.consumption_share);
    arrays.read_inputs(data.input_share);
    SQLite::Statement names = file.query("SELECT name FROM arrays ORDER BY name");
    while (names.executeStep()) {
        const std::string name = text(names, 0);
        if (!name.starts_with(detail::alternative_tariff_prefix)) continue;
        arrays.read_trade(
            name, data.alternative_tariffs[name.substr(detail::alternative_tariff_prefix.size())]);
    }
}

WorldData read_data(const WorldFile& file) {
    WorldData data;
    data.name = file.meta("name");
    data.base_year = file.base_year();
    data.unit = file.meta("unit");
    read_axes(file, data);
    read_records(file, data);
    read_arrays(file, data);
    return data;
}

}  // namespace

World read_world_file(const fs::path& file) {
    std::string stored_hash;
    WorldData data;
    with_world_file(file, [&](const WorldFile& world_file) {
        if (world_file.is_layer()) {
            refuse(file, ProblemKind::bad_world_file, "layer",
                   std::string(detail::trade_world_kind));
        }
        stored_hash = world_file.meta("content_hash");
        data = read_data(world_file);
    });
    // The World hashes what it holds; only data it refuses are hashed apart, to tell a damaged
    // file from one that an earlier program wrote under laxer rules.
    try {
        World world(data);
        if (world.content_hash() == stored_hash) return world;
    } catch (const DataError&) {
        if (detail::content_hash(data) == stored_hash) throw;
    }
    refuse(file, ProblemKind::content_hash_differs);
}

CatalogEntry detail::read_catalog_entry(const fs::path& file) {
    CatalogEntry entry;
    entry.file = file;
    with_world_file(file, [&](const WorldFile& world_file) {
        entry.name = world_file.meta("name");
        entry.kind = world_file.meta("kind");
        entry.content_hash = world_file.meta("content_hash");
        if (world_file.is_layer()) {
            const auto as_of = parse_date(world_file.meta("as_of"));
            entry.base_year = as_of ? static_cast<int>(as_of->year()) : 0;
            return;
        }
        entry.base_year = world_file.base_year();
        entry.num_countries = world_file.count("countries");
        entry.num_sectors = world_file.count("sectors");
    });
    return entry;
}

}  // namespace entente
