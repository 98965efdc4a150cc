#pragma once

// Which data a result was computed from, and which powers it is about: shown with every result.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/json_text.hpp"

namespace entente {

struct WorldStamp {
    /// A layer has a last year, which is its base year, and no unit, regions and sectors.
    bool is_layer = false;
    std::string name{};
    int base_year = 0;
    /// Unit of all money.
    std::string unit{};
    std::string content_hash{};
    std::size_t num_countries = 0;
    std::size_t num_sectors = 0;
    /// Codes or plain descriptions of the sources.
    std::vector<std::string> sources{};
    /// The same as people cite them, where the world knows more than the code.
    std::vector<std::string> citations{};
};

/// "World world-2023: 83 regions, 34 sectors, base year 2023, content hash 0123456789ab."
std::string world_line(const WorldStamp& world);
/// "Sources: ...", by code, or empty if the world names none.
std::string sources_line(const WorldStamp& world);
/// The same as people cite them, for pages with room.
std::string citations_line(const WorldStamp& world);
JsonField world_field(const WorldStamp& world);

/// A country or group seen as a power.
struct Pole {
    std::string code;
    std::string name{};
};

/// How a pole is named in columns: "us", "china", or its code in lower case.
std::string column_key(const Pole& pole);
/// How it is named in headings: "US", "China", or its name.
std::string heading(const Pole& pole);
/// How it is named in sentences: as in headings, with "the" where English wants it.
std::string in_sentence(const Pole& pole);

}  // namespace entente
