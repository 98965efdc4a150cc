#pragma once

// Which products of the Harmonized System count as technology and as energy.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Sets of products by the first digits of their codes. A set may be told in chapters (two digits),
/// headings (four) or subheadings (six).
class ProductLenses {
  public:
    struct Rule {
        std::string lens;
        /// Two, four or six digits.
        std::string prefix;
    };
    /// @throws ShapeError for a prefix of another form, or more than eight lenses.
    explicit ProductLenses(const std::vector<Rule>& rules);

    /// In the order in which the rules name them.
    const std::vector<std::string>& names() const { return names_; }
    /// Bit k is set where the product is in lens k. @param product  0 to 999999.
    std::uint8_t lenses_of(std::uint32_t product) const { return mask_[product]; }

  private:
    std::vector<std::string> names_;
    std::vector<std::uint8_t> mask_;
};

/// "technology" and "energy" as data/parameters/product_lenses.csv tells them: groups of chapters
/// of the World Bank; which groups stand for technology is our choice [D].
const ProductLenses& bundled_product_lenses();

}  // namespace entente
