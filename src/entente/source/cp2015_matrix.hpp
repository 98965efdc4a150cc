#pragma once

// The text files of the replication package of Caliendo and Parro (2015): bare numbers between
// tabs.

#include <filesystem>

#include "entente/base/array.hpp"
#include "entente/base/problem.hpp"

namespace entente {

/// One matrix as published: `xbilat1993` and `tariffs*` are [sector and importer, exporter],
/// thousand USD and percent; `GO` and `B` are [sector, country], USD and shares; `IO` is [country
/// and input sector, using sector], shares; `T` is [sector, 1].
///
/// Another shape than rows x columns, or a cell that is no number, goes to `problems`.
Array2<double> read_cp2015_matrix(const std::filesystem::path& file, std::size_t rows,
                                  std::size_t columns, Problems& problems);

}  // namespace entente
