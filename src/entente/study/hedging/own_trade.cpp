#include "entente/study/hedging/own_trade.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/base/sha256.hpp"
#include "entente/source/baci_sums.hpp"

namespace entente::detail {
namespace {

constexpr double not_covered = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view unit = "thousand USD";
// World trade has grown fivefold since 1995, and the next unit is a thousand times as large.
constexpr double widest_gap = 20.0;

/// What turns a unit of money into thousand current dollars; nothing for other units.
std::optional<double> thousand_dollars(std::string_view words) {
    if (words == unit) return 1.0;
    if (words == "million USD") return 1000.0;
    return {};
}

/// The bundled vintage of all goods in current dollars whose year is nearest.
const TradeVintage* nearest_vintage(const TradeTotals& totals, int year) {
    const TradeVintage* nearest = nullptr;
    for (const TradeVintage& one : totals.vintages) {
        if (one.category != "all" || !thousand_dollars(one.unit)) continue;
        const bool is_nearer =
            nearest == nullptr || std::abs(one.year - year) < std::abs(nearest->year - year);
        if (is_nearer) nearest = &one;
    }
    return nearest;
}

double sum_of(const Array2<double>& flows) {
    double sum = 0.0;
    for (const double value : flows.values()) sum += value;
    return sum;
}

void check_unit(const BaciYear& file, const BaciSums& sums, const TradeTotals& totals,
                Problems& problems) {
    const TradeVintage* known = nearest_vintage(totals, file.year);
    if (known == nullptr) return;
    const double there = known->world_exports * *thousand_dollars(known->unit);
    const double here = sum_of(sums.all);
    if (here > there / widest_gap && here < there * widest_gap) return;
    problems.add({.kind = ProblemKind::value_out_of_range,
                  .file = file.file.string(),
                  .column = "v",
                  .where = "sum of all rows",
                  .value = fmt::format("{:.3g}", here),
                  .expected = fmt::format("about {:.3g} thousand USD, world trade in goods of {}",
                                          there, known->year),
                  .fix = "values are in thousand USD and the file is of all products: check both"});
}

/// [economy of the file] exports and imports with all partners.
struct Sides {
    std::vector<double> exports;
    std::vector<double> imports;

    Sides(const Array2<double>& flows, std::size_t count)
        : exports(count, 0.0), imports(count, 0.0) {
        for (std::size_t i = 0; i < exports.size(); ++i) {
            for (std::size_t n = 0; n < exports.size(); ++n) {
                exports[i] += flows(i, n);
                imports[n] += flows(i, n);
            }
        }
    }
};

/// Positions in the totals of the economies of the files; covered are those with trade at all.
std::vector<std::optional<std::size_t>> places(const TradeTotals& totals, const Axis& economies,
                                               const Array2<double>& all) {
    const Sides sides(all, economies.size());
    std::vector<std::optional<std::size_t>> found(economies.size());
    for (std::size_t k = 0; k < economies.size(); ++k) {
        if (sides.exports[k] + sides.imports[k] > 0.0)
            found[k] = totals.economies.find(economies[k]);
    }
    return found;
}

TradeVintage vintage_of(const TradeTotals& totals, const BaciFolder& folder, const BaciSums& sums,
                        const std::string& category, const Array2<double>& flows) {
    const std::size_t count = totals.economies.size();
    TradeVintage vintage{
        .code = fmt::format("{}-{}-{}", own_trade_publisher, sums.year, category),
        .publisher = std::string(own_trade_publisher),
        .concept_text = fmt::format("goods, FOB, BACI {} {}", folder.nomenclature, folder.release),
        .year = sums.year,
        .category = category,
        .unit = std::string(unit),
        .source = std::string(own_trade_publisher),
        .trade = Array2<double>(count, count, not_covered),
        .total_exports = std::vector<double>(count, not_covered),
        .total_imports = std::vector<double>(count, not_covered),
        .world_exports = sum_of(flows)};
    const Sides sides(flows, folder.economies.size());
    const auto place = places(totals, folder.economies, sums.all);
    for (std::size_t i = 0; i < place.size(); ++i) {
        if (!place[i]) continue;
        vintage.total_exports[*place[i]] = sides.exports[i];
        vintage.total_imports[*place[i]] = sides.imports[i];
        for (std::size_t n = 0; n < place.size(); ++n) {
            if (place[n]) vintage.trade(*place[i], *place[n]) = flows(i, n);
        }
    }
    return vintage;
}

/// What was read, in words, with the hash of the sums.
LayerStamp stamp_of(const BaciFolder& folder, const std::vector<BaciSums>& sums,
                    const std::optional<Geography>& geography) {
    Sha256 hash;
    std::vector<int> years;
    std::vector<int> without_gdp;
    std::size_t mended = 0;
    for (const BaciSums& one : sums) {
        hash.add(static_cast<std::size_t>(one.year));
        hash.add(one.all.values());
        for (const auto& flows : one.by_lens) hash.add(flows.values());
        years.push_back(one.year);
        mended += one.num_mended_products;
        if (geography && !geography->gdp_of("USA", one.year)) without_gdp.push_back(one.year);
    }
    std::string name = fmt::format("own BACI {} {} of {}", folder.nomenclature, folder.release,
                                   fmt::join(years, ", "));
    if (!without_gdp.empty()) {
        name +=
            fmt::format(" (not used, because GDP is not known: {})", fmt::join(without_gdp, ", "));
    }
    if (mended > 0) name += fmt::format(" (leading zero put back in {} rows)", mended);
    return {.name = std::move(name), .content_hash = hash.hex_digest(), .sources = {"baci"}};
}

}  // namespace

void add_own_trade(const std::string& folder, LoadedLayers& layers) {
    if (folder.empty()) return;
    if (!layers.totals) throw OptionError(missing_layer("totals"));
    TradeTotals& totals = *layers.totals;
    const ProductLenses& lenses = bundled_product_lenses();
    Problems problems;
    const BaciFolder found = find_baci_folder(folder, problems);
    problems.throw_if_any();
    std::vector<BaciSums> all_sums;
    std::vector<TradeVintage> vintages;
    for (const BaciYear& file : found.years) {
        auto sums = sum_baci_year(file, found, lenses, problems);
        if (!sums) continue;
        check_unit(file, *sums, totals, problems);
        vintages.push_back(vintage_of(totals, found, *sums, "all", sums->all));
        for (std::size_t k = 0; k < lenses.names().size(); ++k) {
            vintages.push_back(
                vintage_of(totals, found, *sums, lenses.names()[k], sums->by_lens[k]));
        }
        all_sums.push_back(std::move(*sums));
    }
    problems.throw_if_any();
    std::ranges::move(vintages, std::back_inserter(totals.vintages));
    layers.stamps.push_back(stamp_of(found, all_sums, layers.geography));
}

LoadedLayers load_with_trade(const LayerSet& layers, const std::string& folder) {
    LoadedLayers loaded = load(layers);
    add_own_trade(folder, loaded);
    return loaded;
}

}  // namespace entente::detail
