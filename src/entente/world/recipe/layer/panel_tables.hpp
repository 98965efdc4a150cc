#pragma once

// Tables of the layer `panel`, by what they are made from.

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "entente/world/recipe/layer/layer_codes.hpp"
#include "entente/world/recipe/layer/layer_recipe.hpp"

namespace entente::detail {

/// A recipe of the panel, and the codes of states in its files.
struct PanelRecipe {
    const LayerRecipe& recipe;
    int first_year = 0;
    int last_year = 0;

    explicit PanelRecipe(const LayerRecipe& layer_recipe);
    bool covers(int year) const { return year >= first_year && year <= last_year; }
};

/// Numbers by Gleditsch and Ward: those of the Correlates of War project but for the recipe's table
/// `gw_extra`, such as Yemen, whose number there is that of the Yemen Arab Republic here.
class GwNumbers {
  public:
    GwNumbers(const LayerRecipe& recipe, const std::filesystem::path& file);
    std::optional<std::string> code(const std::string& number);

  private:
    std::map<std::string, std::string> extra_;
    CowNumbers cow_;
};

/// Obligations with each power by kind, carried on with the listed accessions.
LayerTable panel_obligations(const PanelRecipe& panel);
/// Pairs of states with a defence obligation by year, and how many of them end. No pair is kept.
LayerTable panel_pact_totals(const PanelRecipe& panel);
LayerTable panel_conflicts(const PanelRecipe& panel);
LayerTable panel_rivalries(const PanelRecipe& panel);
LayerTable panel_trade_shares(const PanelRecipe& panel);

}  // namespace entente::detail
