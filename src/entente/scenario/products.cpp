#include "entente/scenario/products.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

namespace entente {
namespace {

constexpr std::string_view edition = "HS2022:";
constexpr std::string_view european_union = "EU27";
constexpr std::string_view numerals = "0123456789";

struct Trade {
    double of_product = 0.0;
    double of_sector = 0.0;
    double share() const { return of_sector > 0.0 ? of_product / of_sector : 0.0; }
};
/// By sector.
using Mix = std::map<std::string, Trade>;

std::set<std::string> members_of_union(const World& world) {
    const auto groups = world.groups();
    std::set<std::string> codes;
    if (std::ranges::find(groups, european_union) == groups.end()) return codes;
    for (const std::size_t n : world.members(std::string(european_union), std::nullopt)) {
        codes.insert(world.countries()[n]);
    }
    return codes;
}

}  // namespace

bool is_product(std::string_view code) {
    return code.size() > 2 && code.starts_with("HS") && code.find(':') != std::string_view::npos;
}

std::optional<std::string> product_digits(std::string_view code) {
    if (!code.starts_with(edition)) return std::nullopt;
    const std::string_view digits = code.substr(edition.size());
    const bool is_number = digits.find_first_not_of(numerals) == std::string_view::npos;
    if (!is_number || (digits.size() != 2 && digits.size() != 4 && digits.size() != 6))
        return std::nullopt;
    return std::string(digits);
}

std::string nearest_product(const World& world, const UsProducts& products,
                            const std::string& digits) {
    std::set<std::string> known;
    for (const auto& [where, amounts] : products.imports) {
        if (!world.sectors().contains(where.second)) continue;
        for (const auto& [product, imports] : amounts)
            known.insert(product.substr(0, digits.size()));
    }
    const auto digits_in_common = [&](const std::string& code) {
        return std::ranges::mismatch(code, digits).in1 - code.begin();
    };
    std::string nearest;
    std::pair<std::ptrdiff_t, int> best{1, 0};
    for (const std::string& code : known) {
        const int steps = std::abs(std::stoi(code) - std::stoi(digits));
        const std::pair closeness{digits_in_common(code), -steps};
        if (code.size() != digits.size() || closeness.first < 2 || closeness <= best) continue;
        best = closeness;
        nearest = code;
    }
    return nearest.empty() ? nearest : std::string(edition) + nearest;
}

bool names_products(const Measure& measure) {
    return std::ranges::any_of(measure.sectors, is_product);
}

bool names_products(const std::vector<Measure>& measures) {
    return std::ranges::any_of(measures,
                               [](const Measure& measure) { return names_products(measure); });
}

bool names_products(const Scenario& scenario) {
    return names_products(scenario.measures) ||
           std::ranges::any_of(scenario.regimes, [](const PolicyRegime& regime) {
               return names_products(regime.measures);
           });
}

Array2<double> product_shares(const World& world, const UsProducts& products,
                              const std::string& digits, std::optional<double> given) {
    const std::set<std::string> members = members_of_union(world);
    std::map<std::string, Mix> mixes;
    Mix all;
    for (const auto& [where, amounts] : products.imports) {
        const auto& [exporter, sector] = where;
        Trade trade;
        for (const auto& [product, imports] : amounts) {
            trade.of_sector += imports;
            if (product.starts_with(digits)) trade.of_product += imports;
        }
        mixes[exporter][sector] = trade;
        // Members with figures of their own stand in those of the EU as well.
        if (members.contains(exporter)) continue;
        all[sector].of_sector += trade.of_sector;
        all[sector].of_product += trade.of_product;
    }
    Array2<double> shares(world.num_countries(), world.num_sectors());
    for (std::size_t i = 0; i < world.num_countries(); ++i) {
        const std::string& code = world.countries()[i];
        auto mix = mixes.find(code);
        if (mix == mixes.end() && members.contains(code)) {
            mix = mixes.find(std::string(european_union));
        }
        for (std::size_t s = 0; s < world.num_sectors(); ++s) {
            const std::string& sector = world.sectors()[s];
            const auto pooled = all.find(sector);
            if (pooled == all.end() || pooled->second.of_product == 0.0) continue;
            if (given) {
                shares(i, s) = *given;
                continue;
            }
            const Mix& own = mix == mixes.end() ? all : mix->second;
            const auto found = own.find(sector);
            if (found != own.end()) shares(i, s) = found->second.share();
        }
    }
    return shares;
}

}  // namespace entente
