#pragma once

// Products in place of sectors: "HS2022:870380" is a product of the Harmonized System,
// "HS2022:8703" a heading, "HS2022:87" a chapter. A sector's trade is divided into products as
// imports of the United States of 2024 are.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/array.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/world/layer/us_products.hpp"
#include "entente/world/world.hpp"

namespace entente {

/// Whether a code under `sectors` is meant as a product: it begins with "HS2022:" or another "HS"
/// and a year.
bool is_product(std::string_view code);

/// The two, four or six digits of a product; nothing if it is written in another way.
std::optional<std::string> product_digits(std::string_view code);

/// The known product with as many digits that is next to one which is not known: most digits in
/// common at the beginning, two at least, then the nearest number. Empty if there is none; only
/// products in sectors of the world count.
std::string nearest_product(const World& world, const UsProducts& products,
                            const std::string& digits);

bool names_products(const Measure& measure);
bool names_products(const std::vector<Measure>& measures);
/// Measures of regimes count as well.
bool names_products(const Scenario& scenario);

/// [i, s] share of what i sells of s that a product is, 0 to 1, at the mix of what the United
/// States buy from i; members of the EU without figures of their own have its mix, other exporters
/// that of all partners together. Estimated for buyers other than the United States; the definition
/// is ours.
/// @param given  the share in every sector that has the product, in place of these.
Array2<double> product_shares(const World& world, const UsProducts& products,
                              const std::string& digits, std::optional<double> given = {});

}  // namespace entente
