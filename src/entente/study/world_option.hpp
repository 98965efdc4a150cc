#pragma once

// Options that every task on a world shares.

#include <cstddef>
#include <string>

#include "entente/study/option_text.hpp"

namespace entente {

/// The world used when none is named.
inline constexpr const char* default_world = "world-2023";

/// `world`: a bundled name, a world file or a tidy folder.
template <class Visitor>
void describe_world(std::string& world, Visitor&& visit) {
    visit(OptionText{.name = "world",
                     .value = "NAME|FILE|FOLDER",
                     .text = "World to use: a bundled name, a .world file or a tidy folder"},
          world);
}

template <class Visitor>
void describe_threads(std::size_t& threads, Visitor&& visit) {
    visit(OptionText{.name = "threads",
                     .value = "N",
                     .text = "Threads to use, 0 for all; results do not depend on it",
                     .low = 0.0,
                     .high = 1024.0},
          threads);
}

}  // namespace entente
