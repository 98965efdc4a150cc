#include <array>
#include <limits>
#include <set>

#include "entente/source/campos_goods_totals.hpp"
#include "entente/source/cepii_baci_totals.hpp"
#include "entente/source/cow_codes.hpp"
#include "entente/source/itpde_totals.hpp"
#include "entente/source/unctad_trade_matrix.hpp"
#include "entente/source/wto_manufacturing_trade.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"
#include "entente/world/recipe/layer/panel_tables.hpp"

namespace entente::detail {
namespace {

constexpr std::array<std::string_view, 3> powers{"USA", "CHN", "RUS"};
constexpr int shipped_digits = 4;

/// Exports plus imports of each economy in one year, and those with each power.
class YearTrade {
  public:
    void add(const std::string& exporter, const std::string& importer, double value) {
        for (std::size_t p = 0; p < powers.size(); ++p) {
            if (exporter == powers[p]) covers_[p] = true;
        }
        if (exporter == importer) return;
        add_side(exporter, importer, value);
        add_side(importer, exporter, value);
    }

    /// Not a number where the publisher does not have the power, or no trade of the economy.
    double share(const std::string& economy, std::size_t power) const {
        const Sums& sums = economies_.at(economy);
        if (!covers_[power] || sums.all <= 0.0) return std::numeric_limits<double>::quiet_NaN();
        return significant(sums.with[power] / sums.all, shipped_digits);
    }
    std::vector<std::string> economies() const {
        std::vector<std::string> codes;
        for (const auto& [code, sums] : economies_) codes.push_back(code);
        return codes;
    }

  private:
    struct Sums {
        double all = 0.0;
        std::array<double, powers.size()> with{};
    };
    void add_side(const std::string& economy, const std::string& partner, double value) {
        Sums& sums = economies_[economy];
        sums.all += value;
        for (std::size_t p = 0; p < powers.size(); ++p) {
            if (partner == powers[p]) sums.with[p] += value;
        }
    }
    std::map<std::string, Sums> economies_;
    std::array<bool, powers.size()> covers_{};
};

/// Rows of the first publisher that has a state in a year.
class ShareRows {
  public:
    explicit ShareRows(const LayerRecipe& recipe) {
        for (const CowCode& row : read_cow_codes(recipe.file("cow_codes"), recipe.problems)) {
            if (!row.cow_code.empty() && row.iso3 != "USA") states_.insert(row.iso3);
        }
    }

    void add(const std::string& publisher, int year, const YearTrade& trade) {
        for (const std::string& code : trade.economies()) {
            if (!states_.contains(code) || !taken_.emplace(code, year).second) continue;
            rows_.add(code, year, publisher, trade.share(code, 0), trade.share(code, 1),
                      trade.share(code, 2));
        }
    }

    template <class Row>
    void add_all(const std::string& publisher, int year, const std::vector<Row>& rows) {
        YearTrade trade;
        for (const Row& row : rows) trade.add(row.exporter, row.importer, row.value);
        add(publisher, year, trade);
    }

    LayerTable sorted() const { return rows_.sorted(); }

  private:
    std::set<std::string> states_;
    std::set<std::pair<std::string, int>> taken_;
    LayerRows rows_{"panel", "trade_shares"};
};

void add_manufacturing(const PanelRecipe& panel, ShareRows& shares) {
    const int last = static_cast<int>(panel.recipe.table.number("last_manufacturing_year"));
    const auto file = panel.recipe.file("manufacturing");
    PublisherNames names(panel.recipe, "manufacturing_codes", file);
    for (const CowCode& row :
         read_cow_codes(panel.recipe.file("cow_codes"), panel.recipe.problems)) {
        names.add(row.iso3, row.iso3);
    }
    std::map<int, YearTrade> years;
    for (const ManufacturingTrade& row : read_manufacturing_trade(file, panel.recipe.problems)) {
        const auto exporter = names.code(row.exporter);
        const auto importer = names.code(row.importer);
        if (row.year > last || !exporter || !importer) continue;
        years[row.year].add(*exporter, *importer, row.value);
    }
    for (const auto& [year, trade] : years) shares.add("agtpa", year, trade);
}

void add_unctad(const PanelRecipe& panel, ShareRows& shares) {
    YearTrade trade;
    constexpr int year = 1995;
    for (const UnctadTrade& row :
         read_unctad_trade_matrix(panel.recipe.file("unctad"), year, panel.recipe.problems)) {
        if (row.section == "All") trade.add(row.exporter, row.importer, row.value);
    }
    shares.add("unctad", year, trade);
}

void add_itpde(const PanelRecipe& panel, ShareRows& shares) {
    std::map<int, YearTrade> years;
    for (const ItpdeTotal& row :
         read_itpde_totals(panel.recipe.file("itpde"), panel.recipe.problems)) {
        years[row.year].add(row.exporter, row.importer, row.value);
    }
    for (const auto& [year, trade] : years) shares.add("itpde", year, trade);
}

}  // namespace

LayerTable panel_trade_shares(const PanelRecipe& panel) {
    const LayerRecipe& recipe = panel.recipe;
    ShareRows shares(recipe);
    add_manufacturing(panel, shares);
    add_unctad(panel, shares);
    add_itpde(panel, shares);
    shares.add_all("campos", 2019, read_campos_totals(recipe.file("campos"), recipe.problems));
    shares.add_all("baci", 2023, read_baci_totals(recipe.file("baci"), recipe.problems));
    return shares.sorted();
}

}  // namespace entente::detail
