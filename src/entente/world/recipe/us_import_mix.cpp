#include "entente/world/recipe/us_import_mix.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace entente::detail {
namespace {

constexpr double usd_per_million = 1e6;

/// Products of one partner in one chapter, summed to sectors.
struct ChapterSplit {
    std::vector<double> imports, duty;
    double total = 0.0;
};

class ChapterSplits {
  public:
    ChapterSplits(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw)
        : num_goods_(frame.num_goods) {
        const auto gtap_places = sectors_of_gtap(recipe);
        std::map<std::string, std::size_t> sector_of_product;
        for (const Hs6GtapSector& row : raw.hs6_gtap_sectors) {
            const auto found = gtap_places.find(row.gtap);
            if (found != gtap_places.end()) sector_of_product[row.product] = found->second;
        }
        std::set<std::string> in_union;
        for (const CensusCountry& row : raw.census_countries) {
            const bool is_member = std::ranges::any_of(raw.memberships, [&](const auto& entry) {
                return entry.group == recipe.census.union_group && entry.country == row.iso3;
            });
            if (is_member) in_union.insert(row.partner);
        }
        for (const CensusImportsHs6& row : raw.us_imports_hs6) {
            const auto found = sector_of_product.find(row.product);
            if (found == sector_of_product.end()) continue;
            const std::string chapter = row.product.substr(0, 2);
            add(own_[{row.partner, chapter}], found->second, row);
            // The Union's row holds its members already.
            if (!in_union.contains(row.partner)) add(all_[chapter], found->second, row);
        }
    }

    /// Nothing if no partner has a product with a sector in the chapter.
    const ChapterSplit* find(const std::string& partner, const std::string& union_code,
                             bool in_union, const std::string& chapter) const {
        if (const ChapterSplit* own = own_split(partner, chapter)) return own;
        if (in_union) {
            if (const ChapterSplit* joint = own_split(union_code, chapter)) return joint;
        }
        const auto found = all_.find(chapter);
        return found == all_.end() || found->second.total <= 0.0 ? nullptr : &found->second;
    }

  private:
    void add(ChapterSplit& split, std::size_t s, const CensusImportsHs6& row) const {
        split.imports.resize(num_goods_);
        split.duty.resize(num_goods_);
        split.imports[s] += row.imports;
        split.duty[s] += row.duty;
        split.total += row.imports;
    }

    const ChapterSplit* own_split(const std::string& partner, const std::string& chapter) const {
        const auto found = own_.find({partner, chapter});
        return found == own_.end() || found->second.total <= 0.0 ? nullptr : &found->second;
    }

    std::size_t num_goods_;
    std::map<std::pair<std::string, std::string>, ChapterSplit> own_;
    std::map<std::string, ChapterSplit> all_;
};

void add_chapter(const CensusImportsHs2& row, const ChapterSplit& split, std::size_t n,
                 UsImports& result) {
    const std::size_t num_goods = result.imports.columns();
    std::vector<double> duty(num_goods);
    for (std::size_t s = 0; s < num_goods; ++s) {
        const double imports = row.imports * split.imports[s] / split.total;
        result.imports(n, s) += imports / usd_per_million;
        if (split.imports[s] > 0.0) duty[s] = imports * split.duty[s] / split.imports[s];
    }
    const double expected = std::accumulate(duty.begin(), duty.end(), 0.0);
    for (std::size_t s = 0; s < num_goods; ++s) {
        const double share = expected > 0.0 ? duty[s] / expected : split.imports[s] / split.total;
        result.duty(n, s) += row.duty * share / usd_per_million;
    }
}

}  // namespace

UsImports us_import_mix(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw) {
    const ChapterSplits splits(recipe, frame, raw);
    std::map<std::string, std::string> iso3_of;
    for (const CensusCountry& row : raw.census_countries) iso3_of[row.partner] = row.iso3;
    std::set<std::string> members;
    for (const Membership& entry : raw.memberships) {
        if (entry.group == recipe.census.union_group) members.insert(entry.country);
    }
    UsImports result{.imports = Array2<double>(frame.num_countries(), frame.num_goods),
                     .duty = Array2<double>(frame.num_countries(), frame.num_goods)};
    for (const CensusImportsHs2& row : raw.us_imports_hs2) {
        if (row.partner == recipe.census.union_code) continue;
        const std::string& iso3 = iso3_of[row.partner];
        const ChapterSplit* split =
            splits.find(row.partner, recipe.census.union_code, members.contains(iso3), row.chapter);
        if (split) {
            add_chapter(row, *split, frame.country_or_rest(iso3), result);
        } else {
            result.without_sector += row.imports / usd_per_million;
        }
    }
    return result;
}

}  // namespace entente::detail
