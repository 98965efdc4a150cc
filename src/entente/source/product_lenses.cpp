#include "entente/source/product_lenses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "entente/base/error.hpp"
#include "entente/source/csv_table.hpp"

namespace entente {

extern const std::string_view product_lenses_csv;

namespace {

constexpr std::size_t num_products = 1'000'000;
constexpr std::size_t most_lenses = 8;

/// First product of a prefix and the number of products it stands for.
std::pair<std::size_t, std::size_t> products_of(const std::string& prefix) {
    std::size_t number = 0;
    const char* const end = prefix.data() + prefix.size();
    const auto parsed = std::from_chars(prefix.data(), end, number);
    const bool is_whole = prefix.size() == 2 || prefix.size() == 4 || prefix.size() == 6;
    if (!is_whole || parsed.ec != std::errc{} || parsed.ptr != end) {
        throw ShapeError(
            fmt::format("{} is not a chapter, heading or subheading: 2, 4 or 6 digits.", prefix));
    }
    std::size_t count = 1;
    for (std::size_t digit = prefix.size(); digit < 6; ++digit) count *= 10;
    return {number * count, count};
}

ProductLenses parse_table() {
    constexpr std::array<std::string_view, 4> columns{"lens", "hs", "group", "source"};
    Problems problems;
    const auto table =
        CsvTable::parse(std::string(product_lenses_csv), "product_lenses.csv", columns, problems);
    problems.throw_if_any();
    std::vector<ProductLenses::Rule> rules;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        rules.push_back({std::string(table->text(row, *table->column("lens"))),
                         std::string(table->text(row, *table->column("hs")))});
    }
    return ProductLenses(rules);
}

}  // namespace

ProductLenses::ProductLenses(const std::vector<Rule>& rules) : mask_(num_products, 0) {
    for (const Rule& rule : rules) {
        auto at = std::ranges::find(names_, rule.lens);
        if (at == names_.end()) {
            if (names_.size() == most_lenses) throw ShapeError("There are more than eight lenses.");
            names_.push_back(rule.lens);
            at = names_.end() - 1;
        }
        const auto bit = static_cast<std::uint8_t>(1U << (at - names_.begin()));
        const auto [first, count] = products_of(rule.prefix);
        for (std::size_t k = first; k < first + count; ++k) {
            mask_[k] = static_cast<std::uint8_t>(mask_[k] | bit);
        }
    }
}

const ProductLenses& bundled_product_lenses() {
    static const ProductLenses lenses = parse_table();
    return lenses;
}

}  // namespace entente
