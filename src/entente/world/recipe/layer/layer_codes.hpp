#pragma once

// From the names and numbers by which publishers call economies to alpha-3 codes. What cannot be
// matched is reported once, with what to add to the recipe.

#include <map>
#include <optional>
#include <set>
#include <string>

#include "entente/world/recipe/layer/layer_recipe.hpp"

namespace entente::detail {

/// Names of one publisher: those of ISO 3166, and others under a key of the recipe.
class PublisherNames {
  public:
    /// @param key  table of the recipe with `"Name" = "CODE"`, which goes before ISO 3166.
    /// @param file the file that problems name.
    PublisherNames(const LayerRecipe& recipe, std::string key, std::filesystem::path file);

    /// A further name; one of the recipe stays.
    void add(const std::string& name, const std::string& code) { codes_.emplace(name, code); }
    /// Nothing for a name that is not known, which is reported at its first use.
    std::optional<std::string> code(const std::string& name);

  private:
    Problems& problems_;
    std::string key_;
    std::string file_;
    std::map<std::string, std::string> codes_;
    std::set<std::string> reported_;
};

/// Numbers of states in the Correlates of War project, by the cross-walk of the recipe's file
/// cow_codes, its table cow_extra, and its list cow_dissolved of states that are left out.
class CowNumbers {
  public:
    CowNumbers(const LayerRecipe& recipe, std::filesystem::path file);

    /// Nothing for a dissolved state, and for a number that is not known, which is reported.
    std::optional<std::string> code(const std::string& number);

  private:
    PublisherNames names_;
    std::set<std::string> dissolved_;
};

}  // namespace entente::detail
