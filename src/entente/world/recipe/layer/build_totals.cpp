#include <map>

#include "entente/source/campos_goods_totals.hpp"
#include "entente/source/cepii_baci_totals.hpp"
#include "entente/source/icio_goods_totals.hpp"
#include "entente/source/itpde_totals.hpp"
#include "entente/source/unctad_trade_matrix.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"

namespace entente::detail {
namespace {

constexpr int shipped_digits = 5;

using Pair = std::pair<std::string, std::string>;

/// Trade of one vintage, own sales left out.
struct VintageTrade {
    std::map<Pair, double> pairs;
    std::map<std::string, double> exports;
    std::map<std::string, double> imports;

    void add(const std::string& exporter, const std::string& importer, double value) {
        // Named, so that an economy that trades with nobody abroad is still covered.
        exports[exporter] += 0.0;
        imports[importer] += 0.0;
        if (exporter == importer) return;
        pairs[{exporter, importer}] += value;
        exports[exporter] += value;
        imports[importer] += value;
    }
};

using Vintages = std::map<std::string, VintageTrade>;

/// What a recipe says of the vintages of one publisher.
struct PublisherText {
    std::string publisher, concept_text, unit, source;
};

PublisherText publisher_text(const RecipeTable& entry) {
    return {entry.text("publisher"), entry.text("concept"), entry.text("unit"),
            entry.text("source")};
}

class TotalsBuilder {
  public:
    explicit TotalsBuilder(const LayerRecipe& recipe)
        : economies_(read_layer_economies(recipe)), axis_(axis_of(economies_)) {}

    void add_vintage(const std::string& code, const PublisherText& text, int year,
                     const std::string& category, const VintageTrade& trade) {
        vintages_.add(code, text.publisher, text.concept_text, year, category, text.unit,
                      text.source);
        // An economy counts as covered if the publisher has both sides of its trade.
        double world = 0.0;
        for (const auto& [iso3, value] : trade.exports) world += value;
        totals_.add(code, "WLD", significant(world, shipped_digits + 2),
                    significant(world, shipped_digits + 2));
        for (const LayerEconomy& economy : economies_) {
            const auto exports = trade.exports.find(economy.iso3);
            const auto imports = trade.imports.find(economy.iso3);
            if (exports == trade.exports.end() || imports == trade.imports.end()) continue;
            totals_.add(code, economy.iso3, significant(exports->second, shipped_digits + 2),
                        significant(imports->second, shipped_digits + 2));
        }
        for (const auto& [pair, value] : trade.pairs) {
            if (value <= 0.0 || !axis_.contains(pair.first) || !axis_.contains(pair.second)) {
                continue;
            }
            pairs_.add(code, pair.first, pair.second, significant(value, shipped_digits));
        }
    }

    std::vector<LayerTable> tables() {
        LayerRows economies("totals", "economies");
        for (const LayerEconomy& economy : economies_) {
            economies.add(economy.iso3, economy.in_panel);
        }
        return {vintages_.sorted(), economies.sorted(), totals_.sorted(), pairs_.sorted()};
    }

  private:
    std::vector<LayerEconomy> economies_;
    Axis axis_;
    LayerRows vintages_{"totals", "vintages"};
    LayerRows totals_{"totals", "country_totals"};
    LayerRows pairs_{"totals", "trade"};
};

void add_unctad(const LayerRecipe& recipe, const PublisherText& text, TotalsBuilder& builder) {
    const RecipeTable categories = recipe.table.table("unctad_categories");
    for (const double year : {1995.0, 2005.0, 2015.0}) {
        const auto rows = read_unctad_trade_matrix(recipe.file("unctad"), static_cast<int>(year),
                                                   recipe.problems);
        for (const std::string& category : categories.keys()) {
            const std::vector<std::string> sections = categories.texts(category);
            VintageTrade trade;
            for (const UnctadTrade& row : rows) {
                if (std::ranges::find(sections, row.section) == sections.end()) continue;
                trade.add(row.exporter, row.importer, row.value);
            }
            const std::string code = "unctad-" + std::to_string(static_cast<int>(year));
            builder.add_vintage(category == "all" ? code : code + "-" + category, text,
                                static_cast<int>(year), category, trade);
        }
    }
}

void add_itpde(const LayerRecipe& recipe, const PublisherText& text, TotalsBuilder& builder) {
    std::map<int, VintageTrade> years;
    for (const ItpdeTotal& row : read_itpde_totals(recipe.file("itpde"), recipe.problems)) {
        years[row.year].add(row.exporter, row.importer, row.value);
    }
    for (const auto& [year, trade] : years) {
        builder.add_vintage("itpde-" + std::to_string(year), text, year, "all", trade);
    }
}

template <class Row>
VintageTrade trade_of(const std::vector<Row>& rows) {
    VintageTrade trade;
    for (const Row& row : rows) trade.add(row.exporter, row.importer, row.value);
    return trade;
}

}  // namespace

std::vector<LayerTable> build_totals(const LayerRecipe& recipe) {
    TotalsBuilder builder(recipe);
    const RecipeTable publishers = recipe.table.table("publisher");
    const auto text_of = [&](const char* key) { return publisher_text(publishers.table(key)); };
    add_unctad(recipe, text_of("unctad"), builder);
    add_itpde(recipe, text_of("itpde"), builder);
    builder.add_vintage("icio-2018", text_of("icio"), 2018, "all",
                        trade_of(read_icio_goods_totals(recipe.file("icio"), recipe.problems)));
    builder.add_vintage("campos-2019", text_of("campos"), 2019, "all",
                        trade_of(read_campos_totals(recipe.file("campos"), recipe.problems)));
    builder.add_vintage("baci-2023", text_of("baci"), 2023, "all",
                        trade_of(read_baci_totals(recipe.file("baci"), recipe.problems)));
    return builder.tables();
}

}  // namespace entente::detail
