#include "entente/report/hedging/figures.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente {

std::string layers_line(const std::vector<LayerStamp>& layers) {
    // Enough of a hash to tell two versions apart on a page.
    constexpr std::size_t shown_of_hash = 12;
    std::vector<std::string> parts;
    for (const LayerStamp& layer : layers) {
        parts.push_back(fmt::format("{} {} ({})", layer.name,
                                    layer.content_hash.substr(0, shown_of_hash),
                                    fmt::join(layer.sources, ", ")));
    }
    return parts.empty() ? std::string{} : fmt::format("Layers: {}.", fmt::join(parts, "; "));
}

}  // namespace entente
