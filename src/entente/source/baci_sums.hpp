#pragma once

// Trade of pairs of economies in one year, summed over products while the file is read.

#include <optional>
#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/base/problem.hpp"
#include "entente/source/baci_folder.hpp"
#include "entente/source/product_lenses.hpp"

namespace entente {

/// Thousand current USD, free on board, reconciled between the two reporters.
struct BaciSums {
    int year = 0;
    std::size_t num_rows = 0;
    /// Rows whose product had lost its leading zero, which was put back.
    std::size_t num_mended_products = 0;
    /// [exporter, importer] of all products.
    Array2<double> all;
    /// [lens][exporter, importer] of the products in it.
    std::vector<Array2<double>> by_lens;
};

/// Sums a file of BACI; columns t, i, j, k, v and q in any order.
///
/// Files have some ten million rows: the text passes through a block of 256 KiB, and memory does
/// not grow with it. Rows are added in the order of the file. Every problem is reported with line
/// and column; after 100,000 of them reading stops and says so. Whether a product comes twice for a
/// pair is not checked, because that would need all rows.
///
/// @return  nothing if there is any problem.
std::optional<BaciSums> sum_baci_year(const BaciYear& file, const BaciFolder& folder,
                                      const ProductLenses& lenses, Problems& problems);

}  // namespace entente
