#include "entente/base/axis.hpp"

#include <fmt/format.h>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"

namespace entente {

Axis::Axis(std::vector<std::string> codes) : codes_(std::move(codes)) {
    for (std::size_t position = 0; position < codes_.size(); ++position) {
        if (!positions_.emplace(codes_[position], position).second) {
            throw ShapeError(
                fmt::format("The code {} appears twice on one axis.", codes_[position]));
        }
    }
}

std::optional<std::size_t> Axis::find(std::string_view code) const {
    const auto found = positions_.find(code);
    if (found == positions_.end()) return std::nullopt;
    return found->second;
}

std::size_t Axis::at(std::string_view code) const {
    if (const auto position = find(code)) return *position;
    throw OptionError(fmt::format("Unknown code {}.{}", code, did_you_mean(code, codes_)));
}

}  // namespace entente
