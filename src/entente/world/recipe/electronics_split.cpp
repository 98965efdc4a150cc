#include "entente/world/recipe/electronics_split.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::detail {
namespace {

// [eq:split-share]  a[n] = u a_us[n] + (1 - u) a_all,  u = min(1, imports[n] / full weight)
Array2<double> export_shares(const World2023Recipe& recipe, const Frame& frame,
                             const UsImports& us_imports) {
    const double full_weight = recipe.assumed("split_full_weight");
    Array2<double> shares(frame.num_countries(), frame.splits.size());
    for (std::size_t k = 0; k < frame.splits.size(); ++k) {
        const Frame::Split& split = frame.splits[k];
        double all_first = 0.0;
        double all = 0.0;
        for (std::size_t n = 0; n < frame.num_countries(); ++n) {
            all_first += us_imports.imports(n, split.first);
            all += us_imports.imports(n, split.first) + us_imports.imports(n, split.second);
        }
        for (std::size_t n = 0; n < frame.num_countries(); ++n) {
            const double first = us_imports.imports(n, split.first);
            const double both = first + us_imports.imports(n, split.second);
            const double weight = std::min(1.0, both / full_weight);
            const double own = both > 0.0 ? first / both : 0.0;
            shares(n, k) = weight * own + (1.0 - weight) * all_first / all;
        }
    }
    return shares;
}

/// Spending on the split inputs [split, of the first or second, using sector].
Array3<double> reference_spending(const World2023Recipe& recipe, const Frame& frame,
                                  const Raw2023& raw) {
    const auto places = sectors_of_cp2015(recipe);
    std::map<std::pair<std::string, std::string>, double> inputs_bought;
    for (const Cp2015Output& row : raw.cp2015_output) {
        inputs_bought[{row.country, row.sector}] = row.gross_output * (1.0 - row.value_added_share);
    }
    Array3<double> spending(frame.splits.size(), 2, frame.num_sectors());
    for (const Cp2015Input& row : raw.cp2015_inputs) {
        if (std::ranges::find(recipe.split_reference, row.country) ==
            recipe.split_reference.end()) {
            continue;
        }
        const double value =
            std::max(row.share * inputs_bought[{row.country, row.using_sector}], 0.0);
        for (std::size_t k = 0; k < frame.splits.size(); ++k) {
            for (const std::size_t s : places.at(row.input_sector)) {
                const bool is_first = s == frame.splits[k].first;
                if (!is_first && s != frame.splits[k].second) continue;
                for (const std::size_t r : places.at(row.using_sector)) {
                    spending(k, is_first ? 0 : 1, r) += value;
                }
            }
        }
    }
    return spending;
}

// [eq:user-odds]  o[r] = ( first[r] / second[r] ) / ( sum_r first[r] / sum_r second[r] )
Array2<double> user_odds(const Array3<double>& spending) {
    const auto [num_splits, two, num_sectors] = spending.shape();
    Array2<double> odds(num_splits, num_sectors, 1.0);
    for (std::size_t k = 0; k < num_splits; ++k) {
        double first = 0.0;
        double second = 0.0;
        for (std::size_t r = 0; r < num_sectors; ++r) {
            first += spending(k, 0, r);
            second += spending(k, 1, r);
        }
        for (std::size_t r = 0; r < num_sectors; ++r) {
            if (spending(k, 0, r) <= 0.0 || spending(k, 1, r) <= 0.0) continue;
            odds(k, r) = spending(k, 0, r) / spending(k, 1, r) * second / first;
        }
    }
    return odds;
}

}  // namespace

SectorSplits sector_splits(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                           const UsImports& us_imports) {
    SectorSplits splits{.exports = export_shares(recipe, frame, us_imports),
                        .domestic = Array2<double>(frame.num_wiod(), frame.splits.size()),
                        .user_odds = user_odds(reference_spending(recipe, frame, raw))};
    const std::size_t home = frame.countries.at(us_code);
    for (std::size_t k = 0; k < frame.splits.size(); ++k) {
        const std::string name =
            fmt::format("split_{}_{}", frame.sectors[frame.splits[k].first], us_code);
        splits.exports(home, k) = recipe.assumed(name + "_exports");
        for (std::size_t w = 0; w < frame.num_wiod(); ++w) {
            splits.domestic(w, k) = splits.exports(frame.economy_of[w], k);
        }
        splits.domestic(frame.wiod_of[home], k) = recipe.assumed(name + "_domestic");
    }
    return splits;
}

Array3<double> flows_by_sector(const Frame& frame, const WiodFlows& flows,
                               const SectorSplits& splits) {
    Array3<double> by_sector(frame.num_wiod(), frame.num_wiod(), frame.num_sectors());
    for (std::size_t w = 0; w < frame.num_wiod(); ++w) {
        for (std::size_t v = 0; v < frame.num_wiod(); ++v) {
            for (std::size_t c = 0; c < frame.wiod_sectors.size(); ++c) {
                by_sector(w, v, frame.sectors_of_wiod[c].front()) += flows.flow(w, v, c);
            }
            for (std::size_t k = 0; k < frame.splits.size(); ++k) {
                const Frame::Split& split = frame.splits[k];
                const double share =
                    w == v ? splits.domestic(w, k) : splits.exports(frame.economy_of[w], k);
                by_sector(w, v, split.first) = flows.flow(w, v, split.wiod) * share;
                by_sector(w, v, split.second) = flows.flow(w, v, split.wiod) * (1.0 - share);
            }
        }
    }
    return by_sector;
}

}  // namespace entente::detail
