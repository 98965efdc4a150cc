#pragma once

// Goods trade and domestic sales of 66 economies in 2018. The list is that of the OECD tables of
// 2021; the file comes with Campos, Estefania-Flores, Furceri and Timini (2023).

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Million USD; domestic sales where exporter and importer are the same.
struct IcioGoodsTotal {
    std::string exporter;
    std::string importer;
    double value = 0.0;
};

/// All rows of `tradeprod_icio_totals_2018.csv`.
std::vector<IcioGoodsTotal> read_icio_goods_totals(const std::filesystem::path& file,
                                                   Problems& problems);

}  // namespace entente
