#pragma once

// Chinese finance abroad by economy and span of years: investments and contracts (AEI), official
// loans and grants (AidData). No figures of the United States exist in this form.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/world/layer/layer.hpp"

namespace entente {

/// One economy in one window.
struct FinanceSum {
    std::string economy;
    /// Million USD over the whole window: current USD (AEI), constant 2021 USD (AidData). 0 = no
    /// deal; an economy outside the publisher's scope has no row.
    double amount = 0.0;
    /// Deals or years with finance behind the sum.
    int num_records = 0;
    /// Mean GDP of the window in million current USD; nothing if the World Bank states none.
    std::optional<double> gdp{};
};

struct FinanceWindow {
    /// "aei" or "aiddata".
    std::string publisher;
    /// "2014-2018H1"
    std::string code;
    int first_year = 0;
    /// 2018 for a window that ends in June 2018.
    int last_year = 0;
    /// Length in years: 4.5.
    double years = 0.0;
    /// By economy.
    std::vector<FinanceSum> sums;

    /// Null = not in the scope of the publisher: missing, not zero.
    const FinanceSum* find(std::string_view economy) const;
    /// Amount per year over GDP, parts of one; nothing without a row or without GDP.
    std::optional<double> intensity(std::string_view economy) const;
};

struct FinanceWindows {
    /// By publisher and time.
    std::vector<FinanceWindow> windows;
    const FinanceWindow* find(std::string_view publisher, std::string_view code) const;
};

/// @param layer  of layout "finance"; @throws ShapeError if it is another.
FinanceWindows read_finance_windows(const Layer& layer);

}  // namespace entente
