#pragma once

// One country on one page, as figures, tables and documents. study/country/profile.hpp computes it.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "entente/report/document.hpp"
#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/report/world_stamp.hpp"
#include "entente/world/horizon.hpp"

namespace entente {

/// A country's loss and the power's loss when some of their trade stops, as parts of real income:
/// in closed form, and exact in general equilibrium (negative = a gain, NaN = none was found).
struct ScopedLoss {
    double country = 0.0;
    double power = 0.0;
    double exact_country = 0.0;
    double exact_power = 0.0;
    /// `exact_country` on the other time path of elasticities; only at short horizons.
    std::optional<double> exact_other_profile{};
};

/// One sector of the country seen from a power.
struct SectorTie {
    std::string sector;
    std::string name;
    /// Loss of the country when trade in this sector alone stops, 0 to 1.
    double loss = 0.0;
    /// Inputs from the power per unit of this sector's output: directly, and at all stages.
    double face_value = 0.0;
    double look_through = 0.0;
};

/// A country and one power.
struct PoleProfile {
    Pole pole;
    ScopedLoss all;
    ScopedLoss imports;
    ScopedLoss exports;
    double export_share = 0.0;
    double import_share = 0.0;
    double trade_share = 0.0;
    double face_value = 0.0;
    double look_through = 0.0;
    double final_spending = 0.0;
    double estimated_share = 0.0;
    /// Sectors by loss, largest first.
    std::vector<SectorTie> by_loss;
    /// Sectors by look-through reliance, largest first.
    std::vector<SectorTie> by_reliance;
};

/// One partner in the country's foreign trade, money in the unit of the world.
struct Partner {
    std::string code;
    std::string name;
    double exports = 0.0;
    double imports = 0.0;
    double trade_share = 0.0;
};

/// One figure of the story, and the column by which `entente explain` takes it apart.
struct StoryFigure {
    std::string name;
    /// A number or a word; empty = there is none, and a sentence says why.
    Cell value{};
    std::optional<double> low{};
    std::optional<double> high{};
    std::string unit{};
    std::string column{};
};

/// One of the five steps in which a country is told.
struct StoryStep {
    std::string title;
    std::vector<StoryFigure> figures{};
    /// Short sentences made from the figures by fixed rules.
    std::vector<std::string> sentences{};
};

struct CountryProfile {
    WorldStamp world;
    Horizon horizon{};
    std::string code;
    std::string name;
    /// Value added at producer prices, in the unit of the world.
    double gdp = 0.0;
    double exports = 0.0;
    double imports = 0.0;
    double effective_partners = 0.0;
    /// Parts of foreign trade by how the figures came about; they add up to one.
    double observed_share = 0.0;
    double scaled_share = 0.0;
    double estimated_share = 0.0;
    bool has_borrowed_technology = false;
    std::vector<PoleProfile> poles{};
    /// By trade, largest first.
    std::vector<Partner> partners{};
    /// How it hedges between the first two poles, and how that was scored; without a legend not at
    /// all.
    RowHedging hedging{};
    std::optional<HedgingLegend> hedging_legend{};
    /// Its own acts in the ledger toward or away from anybody, newest first.
    std::vector<DatedAct> acts{};
    /// Where the growth of its trade came from, by publisher.
    std::vector<GrowthFigures> growth{};
    /// Exposure, diversification, agreements and signals, what a shock would do, how sure it is.
    std::vector<StoryStep> story{};
};

/// One row a figure: section, item, measure, value, unit.
Table profile_data_table(const CountryProfile& profile);
Document profile_document(const CountryProfile& profile);

std::string render(const CountryProfile& profile, const Rendering& how);

}  // namespace entente
