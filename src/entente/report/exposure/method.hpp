#pragma once

// The two ways a loss is computed, and their names in options and data files.

#include <string>

namespace entente {

enum class ExposureMethod {
    /// Solved in general equilibrium: wages, prices and trade of all countries adjust.
    ge,
    /// At fixed wages, without a solve: docs/theory/exposure.md.
    closed_form,
};

inline std::string method_name(ExposureMethod method) {
    return method == ExposureMethod::ge ? "ge" : "closed_form";
}

}  // namespace entente
