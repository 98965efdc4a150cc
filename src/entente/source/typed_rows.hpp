#pragma once

// Rows of a publisher's table as plain structs, so that a reader only has to say which column fills
// which member.

#include <array>
#include <cmath>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "entente/source/csv_table.hpp"

namespace entente {

/// A column and the member it fills. An optional number may be empty or marked as not available.
template <class Row>
struct RowField {
    std::string_view column;
    std::variant<std::string Row::*, double Row::*, std::optional<double> Row::*, int Row::*>
        member;
};

namespace detail {

template <class Row>
void fill_member(const CsvTable& table, std::size_t row, std::size_t column,
                 const RowField<Row>& field, Row& filled, Problems& problems) {
    const auto fill = [&](auto member) {
        using Member = std::remove_reference_t<decltype(filled.*member)>;
        if constexpr (std::is_same_v<Member, std::string>) {
            filled.*member = std::string(table.text(row, column));
        } else if constexpr (std::is_same_v<Member, double>) {
            filled.*member = table.number(row, column, problems).value_or(0.0);
        } else if constexpr (std::is_same_v<Member, int>) {
            filled.*member =
                static_cast<int>(std::lround(table.number(row, column, problems).value_or(0.0)));
        } else {
            const std::string_view text = table.text(row, column);
            if (!text.empty() && text != "NA") {
                filled.*member = table.number(row, column, problems);
            }
        }
    };
    std::visit(fill, field.member);
}

}  // namespace detail

/// All rows of a table, in the order of the file. What is wrong with it goes to `problems`; a file
/// that cannot be used gives no rows.
template <class Row, std::size_t NumFields>
std::vector<Row> read_rows(const std::filesystem::path& file,
                           const std::array<RowField<Row>, NumFields>& fields, Problems& problems,
                           const CsvOptions& options = {}) {
    std::array<std::string_view, NumFields> names;
    for (std::size_t f = 0; f < NumFields; ++f) names[f] = fields[f].column;
    const auto table = CsvTable::read(file, names, problems, options);
    if (!table) return {};
    std::array<std::size_t, NumFields> columns;
    for (std::size_t f = 0; f < NumFields; ++f) columns[f] = *table->column(names[f]);
    std::vector<Row> rows(table->num_rows());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t f = 0; f < NumFields; ++f) {
            detail::fill_member(*table, r, columns[f], fields[f], rows[r], problems);
        }
    }
    return rows;
}

}  // namespace entente
