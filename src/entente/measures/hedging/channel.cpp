#include "entente/measures/hedging/channel.hpp"

#include <fmt/format.h>

#include "entente/base/error.hpp"

namespace entente {

void require_different_poles(std::string_view anchor, std::string_view rival) {
    if (!anchor.empty() && !rival.empty() && anchor != rival) return;
    throw OptionError(
        fmt::format("Hedging is measured between two different poles; \"{}\" and \"{}\" were "
                    "given. Name two, such as USA,CHN.",
                    anchor, rival));
}

}  // namespace entente
