#pragma once

// Every source of the tables that are shipped, as `entente cite` prints it.

#include <string>
#include <vector>

#include "entente/report/format.hpp"

namespace entente {

/// One row of data/SOURCES.md.
struct ShippedSource {
    /// Tables that hold its figures, by path.
    std::string tables;
    std::string source;
    std::string title;
    std::string publisher;
    std::string year;
    std::string licence;
    std::string url;
    /// What was changed on the way, as attribution licences ask.
    std::string changes;
};

struct SourceList {
    std::vector<ShippedSource> sources;
};

std::string render(const SourceList& list, const Rendering& how);

}  // namespace entente
