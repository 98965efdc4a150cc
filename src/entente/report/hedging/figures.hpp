#pragma once

// What the heat map says of an economy's dealings with both poles, as plain figures. Computed in
// study/ from layers and measures/hedging; every one of them is a definition of ours.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/measures/hedging/channel.hpp"
#include "entente/measures/hedging/draw_summary.hpp"
#include "entente/report/levels.hpp"

namespace entente {

/// One channel behind a score.
struct HedgingChannelFigures {
    /// "trade", "technology", "finance", "diplomacy"
    std::string channel;
    /// The smaller of the two ties, 0 to 1, and the pole it is with.
    double level = 0.0;
    std::size_t binding_pole = 0;
    /// 0 to 1, .5 = neither closer to the rival nor further away; empty = not known.
    std::optional<double> movement{};
    /// 0 to 1, .5 = average or no acts known.
    double signals = 0.5;
    /// Points of the default score.
    double contribution = 0.0;
    /// Year and publisher.
    std::string as_of{};
};

/// Median and ends of the 90% interval over the draws, 0 to 100.
struct ScoreInterval {
    double median = 0.0;
    double low = 0.0;
    double high = 0.0;
};

/// The score of one economy or group.
struct HedgingFigures {
    ScoreInterval score;
    ScoreInterval position;
    ScoreInterval activity;
    /// Median label over the draws, 0 Low to 4 High; share of draws with it, and with it or a
    /// neighbour.
    std::size_t label = 0;
    double label_probability = 0.0;
    double near_probability = 0.0;
    /// Ends of the 90% interval of the rank, 1 = highest; empty for groups.
    std::optional<double> rank_low{};
    std::optional<double> rank_high{};
    /// Share of draws in which it ranks in the first third of all scored; empty for groups.
    std::optional<double> top_third{};
    /// Part of the default score that rests on the ledger, 0 to 1; empty for groups.
    std::optional<double> signals_share{};
    /// Channels present; empty for groups.
    std::vector<HedgingChannelFigures> channels{};
    /// Lowest and highest median of a member; groups only.
    std::optional<double> member_low{};
    std::optional<double> member_high{};

    /// Whether too few draws agree on the label.
    bool is_uncertain() const { return label_probability < least_certain_probability; }
};

/// Whether the economy came to rely less on the first pole and kept its trade with it.
struct UsPlusFigures {
    /// "US-plus", "decoupling", "deepening", "contracting" or "indeterminate".
    std::string class_name;
    double class_probability = 0.0;
    /// Trade with the first pole kept, against world growth; 1 = kept.
    double keep = 0.0;
    /// Change of its relative weight, log points times 100; below zero = relies less.
    double reliance_change = 0.0;
    std::string period{};
};

/// Where the growth of an economy's trade came from, in constant money and by one publisher. Growth
/// rates and shares as fractions; the two parts add up to the growth of all trade.
struct GrowthFigures {
    std::string publisher;
    /// "2005 to 2015"
    std::string period;
    /// Share of the first pole at the start, and by how much it changed.
    double anchor_share = 0.0;
    double share_change = 0.0;
    double anchor_growth = 0.0;
    double rest_growth = 0.0;
    double total_growth = 0.0;
    double world_growth = 0.0;
    double from_anchor = 0.0;
    double from_rest = 0.0;
};

/// One dated act of the ledger.
struct DatedAct {
    std::string date;
    std::string text;
    std::string counterpart;
    /// +1 closer to the counterpart, -1 further away.
    int direction = 0;
    double magnitude = 0.0;
    std::string url{};
};

/// All of it for one row. What is empty says why.
struct RowHedging {
    std::optional<HedgingFigures> figures{};
    std::string missing{};
    std::optional<UsPlusFigures> us_plus{};
    /// "treaty ally without dealings", ...; empty = not known.
    std::string security_class{};
    /// "kept" where a defence obligation of the first pole is in force and trade with it has not
    /// fallen, "weakened" where it has, "no obligation"; empty = not known.
    std::string tie_kept{};
    /// Own acts in security of the last five years, toward the rival or away from the first pole,
    /// magnitude 3 or more. Observed signs, not a forecast.
    std::vector<DatedAct> reversal_signs{};
    /// Clauses of the note, each traceable to figures of one publisher.
    std::vector<std::string> clauses{};
};

/// A layer that figures rest on.
struct LayerStamp {
    std::string name;
    std::string content_hash;
    /// Codes of its sources, as `entente cite` lists them.
    std::vector<std::string> sources;
};

/// "Layers: finance 0123456789ab (aei, aiddata); ..."; empty without layers.
std::string layers_line(const std::vector<LayerStamp>& layers);

/// How the column was made, for the legend.
struct HedgingLegend {
    std::uint64_t seed = 0;
    std::size_t num_draws = 0;
    /// Date up to which acts count.
    std::string as_of{};
    /// Label cuts at the default choices.
    LevelThresholds cuts{};
    /// Weights of trade, technology, finance, diplomacy.
    PerChannel<double> weights{};
    std::size_t num_scored = 0;
    std::vector<LayerStamp> layers{};
};

}  // namespace entente
