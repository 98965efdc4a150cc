#include "entente/world/recipe/tariffs.hpp"

#include <algorithm>
#include <numeric>

#include "entente/world/recipe/rounding.hpp"

namespace entente::detail {
namespace {

constexpr double percent = 100.0;

bool contains(const std::vector<std::string>& codes, const std::string& code) {
    return std::ranges::find(codes, code) != codes.end();
}

bool is_member(const Raw2023& raw, const std::string& group, const std::string& code,
               const Date& day) {
    return std::ranges::any_of(raw.memberships, [&](const Membership& entry) {
        return entry.group == group && entry.country == code &&
               (!entry.valid_from || *entry.valid_from <= day) &&
               (!entry.valid_to || day <= *entry.valid_to);
    });
}

/// Latest value of the series by country.
std::map<std::string, double> published_levels(const World2023Recipe& recipe, const Raw2023& raw) {
    std::map<std::string, std::pair<int, double>> latest;
    for (const WorldBankTariff& row : raw.tariffs) {
        if (row.series != recipe.tariff_levels.series || !row.value) continue;
        auto& entry = latest[row.country];
        if (row.year >= entry.first) entry = {row.year, *row.value / percent};
    }
    std::map<std::string, double> levels;
    for (const auto& [code, entry] : latest) levels[code] = entry.second;
    return levels;
}

/// Tariffs of 2005 of the cp2015 importers: by goods sector, plain means over exporters, and in
/// all, weighted by imports.
struct Tariffs2005 {
    std::map<std::string, std::vector<double>> by_sector;
    std::map<std::string, double> mean;
    /// Shape of importers without tariffs of their own there: mean of the shapes of all but the
    /// United States.
    std::vector<double> common_shape;
};

void add_common_shape(Tariffs2005& tariffs, std::size_t num_goods) {
    tariffs.common_shape.assign(num_goods, 0.0);
    for (const auto& [importer, rates] : tariffs.by_sector) {
        const double sum = std::accumulate(rates.begin(), rates.end(), 0.0);
        if (importer == us_code || sum <= 0.0) continue;
        for (std::size_t s = 0; s < num_goods; ++s) tariffs.common_shape[s] += rates[s] / sum;
    }
}

Tariffs2005 tariffs_2005(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw) {
    const auto places = sectors_of_cp2015(recipe);
    std::map<std::string, std::vector<double>> count;
    std::map<std::string, double> duty, imports;
    Tariffs2005 tariffs;
    for (const Cp2015Tariff& row : raw.cp2015_tariffs) {
        if (row.importer == row.exporter) continue;
        auto& rates = tariffs.by_sector[row.importer];
        rates.resize(frame.num_goods);
        count[row.importer].resize(frame.num_goods);
        for (const std::size_t s : places.at(row.sector)) {
            if (!frame.is_goods(s)) continue;
            rates[s] += row.tariff_2005 / percent;
            count[row.importer][s] += 1.0;
        }
        duty[row.importer] += row.imports * row.tariff_2005 / percent;
        imports[row.importer] += row.imports;
    }
    for (auto& [importer, rates] : tariffs.by_sector) {
        for (std::size_t s = 0; s < rates.size(); ++s) {
            if (count[importer][s] > 0.0) rates[s] /= count[importer][s];
        }
        tariffs.mean[importer] = imports[importer] > 0.0 ? duty[importer] / imports[importer] : 0.0;
    }
    add_common_shape(tariffs, frame.num_goods);
    return tariffs;
}

/// [i, n] share of n's duty on goods from i that agreements in force leave.
Array2<double> remaining_duty(const World2023Recipe& recipe, const Frame& frame,
                              const Raw2023& raw) {
    const auto parties = [&](const std::string& code) {
        std::vector<std::size_t> members;
        for (std::size_t n = 0; n < frame.num_countries(); ++n) {
            const std::string& country = frame.countries[n];
            if (country == code || is_member(raw, code, country, recipe.agreements_day)) {
                members.push_back(n);
            }
        }
        return members;
    };
    Array2<double> remaining(frame.num_countries(), frame.num_countries(), 1.0);
    for (const Agreement& agreement : raw.agreements) {
        if (agreement.year_in_force > int(recipe.agreements_day.year())) continue;
        for (const std::size_t a : parties(agreement.party_a)) {
            for (const std::size_t b : parties(agreement.party_b)) {
                remaining(a, b) = std::min(remaining(a, b), agreement.duty_remaining);
                remaining(b, a) = std::min(remaining(b, a), agreement.duty_remaining);
            }
        }
    }
    return remaining;
}

// [eq:tariff-shape]  t[s] = level q[s] sum_s M[s] / sum_s q[s] M[s]
//
// q: shape of the sectors in 2005; M: what the importers, one country or a customs union, buy from
// others, so that the mean weighted by it is the level.
std::vector<double> rates_of(const Frame& frame, const std::vector<std::size_t>& importers,
                             double level, const std::vector<double>& shape,
                             const Array3<double>& flow) {
    double imports = 0.0;
    double shaped = 0.0;
    for (const std::size_t n : importers) {
        for (std::size_t i = 0; i < frame.num_countries(); ++i) {
            if (std::ranges::find(importers, i) != importers.end()) continue;
            for (std::size_t s = 0; s < frame.num_goods; ++s) {
                imports += flow(i, n, s);
                shaped += shape[s] * flow(i, n, s);
            }
        }
    }
    std::vector<double> rates(shape);
    for (double& rate : rates) rate *= shaped > 0.0 ? level * imports / shaped : 0.0;
    return rates;
}

/// Mean of the tariffs of 2005 of the importers that have some; else the common shape.
std::vector<double> shape_of(const Frame& frame, const std::vector<std::size_t>& importers,
                             const Tariffs2005& of_2005) {
    std::vector<double> shape(frame.num_goods);
    for (const std::size_t n : importers) {
        const auto own = of_2005.by_sector.find(frame.countries[n]);
        if (own == of_2005.by_sector.end()) continue;
        for (std::size_t s = 0; s < shape.size(); ++s) shape[s] += own->second[s];
    }
    const bool has_own = std::ranges::any_of(shape, [](double rate) { return rate > 0.0; });
    return has_own ? shape : of_2005.common_shape;
}

}  // namespace

TariffLevels tariff_levels(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                           Problems& problems) {
    const RecipeTariffLevels& choice = recipe.tariff_levels;
    const auto published = published_levels(recipe, raw);
    const Tariffs2005 of_2005 = tariffs_2005(recipe, frame, raw);
    const auto mean_of = [&](const std::vector<std::string>& codes) {
        double sum = 0.0;
        double count = 0.0;
        for (const std::string& code : codes) {
            const auto found = published.find(code);
            if (found == published.end()) continue;
            sum += found->second;
            count += 1.0;
        }
        return count > 0.0 ? sum / count : 0.0;
    };
    std::vector<std::string> members;
    for (const Membership& entry : raw.memberships) {
        if (entry.group == recipe.census.union_group) members.push_back(entry.country);
    }
    TariffLevels levels{std::vector<double>(frame.num_countries()),
                        std::vector<bool>(frame.num_countries(), true)};
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        const std::string& code = frame.countries[n];
        const auto like = std::ranges::find_if(
            choice.like_others, [&](const auto& entry) { return entry.first == code; });
        if (const auto stated = choice.stated.find(code); stated != choice.stated.end()) {
            levels.level[n] = stated->second;
        } else if (contains(choice.from_cp2015, code) && of_2005.mean.contains(code)) {
            levels.level[n] = of_2005.mean.at(code) * recipe.assumed("tariff_cp2015_factor");
        } else if (like != choice.like_others.end()) {
            levels.level[n] = mean_of(like->second);
        } else if (contains(members, code)) {
            levels.level[n] = mean_of(members);
            levels.is_estimated[n] = false;
        } else if (const auto own = published.find(code); own != published.end()) {
            levels.level[n] = own->second;
            levels.is_estimated[n] = false;
        } else if (code == us_code) {
            levels.is_estimated[n] = false;
        } else {
            problems.add({.kind = ProblemKind::missing_row,
                          .file = recipe.files.tariffs.string(),
                          .where = code,
                          .expected = "a level in the file, or one stated in tariff_levels"});
        }
    }
    return levels;
}

