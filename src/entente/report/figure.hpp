#pragma once

// A drawing with the words for those who do not see it.

#include <string>

namespace entente {

/// A drawing that says nothing the tables do not say.
struct Figure {
    /// An <svg> element.
    std::string svg{};
    /// What it shows, for those who cannot see it.
    std::string text{};
};

}  // namespace entente
