#pragma once

// A tidy folder while it is read: what is known of it so far, and everything wrong with it.

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "entente/base/axis.hpp"
#include "entente/base/problem.hpp"
#include "entente/source/csv_table.hpp"
#include "entente/world/code_rules.hpp"
#include "entente/world/tidy_words.hpp"
#include "entente/world/world_data.hpp"

namespace entente::detail {

struct TidyInput {
    std::filesystem::path folder;
    Problems problems{};
    WorldData data{};
    TariffUnit tariff_unit = TariffUnit::unstated;
    /// Empty until the file that lists the codes has been read; without it codes are not judged.
    std::optional<Axis> countries{};
    std::optional<Axis> sectors{};
    bool has_axes() const { return countries && sectors; }

    /// Advice given so far: one wrong code can stand in a hundred thousand rows.
    std::map<std::string, CodeAdvice, std::less<>> country_advice{};
    std::map<std::string, CodeAdvice, std::less<>> sector_advice{};
};

/// Columns of one table, all found by name.
using ColumnNames = std::span<const std::string_view>;

/// One table of the folder. Every complaint names its file, line, column, codes and value.
class TidyTable {
  public:
    /// A missing file is a problem if `required`; other damage always is.
    static std::optional<TidyTable> open(TidyInput& input, const std::string& name,
                                         ColumnNames columns, bool required);

    std::size_t num_rows() const { return table_.num_rows(); }
    std::size_t line(std::size_t row) const { return table_.line(row); }
    const std::string& file() const { return table_.file(); }
    /// Position of a column of `open`.
    std::size_t column(std::string_view name) const { return *table_.column(name); }
    std::optional<std::size_t> find_column(std::string_view name) const {
        return table_.column(name);
    }
    std::string_view text(std::size_t row, std::size_t column) const {
        return table_.text(row, column);
    }
    /// Text of a column that may not be there; then empty.
    std::string optional_text(std::size_t row, std::string_view name) const;

    /// How the codes of a row are shown in problems.
    void show_rows_as(std::function<std::string(std::size_t row)> where) {
        where_ = std::move(where);
    }

    /// Position of a code; an unknown one is reported and gives nothing.
    std::optional<std::size_t> country(std::size_t row, std::size_t column);
    std::optional<std::size_t> sector(std::size_t row, std::size_t column);
    /// A code that is being declared: its characters are checked, and it is used all the same.
    std::string declared_code(std::size_t row, std::size_t column);
    std::optional<double> number(std::size_t row, std::size_t column);
    /// An empty cell, or a column that is not there, gives nothing and is no problem.
    std::optional<double> optional_number(std::size_t row, std::string_view name);
    std::optional<Date> optional_date(std::size_t row, std::string_view name);
    /// Observed where there is no such column.
    Quality quality(std::size_t row);

    void problem(ProblemKind kind, std::size_t row, std::size_t column, std::string expected = {},
                 std::string fix = {});

  private:
    TidyTable(TidyInput& input, CsvTable table) : input_(&input), table_(std::move(table)) {}

    using Advise = CodeAdvice (*)(std::string_view, std::span<const std::string>);
    using AdviceSoFar = std::map<std::string, CodeAdvice, std::less<>>;
    std::optional<std::size_t> code(const std::optional<Axis>& axis, Advise advise,
                                    AdviceSoFar& advice, std::size_t row, std::size_t column);

    TidyInput* input_;
    CsvTable table_;
    std::function<std::string(std::size_t)> where_;
};

}  // namespace entente::detail
