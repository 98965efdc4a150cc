#include "entente/world/sqlite_reader.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "entente/base/error.hpp"
#include "entente/world/content_hash.hpp"
#include "entente/world/limits.hpp"
#include "entente/world/tidy_words.hpp"
#include "entente/world/world_file_format.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

static_assert(std::endian::native == std::endian::little,
              "arrays are stored as they stand in memory");

[[noreturn]] void refuse(const fs::path& file, ProblemKind kind, std::string value = {},
                         std::string expected = {}) {
    throw DataError({{.kind = kind,
                      .file = file.string(),
                      .value = std::move(value),
                      .expected = std::move(expected)}});
}

/// Any SQLite file may be handed in: nothing of it is trusted before its header and schema are
/// exactly ours.
class WorldFile {
  public:
    explicit WorldFile(const fs::path& file)
        : file_(file), database_(existing(file), SQLite::OPEN_READONLY) {
        // A damaged file may claim a text or array of any size; none can be larger than the file.
        const auto size = std::min<std::uintmax_t>(fs::file_size(file), 2'000'000'000);
        sqlite3_limit(database_.getHandle(), SQLITE_LIMIT_LENGTH,
                      std::max(static_cast<int>(size), 1'000'000));
        database_.exec("PRAGMA trusted_schema = OFF");
        if (pragma("application_id") != detail::application_id) {
            refuse(file_, ProblemKind::bad_world_file);
        }
        if (pragma("user_version") != detail::schema_version) {
            refuse(file_, ProblemKind::wrong_schema_version, std::to_string(pragma("user_version")),
                   std::to_string(detail::schema_version));
        }
        check_schema();
        if (meta("kind") != detail::trade_world_kind) {
            refuse(file_, ProblemKind::bad_world_file, meta("kind"),
                   std::string(detail::trade_world_kind));
        }
    }

    SQLite::Statement query(const std::string& text) const { return {database_, text}; }

    std::string meta(const std::string& key) const {
        SQLite::Statement select(database_, "SELECT value FROM meta WHERE key = ?");
        select.bind(1, key);
        if (!select.executeStep()) {
            refuse(file_, ProblemKind::bad_world_file, {}, fmt::format("{} in table meta", key));
        }
        return select.getColumn(0).getString();
    }

    int base_year() const {
        const std::string text = meta("base_year");
        if (text.empty() || text.size() > 4 ||
            text.find_first_not_of("0123456789") != std::string::npos) {
            refuse(file_, ProblemKind::bad_world_file, text, "a year as base_year");
        }
        return std::stoi(text);
    }

    std::size_t count(const std::string& table) const {
        SQLite::Statement select(database_, fmt::format("SELECT count(*) FROM {}", table));
        select.executeStep();
        return static_cast<std::size_t>(select.getColumn(0).getInt64());
    }

    const fs::path& file() const { return file_; }

  private:
    static std::string existing(const fs::path& file) {
        if (!fs::exists(file)) refuse(file, ProblemKind::file_missing);
        if (!fs::is_regular_file(file)) refuse(file, ProblemKind::bad_world_file);
        return file.string();
    }

    int pragma(const std::string& name) const {
        SQLite::Statement select(database_, "PRAGMA " + name);
        return select.executeStep() ? select.getColumn(0).getInt() : 0;
    }

    /// The statements that made the tables must be ours to the letter: views, triggers and
    /// computed columns could make a query run for ever.
    void check_schema() const {
        SQLite::Statement select(database_,
                                 "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
                                 "ORDER BY rowid");
        std::size_t found = 0;
        while (select.executeStep()) {
            if (found == detail::schema.size() ||
                select.getColumn(0).getString() != detail::schema[found]) {
                refuse(file_, ProblemKind::bad_world_file);
            }
            ++found;
        }
        if (found != detail::schema.size()) refuse(file_, ProblemKind::bad_world_file);
    }

    fs::path file_;
    mutable SQLite::Database database_;
};

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
    SQLite::Statement parameters =
        file.query("SELECT name, value, unit, low, high, source FROM parameters ORDER BY position");
    while (parameters.executeStep()) {
        data.parameters.push_back({text(parameters, 0), parameters.getColumn(1).getDouble(),
                                   text(parameters, 2), optional_number(parameters, 3),
                                   optional_number(parameters, 4), text(parameters, 5)});
    }
    SQLite::Statement sources = file.query(
        "SELECT code, title, publisher, year, url, licence FROM sources ORDER BY position");
    while (sources.executeStep()) {
        data.sources.push_back({text(sources, 0), text(sources, 1), text(sources, 2),
                                text(sources, 3), text(sources, 4), text(sources, 5)});
    }
    SQLite::Statement references = file.query(
        "SELECT check_name, subject, value, unit, tolerance, source FROM reference_values "
        "ORDER BY position");
    while (references.executeStep()) {
        data.reference_values.push_back({text(references, 0), text(references, 1),
                                         references.getColumn(2).getDouble(), text(references, 3),
                                         optional_number(references, 4), text(references, 5)});
    }
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

/// Runs `read` on an opened file; what SQLite says of a damaged one becomes a problem of the file.
template <class Read>
auto with_world_file(const fs::path& path, Read read) {
    try {
        return read(WorldFile(path));
    } catch (const SQLite::Exception& error) {
        refuse(path, ProblemKind::bad_world_file, error.what());
    }
}

}  // namespace

World read_world_file(const fs::path& file) {
    std::string stored_hash;
    WorldData data = with_world_file(file, [&](const WorldFile& world_file) {
        stored_hash = world_file.meta("content_hash");
        return read_data(world_file);
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
    return with_world_file(file, [&](const WorldFile& world_file) {
        return CatalogEntry{.name = world_file.meta("name"),
                            .kind = world_file.meta("kind"),
                            .base_year = world_file.base_year(),
                            .num_countries = world_file.count("countries"),
                            .num_sectors = world_file.count("sectors"),
                            .content_hash = world_file.meta("content_hash"),
                            .file = file};
    });
}

}  // namespace entente
