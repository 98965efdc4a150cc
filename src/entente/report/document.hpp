#pragma once

// A result arranged for people: tables in order, with what a reader must know to read them.

#include <string>
#include <vector>

#include "entente/report/figure.hpp"
#include "entente/report/table.hpp"

namespace entente {

struct Document {
    std::string title;
    /// Short lines under the title.
    std::vector<std::string> introduction{};
    std::vector<Table> tables{};
    /// Shown before the tables where the format can.
    std::vector<Figure> figures{};
    /// Short lines at the end: how to read the figures, the world, its sources.
    std::vector<std::string> closing{};
};

}  // namespace entente
