#pragma once

// One comma-separated table with the line of every row remembered, so that every complaint about
// its content can say where. The distribution's CSV libraries do not keep line numbers through
// quoted fields, which is why the few rules of RFC 4180 are read here.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

struct CsvOptions {
    char separator = ',';
    /// Without a header the columns are called "1", "2", ...
    bool has_header = true;
};

class CsvTable {
  public:
    /// Reads a file, plain or gzip. A row of the wrong length is reported and left out; a file that
    /// cannot be read, or lacks one of `required`, is reported and gives nothing.
    static std::optional<CsvTable> read(const std::filesystem::path& path,
                                        std::span<const std::string_view> required,
                                        Problems& problems, const CsvOptions& options = {});
    /// The same from text; `file` is the name that problems show.
    static std::optional<CsvTable> parse(std::string text, std::string file,
                                         std::span<const std::string_view> required,
                                         Problems& problems, const CsvOptions& options = {});

    CsvTable(CsvTable&&) = default;
    CsvTable& operator=(CsvTable&&) = default;

    std::size_t num_rows() const { return lines_.size(); }
    const std::vector<std::string>& columns() const { return columns_; }
    const std::string& file() const { return file_; }
    std::optional<std::size_t> column(std::string_view name) const;
    std::string_view text(std::size_t row, std::size_t column) const;
    /// Line on which the row starts, counted from 1.
    std::size_t line(std::size_t row) const { return lines_[row]; }

    /// The number in a cell; anything else is reported with its place and gives nothing.
    /// `where` names the cell by codes in the report.
    std::optional<double> number(std::size_t row, std::size_t column, Problems& problems,
                                 std::string_view where = {}) const;

    /// A problem placed at a cell, for callers that find more than a table can know.
    Problem problem_at(ProblemKind kind, std::size_t row, std::size_t column) const;

  private:
    CsvTable() = default;
    /// Reports columns that are missing or come twice.
    bool has_columns(std::span<const std::string_view> required, Problems& problems) const;

    struct Field {
        std::size_t start;
        std::size_t length;
    };
    std::string file_;
    std::string text_;
    std::vector<std::string> columns_;
    std::vector<Field> fields_;
    std::vector<std::size_t> lines_;
};

}  // namespace entente
