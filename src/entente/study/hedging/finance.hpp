#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "entente/world/layer/finance_windows.hpp"

namespace entente::detail {

/// Chinese finance in each economy of the panel as percentiles, by source and window.
class FinanceLens {
  public:
    FinanceLens(const FinanceWindows& finance, const std::vector<std::string>& panel);

    /// Mean percentile of each source's last window that ends by a year; `back` = 1 takes the
    /// window before that. Nothing where no source covers the economy.
    std::optional<double> level(const std::string& code, int year, std::size_t back) const;
    /// Percentile of an economy in every window that covers it, by end.
    struct Mark {
        const FinanceWindow* window;
        double percentile = 0.0;
    };
    std::vector<Mark> marks(const std::string& code) const;
    /// "2014-2018H1, aei; 2017-2021, aiddata"
    std::string as_of(const std::string& code, int year) const;

  private:
    struct Window {
        const FinanceWindow* figures;
        std::map<std::string, double> percentiles;
    };
    /// The window of a source, counted back from a year; null if there is none.
    const Window* window(const std::string& publisher, int year, std::size_t back) const;

    std::vector<Window> windows_;
    std::vector<std::string> publishers_;
};

}  // namespace entente::detail
