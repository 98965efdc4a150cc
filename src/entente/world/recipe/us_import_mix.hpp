#pragma once

#include <string_view>
#include <vector>

#include "entente/world/recipe/raw_2023.hpp"

namespace entente::detail {

/// The importer whose customs records these are.
inline constexpr std::string_view us_code = "USA";

struct UsImports {
    /// [n, goods s] imports for consumption of the United States from n, million USD.
    Array2<double> imports;
    /// [n, goods s] calculated duty, million USD.
    Array2<double> duty;
    /// Imports in chapters that have no sector (returned goods and special provisions).
    double without_sector = 0.0;
};

/// Imports of the United States by chapter, split into sectors by the partner's own products; for
/// members of the European Union without products of their own, by those of the Union; else by
/// those of all partners. The duty of a chapter is divided in the proportions of the same products'
/// duties, so that a partner's duty is kept and electronics and electrical equipment, one chapter,
/// keep rates of their own.
UsImports us_import_mix(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw);

}  // namespace entente::detail
