#include "entente/world/layer/us_imports.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente {
namespace {

Axis sorted_axis(const LayerColumn& column) {
    std::vector<std::string> codes = column.words();
    std::ranges::sort(codes);
    return Axis(std::move(codes));
}

}  // namespace

UsImports read_us_imports(const Layer& layer) {
    UsImports us;
    const LayerTable& industries = layer.table("industries");
    std::vector<std::string> codes;
    for (std::size_t row = 0; row < industries.num_rows(); ++row) {
        codes.push_back(industries["naics"].text(row));
        us.industry_names.push_back(industries["name"].text(row));
    }
    us.industries = Axis(std::move(codes));
    const LayerTable& totals = layer.table("totals");
    us.partners = sorted_axis(totals["partner"]);
    us.months = sorted_axis(totals["month"]);
    us.total_imports = Array2<double>(us.partners.size(), us.months.size());
    us.total_duty = us.total_imports;
    us.imports = Array3<double>(us.partners.size(), us.months.size(), us.industries.size());
    us.duty = us.imports;
    for (std::size_t row = 0; row < totals.num_rows(); ++row) {
        const std::size_t p = us.partners.at(totals["partner"].text(row));
        const std::size_t m = us.months.at(totals["month"].text(row));
        us.total_imports(p, m) = totals["imports"].number(row);
        us.total_duty(p, m) = totals["duty"].number(row);
    }
    const LayerTable& rows = layer.table("imports");
    const LayerColumn& partner = rows["partner"];
    const LayerColumn& month = rows["month"];
    const LayerColumn& naics = rows["naics"];
    for (std::size_t row = 0; row < rows.num_rows(); ++row) {
        // Industries without a total in that month would be no part of anything.
        const auto p = us.partners.find(partner.text(row));
        const auto m = us.months.find(month.text(row));
        if (!p || !m) continue;
        const std::size_t k = us.industries.at(naics.text(row));
        us.imports(*p, *m, k) = rows["imports"].number(row);
        us.duty(*p, *m, k) = rows["duty"].number(row);
    }
    return us;
}

std::optional<double> UsPrices::at(const std::string& month) const {
    const auto m = months.find(month);
    return m ? std::optional(index[*m]) : std::nullopt;
}

std::optional<double> UsPrices::mean_of_year(int year) const {
    constexpr int num_months = 12;
    double sum = 0.0;
    for (int month = 1; month <= num_months; ++month) {
        const auto value = at(fmt::format("{}-{:02}", year, month));
        if (!value) return std::nullopt;
        sum += *value;
    }
    return sum / num_months;
}

UsPrices read_us_prices(const Layer& layer) {
    UsPrices prices;
    const LayerTable& table = layer.table("prices");
    std::vector<std::string> months;
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        months.push_back(table["month"].text(row));
        prices.index.push_back(table["index"].number(row));
    }
    prices.months = Axis(std::move(months));
    return prices;
}

}  // namespace entente
