#include <map>
#include <set>

#include "entente/source/aei_deals.hpp"
#include "entente/source/aiddata_country_years.hpp"
#include "entente/source/world_bank_gdp.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_codes.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"

namespace entente::detail {
namespace {

constexpr double usd_per_million = 1e6;
constexpr int shipped_digits = 7;

struct Amount {
    double musd = 0.0;
    int records = 0;
};

/// [economy, year]
using Yearly = std::map<std::pair<std::string, int>, Amount>;

struct Published {
    Yearly amounts;
    /// Economies in the publisher's scope, with or without an amount.
    std::set<std::string> scope;
};

/// The tracker lists deals anywhere in the world: an economy without one had none.
Published read_aei(const LayerRecipe& recipe) {
    Published aei;
    const auto file = recipe.file("aei");
    PublisherNames names(recipe, "aei_names", file);
    for (const LayerEconomy& economy : read_layer_economies(recipe)) {
        aei.scope.insert(economy.iso3);
    }
    for (const AeiDeal& deal : read_aei_deals(file, recipe.problems)) {
        const auto code = names.code(deal.country);
        if (!code) continue;
        aei.scope.insert(*code);
        Amount& amount = aei.amounts[{*code, deal.year}];
        amount.musd += deal.amount;
        ++amount.records;
    }
    aei.scope.erase("CHN");
    return aei;
}

/// The data set covers recipients of aid: an economy that never received is outside its scope.
Published read_aiddata(const LayerRecipe& recipe) {
    Published aiddata;
    const auto file = recipe.file("aiddata");
    CowNumbers numbers(recipe, file);
    for (const AidDataYear& row : read_aiddata_country_years(file, recipe.problems)) {
        const auto code = numbers.code(row.cow_code);
        if (!code) continue;
        aiddata.scope.insert(*code);
        Amount& amount = aiddata.amounts[{*code, row.year}];
        amount.musd += (row.aid + row.other + row.vague) / usd_per_million;
        ++amount.records;
    }
    return aiddata;
}

using GdpByYear = std::map<std::pair<std::string, int>, double>;

/// Mean of the years that are published; not a number without any.
double mean_gdp(const GdpByYear& gdp, const std::string& economy, int first, int last) {
    double sum = 0.0;
    int count = 0;
    for (int year = first; year <= last; ++year) {
        const auto found = gdp.find({economy, year});
        if (found == gdp.end()) continue;
        sum += found->second;
        ++count;
    }
    if (count == 0) return std::numeric_limits<double>::quiet_NaN();
    return significant(sum / count / usd_per_million, shipped_digits);
}

}  // namespace

std::vector<LayerTable> build_finance(const LayerRecipe& recipe) {
    const std::map<std::string, Published> published{{"aei", read_aei(recipe)},
                                                     {"aiddata", read_aiddata(recipe)}};
    GdpByYear gdp;
    for (const WorldBankGdp& row : read_world_bank_gdp(recipe.file("gdp"), recipe.problems)) {
        gdp[{row.country, row.year}] = row.value;
    }
    LayerRows windows("finance", "windows");
    LayerRows sums("finance", "sums");
    for (const RecipeTable& window : recipe.table.tables("window")) {
        const std::string publisher = window.text("publisher");
        const std::string code = window.text("code");
        const int first = static_cast<int>(window.number("first_year"));
        const int last = static_cast<int>(window.number("last_year"));
        windows.add(publisher, code, first, last, window.number("years"), window.text("unit"),
                    publisher);
        const auto found = published.find(publisher);
        if (found == published.end()) {
            window.report(ProblemKind::value_out_of_range, "publisher", publisher,
                          "aei or aiddata");
            continue;
        }
        for (const std::string& economy : found->second.scope) {
            Amount sum;
            for (int year = first; year <= last; ++year) {
                const auto amount = found->second.amounts.find({economy, year});
                if (amount == found->second.amounts.end()) continue;
                sum.musd += amount->second.musd;
                sum.records += amount->second.records;
            }
            sums.add(publisher, code, economy, significant(sum.musd, shipped_digits), sum.records,
                     mean_gdp(gdp, economy, first, last));
        }
    }
    return {windows.sorted(), sums.sorted()};
}

}  // namespace entente::detail
