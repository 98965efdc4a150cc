#include "entente/report/levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "entente/numerics/order_statistics.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 5> letters{"L", "LM", "M", "MH", "H"};
constexpr std::array<std::string_view, 5> words{"Low", "Low-Medium", "Medium", "Medium-High",
                                                "High"};

}  // namespace

// [eq:fifths]  q(p) = x[k] + (h - k) (x[k+1] - x[k]),  h = p (m - 1),  k = floor(h),  x sorted
std::optional<LevelThresholds> fifths(std::span<const double> values) {
    std::vector<double> sorted;
    std::ranges::copy_if(values, std::back_inserter(sorted),
                         [](double v) { return std::isfinite(v); });
    if (sorted.empty()) return std::nullopt;
    std::ranges::sort(sorted);
    return LevelThresholds{sorted_quantile(sorted, 0.2), sorted_quantile(sorted, 0.4),
                           sorted_quantile(sorted, 0.6), sorted_quantile(sorted, 0.8)};
}

std::optional<std::size_t> level_of(double value, const LevelThresholds& thresholds) {
    if (!std::isfinite(value)) return std::nullopt;
    return static_cast<std::size_t>(
        std::ranges::count_if(thresholds, [value](double cut) { return value >= cut; }));
}

std::string_view level_letters(std::size_t level) {
    return letters.at(level);
}

std::string_view level_words(std::size_t level) {
    return words.at(level);
}

std::string level_legend(const LevelThresholds& thresholds) {
    std::string text = fmt::format("{} below {:.2f}", letters[0], thresholds[0]);
    for (std::size_t level = 1; level < letters.size(); ++level) {
        text += fmt::format(", {} from {:.2f}", letters[level], thresholds[level - 1]);
    }
    return text;
}

}  // namespace entente
