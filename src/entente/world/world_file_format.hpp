#pragma once

// What makes a SQLite file a world file.
//
// Records (countries, sectors, groups, sources) are tables that any SQLite tool shows. The arrays
// are one value each, little-endian numbers in the order of the axes: a table with a row a cell
// would take ten times the room and seconds to read, and a world must load within 150 ms.

#include <array>
#include <string_view>

namespace entente::detail {

/// "ente" in ASCII, so that the `file` command and other programs can tell what it is.
inline constexpr int application_id = 0x656E7465;
/// Raised whenever a program of the version before could not read the file.
inline constexpr int schema_version = 1;

inline constexpr std::string_view trade_world_kind = "trade world";
inline constexpr std::string_view layer_kind = "layer";
/// Arrays of other tariff tables are named by this and their label.
inline constexpr std::string_view alternative_tariff_prefix = "tariff_rate ";

/// Columns of numbers state no type: SQLite would store a REAL column's -0.0 as 0.
inline constexpr std::array<std::string_view, 9> schema{
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)",
    "CREATE TABLE world_sources (position INTEGER PRIMARY KEY, name TEXT)",
    "CREATE TABLE countries (position INTEGER PRIMARY KEY, code TEXT, name TEXT)",
    "CREATE TABLE sectors (position INTEGER PRIMARY KEY, code TEXT, name TEXT, kind TEXT, "
    "trade_elasticity, trade_elasticity_se, isic TEXT)",
    "CREATE TABLE groups (position INTEGER PRIMARY KEY, code TEXT, country TEXT, valid_from TEXT, "
    "valid_to TEXT, source TEXT)",
    "CREATE TABLE parameters (position INTEGER PRIMARY KEY, name TEXT, value, unit TEXT, low, "
    "high, source TEXT)",
    "CREATE TABLE sources (position INTEGER PRIMARY KEY, code TEXT, title TEXT, publisher TEXT, "
    "year TEXT, url TEXT, licence TEXT)",
    "CREATE TABLE reference_values (position INTEGER PRIMARY KEY, check_name TEXT, subject TEXT, "
    "value, unit TEXT, tolerance, source TEXT)",
    "CREATE TABLE arrays (name TEXT PRIMARY KEY, axes TEXT, unit TEXT, data BLOB)",
};

/// A layer has other tables; each column is one value, for the same reason as arrays: numbers as
/// doubles, texts as positions (32 bits) in their words, which end in a zero byte each.
inline constexpr std::array<std::string_view, 7> layer_schema{
    schema[0],
    schema[1],
    schema[5],
    schema[6],
    schema[7],
    "CREATE TABLE layer_tables (position INTEGER PRIMARY KEY, name TEXT)",
    "CREATE TABLE layer_columns (position INTEGER PRIMARY KEY, table_name TEXT, name TEXT, "
    "numeric INTEGER, words BLOB, data BLOB)",
};

}  // namespace entente::detail
