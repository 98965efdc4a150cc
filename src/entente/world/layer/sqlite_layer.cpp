#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <bit>
#include <cstring>

#include "entente/base/error.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "entente/world/layer/layer_layout.hpp"
#include "entente/world/sqlite_file.hpp"
#include "entente/world/sqlite_rows.hpp"
#include "entente/world/world_file_format.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

static_assert(std::endian::native == std::endian::little,
              "columns are stored as they stand in memory");

/// Every word with a zero byte after it.
std::string joined_words(const std::vector<std::string>& words) {
    std::string joined;
    for (const std::string& word : words) {
        joined += word;
        joined += '\0';
    }
    return joined;
}

std::vector<std::string> split_words(std::string_view joined) {
    std::vector<std::string> words;
    while (!joined.empty()) {
        const std::size_t end = std::min(joined.find('\0'), joined.size());
        words.emplace_back(joined.substr(0, end));
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return words;
}

template <class T>
std::vector<T> values_of(const SQLite::Column& blob, const fs::path& file) {
    const auto bytes = static_cast<std::size_t>(blob.getBytes());
    if (bytes % sizeof(T) != 0) detail::refuse(file, ProblemKind::content_hash_differs);
    std::vector<T> values(bytes / sizeof(T));
    if (bytes > 0) std::memcpy(values.data(), blob.getBlob(), bytes);
    return values;
}

void write_tables(SQLite::Database& database, const LayerData& data) {
    detail::Rows tables(database, "layer_tables", 1);
    SQLite::Statement insert(database, "INSERT INTO layer_columns VALUES (?, ?, ?, ?, ?, ?)");
    int position = 0;
    for (const LayerTable& table : data.tables) {
        tables.insert(table.name);
        for (const LayerColumn& column : table.columns) {
            const std::string words = joined_words(column.words());
            const auto bytes = column.numeric() ? std::as_bytes(std::span(column.numbers()))
                                                : std::as_bytes(std::span(column.codes()));
            insert.reset();
            insert.bind(1, position++);
            insert.bind(2, table.name);
            insert.bind(3, column.name());
            insert.bind(4, static_cast<int>(column.numeric()));
            insert.bind(5, words.data(), static_cast<int>(words.size()));
            insert.bind(6, bytes.data(), static_cast<int>(bytes.size()));
            insert.exec();
        }
    }
}

LayerTable read_table(const detail::WorldFile& file, const std::string& name) {
    LayerTable table{.name = name, .columns = {}};
    SQLite::Statement rows = file.query(
        "SELECT name, numeric, words, data FROM layer_columns WHERE table_name = ? "
        "ORDER BY position");
    rows.bind(1, name);
    while (rows.executeStep()) {
        const std::string column = detail::text(rows, 0);
        if (rows.getColumn(1).getInt() != 0) {
            table.columns.push_back(
                LayerColumn::of_numbers(column, values_of<double>(rows.getColumn(3), file.file())));
            continue;
        }
        const SQLite::Column words = rows.getColumn(2);
        const std::string_view joined(static_cast<const char*>(words.getBlob()),
                                      static_cast<std::size_t>(words.getBytes()));
        try {
            table.columns.push_back(
                LayerColumn::of_texts(column, split_words(joined),
                                      values_of<std::uint32_t>(rows.getColumn(3), file.file())));
        } catch (const ShapeError&) {
            detail::refuse(file.file(), ProblemKind::content_hash_differs);
        }
    }
    return table;
}

/// @throws DataError naming the layer if its layout has another version here.
void check_version(const detail::WorldFile& file) {
    const std::string layout = file.meta("layout");
    const LayerLayout* known = find_layer_layout(layout);
    const std::string version = file.meta("version");
    if (known != nullptr && version == std::to_string(known->version)) return;
    detail::refuse(
        file.file(),
        known == nullptr ? ProblemKind::unknown_layout : ProblemKind::wrong_layer_version,
        known == nullptr ? layout : fmt::format("{} version {}", layout, version),
        known == nullptr ? std::string{} : fmt::format("version {}", known->version),
        fmt::format("build the layer {} again: entente world build RECIPE --raw DIR, or entente "
                    "world import FOLDER, with this version of entente",
                    file.meta("name")));
}

LayerData read_data(const detail::WorldFile& file) {
    LayerData data;
    data.name = file.meta("name");
    data.layout = file.meta("layout");
    check_version(file);
    data.version = find_layer_layout(data.layout)->version;
    data.title = file.meta("title");
    const auto as_of = parse_date(file.meta("as_of"));
    if (!as_of) detail::refuse(file.file(), ProblemKind::content_hash_differs);
    data.as_of = *as_of;
    SQLite::Statement names = file.query("SELECT name FROM world_sources ORDER BY position");
    while (names.executeStep()) data.source_names.push_back(detail::text(names, 0));
    detail::read_parameters(file, data.parameters);
    detail::read_sources(file, data.sources);
    detail::read_reference_values(file, data.reference_values);
    SQLite::Statement tables = file.query("SELECT name FROM layer_tables ORDER BY position");
    while (tables.executeStep()) data.tables.push_back(read_table(file, detail::text(tables, 0)));
    return data;
}

}  // namespace

bool is_layer_file(const fs::path& file) {
    bool is_layer = false;
    detail::with_world_file(
        file, [&](const detail::WorldFile& world_file) { is_layer = world_file.is_layer(); });
    return is_layer;
}

Layer read_layer_file(const fs::path& file) {
    std::string stored_hash;
    LayerData data;
    detail::with_world_file(file, [&](const detail::WorldFile& world_file) {
        if (!world_file.is_layer()) {
            detail::refuse(file, ProblemKind::bad_world_file, std::string("trade world"), "layer");
        }
        stored_hash = world_file.meta("content_hash");
        data = read_data(world_file);
    });
    try {
        Layer layer(std::move(data));
        if (layer.content_hash() == stored_hash) return layer;
    } catch (const DataError&) {
        // A file we wrote keeps its layout, so that one that does not was changed since.
    }
    detail::refuse(file, ProblemKind::content_hash_differs);
}

void write_layer_file(const Layer& layer, const fs::path& file) {
    const LayerData& data = layer.data();
    detail::write_database(file, detail::layer_schema, [&](SQLite::Database& database) {
        const auto add = [&](const char* key, const std::string& value) {
            detail::write_meta_entry(database, key, value);
        };
        add("kind", std::string(detail::layer_kind));
        add("name", data.name);
        add("layout", data.layout);
        add("version", std::to_string(data.version));
        add("title", data.title);
        add("as_of", date_text(data.as_of));
        add("content_hash", layer.content_hash());
        detail::Rows names(database, "world_sources", 1);
        for (const std::string& name : data.source_names) names.insert(name);
        detail::write_shared_records(database, data.parameters, data.sources,
                                     data.reference_values);
        write_tables(database, data);
    });
}

}  // namespace entente
