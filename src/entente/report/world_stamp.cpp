#include "entente/report/world_stamp.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace entente {

std::string world_line(const WorldStamp& world) {
    if (world.is_layer) {
        return fmt::format("Layer {}: known to {}, content hash {}.", world.name, world.base_year,
                           world.content_hash);
    }
    return fmt::format(
        "World {}: {} regions, {} sector{}, base year {}, values in {}, content hash {}.",
        world.name, world.num_countries, world.num_sectors, world.num_sectors == 1 ? "" : "s",
        world.base_year, world.unit, world.content_hash);
}

std::string sources_line(const WorldStamp& world) {
    if (world.sources.empty()) return {};
    return fmt::format("Sources: {}.", fmt::join(world.sources, "; "));
}

std::string citations_line(const WorldStamp& world) {
    if (world.citations.empty()) return sources_line(world);
    return fmt::format("Sources: {}.", fmt::join(world.citations, "; "));
}

JsonField world_field(const WorldStamp& world) {
    return {world.is_layer ? "layer" : "world",
            JsonObject{{"name", text_cell(world.name)},
                       {"base_year", number_cell(world.base_year)},
                       {"unit", text_cell(world.unit)},
                       {"content_hash", text_cell(world.content_hash)},
                       {"sources", world.sources}}};
}

std::string column_key(const Pole& pole) {
    if (pole.code == "USA") return "us";
    if (pole.code == "CHN") return "china";
    std::string key = pole.code;
    std::ranges::transform(key, key.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return key;
}

std::string heading(const Pole& pole) {
    if (pole.code == "USA") return "US";
    if (pole.code == "CHN") return "China";
    return pole.name;
}

std::string in_sentence(const Pole& pole) {
    return pole.code == "USA" ? "the US" : heading(pole);
}

}  // namespace entente
