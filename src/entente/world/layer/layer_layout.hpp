#pragma once

// Which tables and columns each layer holds: the one place that readers, writers, checks and the
// reference page go by.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/world/layer/layer.hpp"

namespace entente {

struct LayerColumnLayout {
    std::string_view name;
    LayerColumnKind kind = LayerColumnKind::text;
    /// Meaning, and the unit of a number.
    std::string_view text;
    /// The words that may stand in a column of words.
    std::vector<std::string_view> words{};
    /// A cell may be empty.
    bool may_be_empty = false;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    /// "TABLE.COLUMN" that must hold every value of this column; empty = none.
    std::string_view refers_to{};
    /// A text of one letter of these for each row of the table `letters_for`; empty = any text.
    std::string_view letters{};
    std::string_view letters_for{};
};

struct LayerTableLayout {
    std::string_view name;
    std::string_view text;
    std::vector<LayerColumnLayout> columns;
    /// Columns that together name a row; a second row of the same name is refused.
    std::vector<std::string_view> key;
    /// A column whose dates may not lie after the layer's as-of day; empty = none.
    std::string_view dated_by{};
};

struct LayerLayout {
    std::string_view name;
    /// Raised whenever a program of the version before could not read the tables.
    int version = 1;
    std::string_view text;
    std::vector<LayerTableLayout> tables;
};

/// All layouts, by name.
const std::vector<LayerLayout>& layer_layouts();

/// Nothing if there is no layout of that name.
const LayerLayout* find_layer_layout(std::string_view name);

}  // namespace entente
