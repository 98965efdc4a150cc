#include "entente/study/hedging/finance.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "entente/measures/hedging/finance_level.hpp"
#include "entente/study/hedging/trade_publisher.hpp"

namespace entente::detail {

FinanceLens::FinanceLens(const FinanceWindows& finance, const std::vector<std::string>& panel) {
    for (const FinanceWindow& figures : finance.windows) {
        std::vector<FinanceInflow> inflows;
        for (const std::string& code : panel) {
            FinanceInflow inflow{.num_years = figures.years};
            if (const FinanceSum* sum = figures.find(code)) {
                inflow.amount = sum->amount;
                inflow.gdp = sum->gdp;
            }
            inflows.push_back(inflow);
        }
        const auto percentiles = inflow_percentiles(inflows);
        Window window{.figures = &figures, .percentiles = {}};
        for (std::size_t i = 0; i < panel.size(); ++i) {
            if (percentiles[i]) window.percentiles[panel[i]] = *percentiles[i];
        }
        windows_.push_back(std::move(window));
        if (std::find(publishers_.begin(), publishers_.end(), figures.publisher) ==
            publishers_.end()) {
            publishers_.push_back(figures.publisher);
        }
    }
    std::stable_sort(windows_.begin(), windows_.end(), [](const Window& a, const Window& b) {
        return a.figures->last_year < b.figures->last_year;
    });
}

const FinanceLens::Window* FinanceLens::window(const std::string& publisher, int year,
                                               std::size_t back) const {
    std::vector<const Window*> ended;
    for (const Window& window : windows_) {
        if (window.figures->publisher == publisher && window.figures->last_year <= year) {
            ended.push_back(&window);
        }
    }
    return ended.size() > back ? ended[ended.size() - 1 - back] : nullptr;
}

std::optional<double> FinanceLens::level(const std::string& code, int year,
                                         std::size_t back) const {
    std::vector<std::optional<double>> percentiles;
    for (const std::string& publisher : publishers_) {
        const Window* at = window(publisher, year, back);
        if (at == nullptr) continue;
        const auto found = at->percentiles.find(code);
        if (found != at->percentiles.end()) percentiles.emplace_back(found->second);
    }
    return finance_level(percentiles);
}

std::vector<FinanceLens::Mark> FinanceLens::marks(const std::string& code) const {
    std::vector<Mark> marks;
    for (const Window& window : windows_) {
        const auto found = window.percentiles.find(code);
        if (found != window.percentiles.end()) marks.push_back({window.figures, found->second});
    }
    return marks;
}

std::string FinanceLens::as_of(const std::string& code, int year) const {
    std::string text;
    for (const std::string& publisher : publishers_) {
        const Window* at = window(publisher, year, 0);
        if (at == nullptr || !at->percentiles.contains(code)) continue;
        text += fmt::format("{}{}, {}", text.empty() ? "" : "; ", at->figures->code,
                            publisher_name(publisher));
    }
    return text;
}

}  // namespace entente::detail
