#pragma once

// A result arranged for people: tables in order, with what a reader must know to read them.

#include <string>
#include <vector>

#include "entente/report/marks_chart.hpp"
#include "entente/report/table.hpp"

namespace entente {

struct Document {
    std::string title;
    /// Short lines under the title.
    std::vector<std::string> introduction{};
    std::vector<Table> tables{};
    /// Drawings, on pages only; tables hold the same figures.
    std::vector<Chart> charts{};
    /// Short lines at the end: how to read the figures, the world, its sources.
    std::vector<std::string> closing{};
};

}  // namespace entente
