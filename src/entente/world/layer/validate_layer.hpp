#pragma once

// Whether the data of a layer are what their layout says, cell by cell.

#include <functional>
#include <string>

#include "entente/base/problem.hpp"
#include "entente/world/layer/layer.hpp"

namespace entente::detail {

/// Where the rows of a table came from, for problems to name.
struct LayerPlaces {
    /// Name of the file of a table; empty function = the table's name stands for it.
    std::function<std::string(const std::string& table)> file{};
    /// Line of a row; empty function = rows are named by their codes alone.
    std::function<std::size_t(const std::string& table, std::size_t row)> line{};
    /// The reader has reported cells without a number itself.
    bool numbers_are_read = false;
};

/// Reports everything in which `data` differ from their layout. Tables that cannot be judged
/// because their layout is unknown are passed over.
void validate_layer(const LayerData& data, const LayerPlaces& places, Problems& problems);

/// First and last day that a text such as 2024, 2024-05 or 2024-05-17 allows; nothing if it is no
/// such text.
std::optional<std::pair<Date, Date>> days_of(std::string_view text);

}  // namespace entente::detail
