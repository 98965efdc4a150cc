#pragma once

// The orders in which the countries of a heat map can be shown.

#include <array>
#include <string>
#include <vector>

#include "entente/report/heat_map/heat_map.hpp"

namespace entente::detail {

class RowOrder {
  public:
    /// `name` is one of names(poles), or empty for the exposure to the first pole.
    /// @throws OptionError for another name, with the nearest one.
    RowOrder(const std::array<Pole, 2>& poles, const std::string& name);

    static std::vector<std::string> names(const std::array<Pole, 2>& poles);

    /// Numbers from the largest, words from A; missing figures last; ties by code.
    void apply(std::vector<HeatMapRow>& rows) const;

  private:
    /// Place of the order in names().
    std::size_t order_ = 0;
};

}  // namespace entente::detail
