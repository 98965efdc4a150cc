#pragma once

// The heat map as figures, and as tables and documents. study/heat_map/heat_map.hpp computes it.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "entente/report/document.hpp"
#include "entente/report/exposure/loss_interval.hpp"
#include "entente/report/exposure/method.hpp"
#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/report/levels.hpp"
#include "entente/report/risk/figures.hpp"
#include "entente/report/world_stamp.hpp"
#include "entente/world/horizon.hpp"

namespace entente {

/// Smallest and largest figure among the members of a group.
struct MemberRange {
    double low = 0.0;
    std::string low_member;
    double high = 0.0;
    std::string high_member;
};

/// One economy's tie with one pole. Losses are parts of real income, negative for a gain and NaN
/// where none could be computed.
struct PoleTie {
    /// What the economy loses when its trade with the pole stops.
    double exposure = 0.0;
    /// The same on the other time path of elasticities; only at short horizons.
    std::optional<double> exposure_other_profile{};
    /// Of `exposure`, under uncertain trade elasticities; exact losses only.
    std::optional<LossInterval> exposure_interval{};
    /// What the pole loses when its trade with the economy stops.
    double reverse_exposure = 0.0;
    /// Share of the pole in the economy's foreign trade, 0 to 1.
    double trade_share = 0.0;
    /// Groups only.
    std::optional<MemberRange> exposure_range{};
};

/// One country, or one group: then every figure is the mean of its members weighted with GDP, but
/// for the reverse exposure, where all members are cut off at once.
struct HeatMapRow {
    std::string code;
    std::string name;
    std::array<PoleTie, 2> ties;
    double effective_partners = 0.0;
    /// Share of the economy's foreign trade that is estimated, 0 to 1.
    double estimated_share = 0.0;
    /// Whether more than half of its output is made with a technology borrowed from elsewhere.
    bool has_borrowed_technology = false;
    /// Codes of the members of a group; empty for a country.
    std::vector<std::string> members{};
    RowHedging hedging{};
    /// Nothing where it cannot be told.
    std::optional<RowRisk> risk{};

    bool is_group() const { return !members.empty(); }
};

struct HeatMap {
    WorldStamp world;
    std::array<Pole, 2> poles;
    /// How the losses were computed.
    ExposureMethod method = ExposureMethod::ge;
    Horizon horizon{};
    std::vector<HeatMapRow> countries{};
    std::vector<HeatMapRow> groups{};
    /// Fifths of both exposures of every economy of the world, shown or not; nothing if there are
    /// no figures.
    std::optional<LevelThresholds> thresholds{};
    /// Economies the thresholds rest on.
    std::size_t num_economies = 0;
    /// How hedging activity was scored; nothing where it was not, and why.
    std::optional<HedgingLegend> hedging{};
    std::string hedging_missing{};
    /// What the risk was read from; empty where there is none.
    std::vector<LayerStamp> risk_layers{};
    /// What the intervals of the losses were read from, or why there are none.
    IntervalSource intervals{};
};

/// Share of estimated figures above which a row carries a mark.
inline constexpr double marked_estimated_share = 0.5;
/// Whether more than that of the trade figures behind a row are estimated.
bool is_marked(const HeatMapRow& row);

/// All layers behind the figures, each once.
std::vector<LayerStamp> layers_behind(const HeatMap& map);

/// Every column of design and data files, groups after countries.
Table heat_map_table(const HeatMap& map);
/// Names of the columns that no part of the program measures yet; their cells are empty.
std::vector<std::string> columns_not_measured_yet(const HeatMap& map);

/// "2025-06-26, toward CHN: joint statement ... (https://...)"
std::string act_words(const DatedAct& act);

/// A few sentences for a row, made from its figures by fixed rules.
std::string heat_map_note(const HeatMap& map, const HeatMapRow& row);

/// How hedging activity is to be read, or why there is none.
std::vector<std::string> hedging_legend(const HeatMap& map);
/// What a reader must know, line by line: the figures, the levels, the marks, what is missing.
std::vector<std::string> heat_map_legend(const HeatMap& map);

Document heat_map_document(const HeatMap& map);
/// The self-contained page of the heat map.
std::string heat_map_page(const HeatMap& map);

std::string render(const HeatMap& map, const Rendering& how);

}  // namespace entente
