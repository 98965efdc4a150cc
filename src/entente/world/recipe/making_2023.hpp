#pragma once

#include "entente/world/recipe/balance_accounts.hpp"
#include "entente/world/recipe/domestic_goods.hpp"
#include "entente/world/recipe/domestic_services.hpp"
#include "entente/world/recipe/services_trade.hpp"
#include "entente/world/recipe/tariffs.hpp"
#include "entente/world/recipe/trade_elasticity.hpp"

namespace entente::detail {

/// What came out of every step, kept for the figures about its making that the world carries.
struct Making2023 {
    WiodFlows wiod;
    UsImports us_imports;
    SectorSplits splits;
    /// [w, v, s] flows of WIOD in our sectors, million USD.
    Array3<double> wiod_by_sector;
    GdpFigures gdp;
    GoodsMix mix;
    PairTotals totals;
    TariffLevels levels;
    Technology prior;
    ServicesTrade services;
    DomesticServices domestic;
    BalancedAccounts accounts;
    std::vector<SectorElasticity> elasticities;
    /// [n, s] 1 where domestic sales were raised to their lowest share.
    Array2<char> raised;
    /// [i, n, s] million USD, to whole dollars; and ad valorem.
    Array3<double> flow, tariff;
};

/// Published figures the world is held against, and recorded figures about its making.
std::vector<ReferenceValue> reference_values_2023(const World2023Recipe& recipe, const Frame& frame,
                                                  const Raw2023& raw, const Making2023& made);

/// The recipe's assumptions and the figures of its tables, as parameters.
std::vector<Parameter> parameters_2023(const World2023Recipe& recipe, const Frame& frame,
                                       const TariffLevels& levels);

}  // namespace entente::detail
