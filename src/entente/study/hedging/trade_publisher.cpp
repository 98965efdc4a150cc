#include "entente/study/hedging/trade_publisher.hpp"

#include <array>
#include <utility>

namespace entente::detail {

std::string publisher_name(std::string_view publisher) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> names{
        {{"aei", "AEI"},
         {"aiddata", "AidData"},
         {"baci", "BACI"},
         {"campos", "Campos et al."},
         {"icio", "ICIO"},
         {"itpde", "ITPD-E"},
         {"own", "own BACI"},
         {"unctad", "UNCTAD"}}};
    for (const auto& [word, name] : names) {
        if (word == publisher) return std::string(name);
    }
    return std::string(publisher);
}

std::optional<double> constant_money(const TradeVintage& vintage, const UsPrices& prices) {
    constexpr std::string_view thousand = "thousand USD";
    constexpr std::string_view million = "million USD";
    constexpr std::string_view constant = " of ";
    const std::string_view unit = vintage.unit;
    double scale = 0.0;
    std::string_view rest;
    if (unit.starts_with(thousand)) {
        scale = 1.0;
        rest = unit.substr(thousand.size());
    } else if (unit.starts_with(million)) {
        scale = 1000.0;
        rest = unit.substr(million.size());
    } else {
        return {};
    }
    if (rest.starts_with(constant)) return scale;
    if (!rest.empty()) return {};
    const auto level = prices.mean_of_year(vintage.year);
    if (!level || !(*level > 0.0)) return {};
    return scale * 100.0 / *level;
}

}  // namespace entente::detail
