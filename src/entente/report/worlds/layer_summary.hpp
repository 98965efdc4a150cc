#pragma once

// What `entente world show` says of a layer: its tables and columns, parameters and sources.

#include <string>
#include <vector>

#include "entente/report/format.hpp"
#include "entente/report/world_stamp.hpp"
#include "entente/world/world_data.hpp"

namespace entente {

struct LayerColumnSummary {
    std::string table;
    std::string column;
    /// Meaning and unit.
    std::string text;
    /// Of the table.
    std::size_t num_rows = 0;
    /// The first cell that is not empty, as an example.
    std::string example;
};

struct LayerSummary {
    WorldStamp layer;
    std::string layout;
    int version = 0;
    std::string title;
    /// YYYY-MM-DD
    std::string as_of;
    std::vector<LayerColumnSummary> columns;
    std::vector<Parameter> parameters;
    std::vector<Source> sources;
};

std::string render(const LayerSummary& summary, const Rendering& how);

}  // namespace entente
