#pragma once

// What a scenario changes, cell by cell: the form in which models take a policy. A scenario file is
// read in scenario/scenario_reader.hpp and applied to a world in scenario/make_shock.hpp.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/array.hpp"

namespace entente {

/// A tariff-rate quota on one cell: a low rate up to a volume, a high one beyond it.
struct QuotaCell {
    std::size_t i = 0;
    std::size_t n = 0;
    std::size_t s = 0;
    /// Ad valorem, more than -1; the second is not below the first.
    double rate_in_quota = 0.0;
    double rate_out_of_quota = 0.0;
    /// Volume over that of the baseline, above 0; 1.2 = 120 percent.
    double volume = 1.0;
    /// Who keeps the difference of price and in-quota duty.
    bool is_rent_of_importer = false;
};

/// Somebody who chooses tariffs: a country, or a group that acts as one.
struct Party {
    std::string code;
    /// Countries that set the tariff, in the order of the world.
    std::vector<std::size_t> members;
    /// [i] countries whose goods it is set on.
    std::vector<bool> opponents;
};

/// Tariffs that are not given but chosen, each party's for its own welfare.
struct ChosenTariffs {
    std::vector<Party> parties;
    /// [s] whether tariffs on the sector are chosen.
    std::vector<bool> sectors;
    /// One rate for each sector in place of one for all.
    bool is_by_sector = false;
};

/// Axes [i, n, s] origin, destination, sector. An empty array changes nothing. Cells of a country
/// with itself are never changed but by a subsidy.
struct Shock {
    /// New ad valorem rate, more than -1; 0.25 = 25 percent.
    Array3<double> tariff_rate{};
    /// Iceberg trade cost over its baseline, > 0; 1 = unchanged.
    Array3<double> trade_cost_hat{};
    /// Factor on trade shares at given prices, >= 0: 1 = unchanged, 0 = the trade stops (exactly,
    /// without a large number), 1 - s = an export control on the share s of varieties, exp(B) = the
    /// partial effect B of a gravity estimate.
    Array3<double> share_factor{};
    /// [i, s] part of the producer price that the country pays for all buyers, its own included, 0
    /// to less than 1.
    Array2<double> output_subsidy{};
    /// [n] money a country receives, in the unit of the world at constant world value added; sums
    /// to 0.
    std::vector<double> transfer{};
    /// What depends on the equilibrium itself, which model/response solves: quotas in the order of
    /// their measures, and tariffs chosen in answer.
    std::vector<QuotaCell> quotas{};
    std::optional<ChosenTariffs> chosen{};

    /// Whether all that changes is stated, so that one equilibrium follows from it.
    bool is_given() const { return quotas.empty() && !chosen; }
};

}  // namespace entente
