#include "entente/source/cp2015_matrix.hpp"

#include <fmt/format.h>

#include "entente/source/csv_table.hpp"

namespace entente {

Array2<double> read_cp2015_matrix(const std::filesystem::path& file, std::size_t rows,
                                  std::size_t columns, Problems& problems) {
    Array2<double> matrix(rows, columns);
    const auto table = CsvTable::read(file, {}, problems, {.separator = '\t', .has_header = false});
    if (!table) return matrix;
    if (table->num_rows() != rows || table->columns().size() != columns) {
        problems.add({.kind = ProblemKind::wrong_field_count,
                      .file = file.string(),
                      .value = fmt::format("{} x {}", table->num_rows(), table->columns().size()),
                      .expected = fmt::format("{} x {}", rows, columns),
                      .fix = "check that it is the right file"});
        return matrix;
    }
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            matrix(r, c) = table->number(r, c, problems).value_or(0.0);
        }
    }
    return matrix;
}

}  // namespace entente
