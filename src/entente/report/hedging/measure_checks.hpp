#pragma once

// What is known beforehand of the measures, beside what they give: known groups, placebos, and the
// article's rows. study/policy/verification.cpp computes it.

#include <string>
#include <vector>

#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/report/hedging/validation.hpp"

namespace entente {

struct MeasureChecks {
    HedgingValidation validation{};
    ArticleComparison article{};
    std::vector<LayerStamp> layers{};
};

/// One row for each check, in one table: files and the page docs/validation.md are made from it.
Table measure_check_table(const MeasureChecks& checks);

std::string render(const MeasureChecks& checks, const Rendering& how);

}  // namespace entente
