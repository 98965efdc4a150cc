#pragma once

// A column of tariff rates, judged as a whole: 25 may be a typing error or a column in percent.

#include <optional>
#include <string>
#include <vector>

#include "entente/world/tidy_input.hpp"

namespace entente::detail {

class TariffColumn {
  public:
    TariffColumn(TidyInput& input, TidyTable& table, std::size_t column)
        : input_(input), table_(table), column_(column) {}

    /// Rate of a row as a ratio; 0 where it is bad.
    double read(std::size_t row, bool is_own_country);

    /// Reports what was found. A column of which most rates are 1 or more is refused with one
    /// problem, because it could be percent or factors.
    void finish();

  private:
    struct Finding {
        ProblemKind kind;
        std::size_t row;
        std::string expected;
    };

    double as_ratio(double written) const;

    TidyInput& input_;
    TidyTable& table_;
    std::size_t column_;
    std::size_t num_not_zero_ = 0;
    std::size_t num_one_or_more_ = 0;
    std::size_t first_one_or_more_ = 0;
    std::vector<Finding> findings_;
};

/// Whether finish() would refuse these rates if a file did not say that they are ratios.
bool would_be_refused(std::span<const double> rates);

}  // namespace entente::detail
