#pragma once

// Rows of a table that could not be used. A sum that is short by exactly what they hold is not a
// second mistake and is not reported as one.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace entente::detail {

class LostRows {
  public:
    /// A row with the codes as written, their positions where they are known, and its value where
    /// it is a number.
    void add(std::string_view country_text, std::string_view sector_text,
             std::optional<std::size_t> country, std::optional<std::size_t> sector,
             std::optional<double> value);

    /// Whether rows that may belong to this cell add up to `gap`, within `tolerance`.
    bool explain(std::size_t country, std::size_t sector, double gap, double tolerance) const;

  private:
    struct Group {
        std::optional<std::size_t> country{};
        std::optional<std::size_t> sector{};
        double sum = 0.0;
        bool has_unknown_value = false;
    };
    /// Rows with the same text stand for the same cell, whatever was meant.
    std::map<std::pair<std::string, std::string>, Group> groups_;
};

}  // namespace entente::detail
