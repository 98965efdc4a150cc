#include "entente/realignment/event.hpp"

#include <array>

namespace entente {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, num_event_rules> words{{
    {"E1", "vote shift"},
    {"E2", "presence ended"},
    {"E3", "security tie with a rival"},
    {"E4", "obligation ended"},
    {"E5", "rival troops"},
}};

}  // namespace

std::string_view event_rule_code(EventRule rule) {
    return words[static_cast<std::size_t>(rule)].first;
}

std::string_view event_rule_title(EventRule rule) {
    return words[static_cast<std::size_t>(rule)].second;
}

bool is_rival_year(std::string_view power, int year) {
    if (power == "RUS") return year < 1988 || year > 1999;
    return year < 1972 || year > 1988;
}

double rival_position(int year, double russia, double china) {
    constexpr int last_year_of_one_rival = 1990;
    return year <= last_year_of_one_rival ? russia : 0.5 * (russia + china);
}

}  // namespace entente
