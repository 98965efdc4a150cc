#pragma once

// Predictors on one scale, from training rows alone.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

/// How each column was brought to one scale. Gaps take the training median; where the data behind
/// several predictors are missing as a whole, a column of its own says so.
class Standardiser {
  public:
    /// @param values  [row, name]; NaN where not known.
    /// @param rows    The training rows.
    /// @param names   Of the columns; see predictor.hpp for the data behind each.
    Standardiser(const Array2<double>& values, std::span<const std::size_t> rows,
                 std::span<const std::string_view> names);

    /// [eq:standardised]  x = (v - mean) / sd, held within 4 on either side; 0 for a constant
    /// column
    ///
    /// @return  [row, column]: the names, then a flag for each group of data missing somewhere.
    Array2<double> apply(const Array2<double>& values, std::span<const std::size_t> rows) const;

    std::size_t num_columns() const { return columns_.size() + flags_.size(); }
    /// Column of values a column of the result belongs to; flags belong to the first of their data.
    std::size_t name_of(std::size_t column) const;
    /// Size of one unit of a column in the predictor's own terms; 0 for a constant column.
    double unit_of(std::size_t column) const { return scale_[column].sd; }

  private:
    struct Scale {
        double mean = 0.0;
        double sd = 0.0;
    };
    double filled(const Array2<double>& values, std::size_t row, std::size_t column) const;
    bool is_missing(const Array2<double>& values, std::size_t row,
                    const std::vector<std::size_t>& members) const;

    struct Column {
        double median = 0.0;
    };
    std::vector<Column> columns_;
    /// Columns missing together.
    std::vector<std::vector<std::size_t>> flags_;
    /// [column of the result]
    std::vector<Scale> scale_;
};

}  // namespace entente
