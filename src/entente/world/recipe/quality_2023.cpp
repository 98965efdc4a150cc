#include "entente/world/recipe/quality_2023.hpp"

#include <algorithm>

#include "entente/world/recipe/us_import_mix.hpp"

namespace entente::detail {

Array3<Quality> trade_quality(const World2023Recipe& recipe, const Frame& frame,
                              const Array2<char>& raised) {
    const std::size_t us = frame.countries.at(us_code);
    const std::size_t untraded = frame.countries.at(recipe.untraded_economy);
    Array3<Quality> quality(frame.num_countries(), frame.num_countries(), frame.num_sectors(),
                            Quality::estimated);
    for (std::size_t i = 0; i < frame.num_countries(); ++i) {
        for (std::size_t n = 0; n < frame.num_countries(); ++n) {
            const bool is_hub =
                i != n && std::ranges::find(recipe.hubs, frame.countries[n]) != recipe.hubs.end();
            for (std::size_t s = 0; s < frame.num_sectors(); ++s) {
                Quality& cell = quality(i, n, s);
                if (frame.in_wiod(i) && frame.in_wiod(n)) cell = Quality::scaled;
                if (frame.is_goods(s) && n == us && i != us && i != untraded) {
                    cell = Quality::observed;
                }
                if (frame.is_goods(s) && is_hub) cell = Quality::estimated;
                if (i == n && raised(n, s)) cell = Quality::estimated;
            }
        }
    }
    return quality;
}

Array2<Quality> technology_quality(const Frame& frame) {
    Array2<Quality> quality(frame.num_countries(), frame.num_sectors(), Quality::estimated);
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        if (!frame.in_wiod(n)) continue;
        for (Quality& cell : quality.row(n)) cell = Quality::scaled;
    }
    return quality;
}

}  // namespace entente::detail
