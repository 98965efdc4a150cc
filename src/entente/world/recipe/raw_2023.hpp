#pragma once

// The publishers' rows that world-2023 is made from, read and checked before any step begins.

#include <vector>

#include "entente/source/census_countries.hpp"
#include "entente/source/census_imports_gtap.hpp"
#include "entente/source/census_imports_hs2.hpp"
#include "entente/source/census_imports_hs6.hpp"
#include "entente/source/census_imports_naics3.hpp"
#include "entente/source/cepii_baci_totals.hpp"
#include "entente/source/cp2015_inputs.hpp"
#include "entente/source/cp2015_output.hpp"
#include "entente/source/cp2015_sectors.hpp"
#include "entente/source/cp2015_tariffs.hpp"
#include "entente/source/fontagne_elasticities.hpp"
#include "entente/source/hs6_gtap_sectors.hpp"
#include "entente/source/icio_goods_totals.hpp"
#include "entente/source/latest_gdp.hpp"
#include "entente/source/unctad_trade_matrix.hpp"
#include "entente/source/wiod_inputs.hpp"
#include "entente/source/wiod_output.hpp"
#include "entente/source/wiod_sales.hpp"
#include "entente/source/world_bank_gdp.hpp"
#include "entente/source/world_bank_tariffs.hpp"
#include "entente/world/recipe/frame.hpp"

namespace entente::detail {

/// A row of the list of agreements kept beside the recipe.
struct Agreement {
    std::string name;
    /// Economies or groups; a group with itself means among its members.
    std::string party_a;
    std::string party_b;
    int year_in_force = 0;
    /// Share of the duty that is still levied.
    double duty_remaining = 0.0;
};

struct Raw2023 {
    std::vector<WiodSale> wiod_sales;
    std::vector<WiodOutput> wiod_output;
    std::vector<WiodInput> wiod_inputs;
    std::vector<CensusImportsHs2> us_imports_hs2;
    std::vector<CensusImportsHs6> us_imports_hs6;
    std::vector<CensusImportsGtap> us_imports_gtap;
    std::vector<CensusImportsNaics3> us_imports_naics3;
    std::vector<CensusCountry> census_countries;
    std::vector<Hs6GtapSector> hs6_gtap_sectors;
    std::vector<BaciTotal> baci_totals;
    std::vector<IcioGoodsTotal> icio_goods_totals;
    std::vector<UnctadTrade> unctad_trade_matrix;
    std::vector<WorldBankGdp> gdp;
    std::vector<LatestGdp> latest_gdp;
    std::vector<WorldBankTariff> tariffs;
    std::vector<FontagneElasticity> elasticities;
    std::vector<Cp2015Sector> cp2015_sectors;
    std::vector<Cp2015Tariff> cp2015_tariffs;
    std::vector<Cp2015Input> cp2015_inputs;
    std::vector<Cp2015Output> cp2015_output;
    std::vector<Membership> memberships;
    std::vector<Agreement> agreements;
};

/// Reads every file. Damage, and codes of WIOD or cp2015 that the recipe does not know, are
/// reported; codes the recipe leaves to the rest of the world are not.
Raw2023 read_raw_2023(const World2023Recipe& recipe, const Frame& frame, Problems& problems);

}  // namespace entente::detail
