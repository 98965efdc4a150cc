#include "entente/world/recipe/layer/layer_codes.hpp"

#include <fmt/format.h>

#include "entente/source/cow_codes.hpp"
#include "entente/source/iso_countries.hpp"

namespace entente::detail {

PublisherNames::PublisherNames(const LayerRecipe& recipe, std::string key,
                               std::filesystem::path file)
    : problems_(recipe.problems),
      key_(std::move(key)),
      file_(file.string()),
      codes_(recipe.table.text_table(key_)) {
    for (const IsoCountry& country : iso_countries()) codes_.emplace(country.name, country.iso3);
}

std::optional<std::string> PublisherNames::code(const std::string& name) {
    if (const auto found = codes_.find(name); found != codes_.end()) return found->second;
    if (reported_.insert(name).second) {
        problems_.add(
            {.kind = ProblemKind::unknown_economy,
             .file = file_,
             .value = name,
             .fix = fmt::format("add \"{}\" with its code to [{}] of the recipe", name, key_)});
    }
    return std::nullopt;
}

CowNumbers::CowNumbers(const LayerRecipe& recipe, std::filesystem::path file)
    : names_(recipe, "cow_extra", std::move(file)) {
    for (const CowCode& row : read_cow_codes(recipe.file("cow_codes"), recipe.problems)) {
        if (!row.cow_code.empty()) names_.add(row.cow_code, row.iso3);
    }
    for (const std::string& number : recipe.table.texts("cow_dissolved")) {
        dissolved_.insert(number);
    }
}

std::optional<std::string> CowNumbers::code(const std::string& number) {
    if (dissolved_.contains(number)) return std::nullopt;
    return names_.code(number);
}

}  // namespace entente::detail
