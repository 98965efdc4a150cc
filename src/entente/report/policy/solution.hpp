#pragma once

// One counterfactual as tables: what a scenario does to each country, to each pair on demand, and
// the proof that the model was solved. study/policy/solution.hpp computes it.

#include <optional>
#include <string>
#include <vector>

#include "entente/report/document.hpp"
#include "entente/report/exposure/welfare_gradient.hpp"
#include "entente/report/format.hpp"
#include "entente/report/policy/welfare_path.hpp"
#include "entente/report/world_stamp.hpp"
#include "entente/world/horizon.hpp"

namespace entente {

/// Changes against the solved baseline; parts of one, 0.01 = 1 percent.
struct SolutionRow {
    std::string code;
    std::string name;
    double welfare = 0.0;
    /// The same on the other time path; only at short horizons.
    std::optional<double> welfare_other_profile{};
    double real_wage = 0.0;
    double welfare_first_order = 0.0;
    double terms_of_trade = 0.0;
    double volume_of_trade = 0.0;
    double technical_efficiency = 0.0;
    double income = 0.0;
    double price_index = 0.0;
    double exports = 0.0;
    double imports = 0.0;
    /// In the unit of the world.
    double tariff_revenue = 0.0;
    double tariff_revenue_new = 0.0;
};

/// Trade of one pair in one sector, net of tariff, in the unit of the world.
struct BilateralRow {
    std::string sector;
    std::string origin;
    std::string destination;
    double value = 0.0;
    double value_new = 0.0;
};

/// One sector of one country; money in the unit of the world, changes as parts of one.
struct SectorRow {
    std::string country;
    std::string sector;
    double gross_output = 0.0;
    double gross_output_new = 0.0;
    double expenditure = 0.0;
    double expenditure_new = 0.0;
    /// Of buying the sector's goods, and of making them.
    double price_index = 0.0;
    double unit_cost = 0.0;
};

/// The day for which measures were chosen.
struct MeasureDay {
    /// YYYY-MM-DD
    std::string day;
    std::size_t num_in_force = 0;
    std::size_t num_measures = 0;
};

/// How far the solution can be trusted; all figures are without unit.
struct Certificate {
    bool is_converged = false;
    std::string message;
    /// Largest |ln(demanded / present)| over all equations.
    double residual = 0.0;
    /// Largest excess demand of a country over its GDP.
    double walras = 0.0;
    /// Largest change of a wage when the search starts from doubled wages.
    double homogeneity = 0.0;
    std::size_t passes = 0;
    double seconds = 0.0;
    double baseline_seconds = 0.0;
};

/// What became of one tariff-rate quota.
struct QuotaRow {
    std::string origin;
    std::string destination;
    std::string sector;
    /// "in_quota", "binding", "out_of_quota" or "no_trade".
    std::string regime;
    /// Volume over the quota; rates as parts of one.
    double fill_rate = 0.0;
    double rate_in_quota = 0.0;
    double shadow_rate = 0.0;
    double rate_out_of_quota = 0.0;
    /// In the unit of the world, and "exporter" or "importer".
    double rent = 0.0;
    std::string rent_to;
};

/// A tariff chosen by a party; sector is empty where one rate holds for all.
struct ChosenRateRow {
    std::string party;
    std::string sector;
    double rate = 0.0;
    bool is_at_bound = false;
};

/// The proof that nobody gains by another tariff.
struct ChoiceCertificate {
    std::size_t num_rounds = 0;
    std::size_t num_solves = 0;
    std::size_t num_deviations = 0;
    /// Largest gain of welfare among the rates tried, a part of one; 0 or less = none pays.
    double largest_gain = 0.0;
    std::string party;
    double rate = 0.0;
    bool is_shift = false;
};

/// What a country pays to its makers, in the unit of the world.
struct SubsidyRow {
    std::string country;
    double cost = 0.0;
};

/// The solve on the time path of elasticities that was not asked for.
struct OtherProfile {
    Horizon horizon{};
    /// How its search ended.
    std::string message{};
};

struct Solution {
    WorldStamp world;
    std::string title;
    /// "balanced", "fixed" or "multiplicative".
    std::string deficits;
    /// Sectors whose theta the scenario capped.
    std::vector<std::string> capped_sectors;
    std::vector<std::string> sources;
    std::vector<SolutionRow> rows;
    /// Only if asked for.
    std::vector<BilateralRow> bilateral;
    bool is_bilateral = false;
    /// Only if asked for.
    std::vector<SectorRow> sectors{};
    bool is_by_sector = false;
    Certificate certificate;
    /// Empty = all measures apply.
    std::optional<MeasureDay> day{};
    /// Only if asked for.
    std::optional<WelfarePath> path{};
    std::optional<WelfareGradient> gradient{};
    /// Kinds of measures in the scenario that the model of trade does not know.
    std::vector<std::string> without_effect{};
    /// Whether measures name products, whose weights within sectors are estimated.
    bool has_products = false;
    /// Empty unless the scenario has such measures.
    std::vector<QuotaRow> quotas{};
    std::vector<SubsidyRow> subsidies{};
    std::vector<ChosenRateRow> chosen{};
    std::optional<ChoiceCertificate> choice{};
    Horizon horizon{};
    /// Only at short horizons.
    std::optional<OtherProfile> other_profile{};
};

std::string render(const Solution& solution, const Rendering& how);

/// What `entente validate` finds in a scenario that is right; one that is wrong is an error.
struct Validation {
    std::string file;
    std::string title;
    WorldStamp world;
    std::size_t num_measures = 0;
    /// Cells of trade [i, n, s] that the scenario changes.
    std::size_t num_cells = 0;
    /// Share of the world's foreign trade in them, 0 to 1.
    double trade_share = 0.0;
    std::optional<MeasureDay> day{};
    /// Kinds of measures in the scenario that the model of trade does not know.
    std::vector<std::string> without_effect{};
    /// Whether measures name products, whose weights within sectors are estimated.
    bool has_products = false;
};

std::string render(const Validation& validation, const Rendering& how);

}  // namespace entente
