#include "entente/base/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace entente {
namespace {

bool is_missing_word(std::string_view text) {
    static constexpr std::array<std::string_view, 8> words{"NA",   "N/A",  "NaN", "nan",
                                                           "NULL", "null", ".",   ".."};
    return std::ranges::find(words, text) != words.end();
}

bool has_decimal_comma(std::string_view text) {
    return text.find(',') != std::string_view::npos &&
           text.find_first_not_of("0123456789,.+-eE ") == std::string_view::npos;
}

}  // namespace

std::variant<double, ProblemKind> parse_number(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return ProblemKind::empty_value;
    text = text.substr(first, text.find_last_not_of(" \t") - first + 1);
    if (is_missing_word(text)) return ProblemKind::not_available;
    if (has_decimal_comma(text)) return ProblemKind::decimal_comma;
    if (text.front() == '+') text.remove_prefix(1);
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        return ProblemKind::not_a_number;
    }
    return value;
}

std::string shortest_text(double value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end};
}

}  // namespace entente
