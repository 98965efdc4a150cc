#include "entente/world/recipe/us_import_mix.hpp"

#include <gmock/gmock.h>

#include "support/tiny_recipe.hpp"

namespace entente::detail {
namespace {

using entente::testing::tiny_frame;
using entente::testing::tiny_recipe;

/// Chapter 85: CHN sells 300 of ELE (duty 3) and 100 of EEQ (duty 9); the Union 10 and 30.
Raw2023 raw_imports() {
    Raw2023 raw;
    raw.census_countries = {{"5700", "CHN"}, {"5180", "QAT"}, {"4280", "DEU"}};
    raw.memberships = {{.group = "EU27", .country = "DEU"}};
    raw.hs6_gtap_sectors = {{"854231", "ele"}, {"850440", "eeq"}, {"100190", "wht"}};
    raw.us_imports_hs6 = {{"5700", "854231", 300e6, 3e6},
                          {"5700", "850440", 100e6, 9e6},
                          {"0003", "854231", 10e6, 0.0},
                          {"0003", "850440", 30e6, 0.0}};
    return raw;
}

UsImports mix_of(const std::vector<CensusImportsHs2>& rows) {
    const World2023Recipe recipe = tiny_recipe();
    Raw2023 raw = raw_imports();
    raw.us_imports_hs2 = rows;
    return us_import_mix(recipe, tiny_frame(recipe), raw);
}

constexpr std::size_t chn = 1, qat = 4, row = 5;
constexpr std::size_t ele = 1, eeq = 2;

TEST(UsImportMix, a_partner_with_products_keeps_its_own_split_and_duties) {
    const UsImports mix = mix_of({{"5700", "85", 800e6, 24e6}});

    EXPECT_DOUBLE_EQ(mix.imports(chn, ele), 600.0);
    EXPECT_DOUBLE_EQ(mix.imports(chn, eeq), 200.0);
    // Duty is divided 3 to 9, as the products' duties are.
    EXPECT_DOUBLE_EQ(mix.duty(chn, ele), 6.0);
    EXPECT_DOUBLE_EQ(mix.duty(chn, eeq), 18.0);
}

TEST(UsImportMix, a_member_of_the_union_has_the_unions_split) {
    const UsImports mix = mix_of({{"4280", "85", 40e6, 4e6}});

    // DEU is not named in the tiny recipe: it is part of the rest of the world.
    EXPECT_DOUBLE_EQ(mix.imports(row, ele), 10.0);
    EXPECT_DOUBLE_EQ(mix.imports(row, eeq), 30.0);
    // The Union's products pay nothing, so the duty follows imports.
    EXPECT_DOUBLE_EQ(mix.duty(row, eeq), 3.0);
}

TEST(UsImportMix, a_partner_without_products_has_the_split_of_all) {
    const UsImports mix = mix_of({{"5180", "85", 44e6, 0.0}});

    EXPECT_DOUBLE_EQ(mix.imports(qat, ele), 44.0 * 310.0 / 440.0);
}

TEST(UsImportMix, the_unions_own_row_is_not_counted_beside_its_members) {
    const UsImports mix = mix_of({{"0003", "85", 1e9, 0.0}});

    EXPECT_DOUBLE_EQ(mix.imports(row, ele), 0.0);
}

TEST(UsImportMix, chapters_without_a_sector_are_summed) {
    const UsImports mix = mix_of({{"5700", "98", 7e6, 0.0}});

    EXPECT_DOUBLE_EQ(mix.without_sector, 7.0);
}

}  // namespace
}  // namespace entente::detail
