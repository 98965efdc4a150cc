#include "entente/world/tidy_tariffs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/base/number_text.hpp"
#include "entente/world/limits.hpp"

namespace entente::detail {
namespace {

bool is_refused(std::size_t num_one_or_more, std::size_t num_not_zero) {
    return 2 * num_one_or_more > num_not_zero;
}

}  // namespace

double TariffColumn::as_ratio(double written) const {
    switch (input_.tariff_unit) {
        case TariffUnit::percent:
            return written / 100.0;
        case TariffUnit::factor:
            return written - 1.0;
        default:
            return written;
    }
}

double TariffColumn::read(std::size_t row, bool is_own_country) {
    const auto written = table_.number(row, column_);
    if (!written) return 0.0;
    const double rate = as_ratio(*written);
    if (*written != 0.0) ++num_not_zero_;
    if (*written >= 1.0 && num_one_or_more_++ == 0) first_one_or_more_ = row;
    if (!(rate > -1.0)) {
        table_.problem(ProblemKind::value_out_of_range, row, column_, "more than -100 percent");
        return 0.0;
    }
    if (rate >= largest_tariff) {
        findings_.push_back({ProblemKind::tariff_looks_like_percent, row,
                             fmt::format("a rate below {}", shortest_text(largest_tariff))});
    } else if (is_own_country && rate != 0.0) {
        findings_.push_back({ProblemKind::tariff_on_itself, row, "0"});
    }
    return rate;
}

void TariffColumn::finish() {
    if (input_.tariff_unit == TariffUnit::unstated && is_refused(num_one_or_more_, num_not_zero_)) {
        table_.problem(
            ProblemKind::tariff_looks_like_percent, first_one_or_more_, column_,
            "parts of one: 0.25 for 25 percent",
            fmt::format("{} of the {} rates that are not zero are 1 or more, so they could be "
                        "percent (divide them by 100) or factors (subtract 1). Convert them, or "
                        "state tariff_unit in world.toml",
                        num_one_or_more_, num_not_zero_));
        return;
    }
    for (Finding& finding : findings_) {
        table_.problem(finding.kind, finding.row, column_, std::move(finding.expected));
    }
}

bool would_be_refused(std::span<const double> rates) {
    const auto num_not_zero = std::ranges::count_if(rates, [](double rate) { return rate != 0.0; });
    const auto num_one_or_more =
        std::ranges::count_if(rates, [](double rate) { return rate >= 1.0; });
    return is_refused(static_cast<std::size_t>(num_one_or_more),
                      static_cast<std::size_t>(num_not_zero));
}

}  // namespace entente::detail
