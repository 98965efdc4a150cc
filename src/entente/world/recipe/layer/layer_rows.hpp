#pragma once

// A table of a layer while a recipe fills it row by row.

#include <string>
#include <string_view>

#include "entente/world/layer/layer_layout.hpp"

namespace entente::detail {

class LayerRows {
  public:
    /// An empty table of a layout. @throws ShapeError if the layout has no such table.
    LayerRows(std::string_view layout, std::string_view table);

    /// One cell for each column, in the order of the layout.
    template <class... Cells>
    void add(const Cells&... cells) {
        std::size_t column = 0;
        (add_cell(column++, cells), ...);
    }

    /// The table with its rows in rising order of their keys. Codes of each column are numbered in
    /// the order in which they then come, so that equal tables have equal bytes.
    LayerTable sorted() const;

  private:
    void add_cell(std::size_t column, double number) { table_.columns[column].add(number); }
    void add_cell(std::size_t column, std::string_view text) { table_.columns[column].add(text); }

    const LayerTableLayout* layout_;
    LayerTable table_;
};

}  // namespace entente::detail
