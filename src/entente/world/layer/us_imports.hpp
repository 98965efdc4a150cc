#pragma once

// Imports of the United States by partner, industry and month, with the consumer price index.

#include <optional>
#include <string>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/base/axis.hpp"
#include "entente/world/layer/layer.hpp"

namespace entente {

struct UsImports {
    /// Alpha-3 codes; EU27, USMCA and WLD (all partners) overlap the others: never add them up.
    Axis partners;
    /// "2013-01" to "2025-11", without gaps.
    Axis months;
    /// Codes of three digits as text, 2022 NAICS and the Census Bureau's special classes 910 to
    /// 990. The publisher's code 00 is not an industry: it is `total_imports`.
    Axis industries;
    /// [industry] names.
    std::vector<std::string> industry_names;
    /// [partner, month, industry] thousand USD, imports for consumption; 0 where nothing came.
    Array3<double> imports;
    /// [partner, month, industry] thousand USD of calculated duty.
    Array3<double> duty;
    /// [partner, month] thousand USD over all industries, as published.
    Array2<double> total_imports;
    Array2<double> total_duty;
};

/// Consumer prices in the United States, all items, 1982-84 = 100, not seasonally adjusted.
struct UsPrices {
    /// "1913-01" and later; October 2025 was not surveyed and is missing.
    Axis months;
    /// [month]
    std::vector<double> index;

    /// Nothing if the month is not in the table.
    std::optional<double> at(const std::string& month) const;
    /// Mean of the months of a year; nothing unless all twelve are there.
    std::optional<double> mean_of_year(int year) const;
};

/// @param layer  of layout "us-trade"; @throws ShapeError if it is another.
UsImports read_us_imports(const Layer& layer);
UsPrices read_us_prices(const Layer& layer);

}  // namespace entente