Array3<double> tariff_rates(const World2023Recipe& recipe, const Frame& frame, const Raw2023& raw,
                            const TariffLevels& levels, const UsImports& us_imports,
                            const Array3<double>& goods_flow) {
    const Tariffs2005 of_2005 = tariffs_2005(recipe, frame, raw);
    const Array2<double> remaining = remaining_duty(recipe, frame, raw);
    Array3<double> tariff(frame.num_countries(), frame.num_countries(), frame.num_sectors());
    std::vector<std::size_t> customs_union;
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        if (is_member(raw, recipe.census.union_group, frame.countries[n], recipe.agreements_day)) {
            customs_union.push_back(n);
        }
    }
    for (std::size_t n = 0; n < frame.num_countries(); ++n) {
        const bool is_us = frame.countries[n] == us_code;
        const bool in_union = std::ranges::find(customs_union, n) != customs_union.end();
        const std::vector<std::size_t> importers =
            in_union ? customs_union : std::vector<std::size_t>{n};
        const std::vector<double> rates = rates_of(frame, importers, levels.level[n],
                                                   shape_of(frame, importers, of_2005), goods_flow);
        for (std::size_t i = 0; i < frame.num_countries(); ++i) {
            for (std::size_t s = 0; i != n && s < frame.num_goods; ++s) {
                const double imports = us_imports.imports(i, s);
                const double collected = imports > 0.0 ? us_imports.duty(i, s) / imports : 0.0;
                tariff(i, n, s) =
                    rounded(is_us ? collected : rates[s] * remaining(i, n), six_decimals);
            }
        }
    }
    return tariff;
}

}  // namespace entente::detail
