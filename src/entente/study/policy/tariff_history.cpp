#include "entente/study/policy/tariff_history.hpp"

#include <array>
#include <string_view>

#include "entente/source/csv_table.hpp"

namespace entente {

extern const std::string_view us_effective_tariff;

namespace detail {

std::vector<TariffYear> us_tariff_history() {
    constexpr std::array<std::string_view, 4> columns{"year", "duty_usd_bn", "goods_imports_usd_bn",
                                                      "rate_pct"};
    constexpr double percent = 100.0;
    Problems problems;
    const auto table = CsvTable::parse(std::string(us_effective_tariff), "us_effective_tariff.csv",
                                       columns, problems);
    problems.throw_if_any();
    std::vector<TariffYear> years;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        const auto number = [&](std::size_t c) {
            return table->number(row, *table->column(columns[c]), problems).value_or(0.0);
        };
        TariffYear year{.year = static_cast<int>(number(0))};
        const bool has_rate = !table->text(row, *table->column(columns[3])).empty();
        year.rate = has_rate ? number(3) : percent * number(1) / number(2);
        if (!years.empty() && year.year != years.back().year + 1) {
            problems.add(
                table->problem_at(ProblemKind::missing_row, row, *table->column(columns[0])));
        }
        years.push_back(year);
    }
    problems.throw_if_any();
    return years;
}

RegimeHistory regime_history() {
    const std::vector<TariffYear> all = us_tariff_history();
    std::vector<double> rates;
    for (const TariffYear& year : all) rates.push_back(year.rate);
    RegimeHistory history;
    history.regime = classify_years(rates);
    for (std::size_t k = all.size() - history.regime.size(); k < all.size(); ++k) {
        history.years.push_back(all[k].year);
        history.rate.push_back(all[k].rate);
    }
    history.estimate = estimate_transitions(history.regime);
    return history;
}

std::vector<double> RegimeHistory::mean_rates() const {
    std::vector<double> sum(num_policy_regimes);
    std::vector<double> count(num_policy_regimes);
    for (std::size_t k = 0; k < regime.size(); ++k) {
        sum[regime[k]] += rate[k];
        count[regime[k]] += 1.0;
    }
    for (std::size_t r = 0; r < sum.size(); ++r) {
        if (count[r] > 0.0) sum[r] /= count[r];
    }
    return sum;
}

}  // namespace detail

}  // namespace entente
