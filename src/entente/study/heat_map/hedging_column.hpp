#pragma once

// The hedging column of a heat map: scores of all economies from the layers, drawn once, and what
// each row shows of them.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/date.hpp"
#include "entente/measures/hedging/draw_summary.hpp"
#include "entente/measures/hedging/draws.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/study/heat_map/security_column.hpp"
#include "entente/study/heat_map/us_plus_column.hpp"
#include "entente/study/hedging/notes.hpp"
#include "entente/study/loaded_layers.hpp"

namespace entente::detail {

struct HedgingColumnOptions {
    /// Codes of two countries.
    PerPole<std::string> poles{"USA", "CHN"};
    /// Nothing = the last day the ledger knows of.
    std::optional<Date> as_of{};
    HedgingDrawOptions draws{};
};

/// Members of a group and their weights, such as GDP.
struct WeightedMembers {
    std::vector<std::string> codes;
    std::vector<double> weights;
};

class HedgingColumn {
  public:
    /// Scores and draws. Without a layer it needs, or for poles it does not know, it has no legend
    /// and every row is empty.
    /// @throws OptionError if the draws' options make no sense, or for a date later than the
    /// ledger.
    HedgingColumn(LoadedLayers layers, const HedgingColumnOptions& options);
    // Its parts borrow the layers it holds.
    HedgingColumn(const HedgingColumn&) = delete;
    HedgingColumn& operator=(const HedgingColumn&) = delete;

    /// The layers, the ledger up to the day asked for.
    const LoadedLayers& layers() const { return layers_; }
    /// What the scores rest on, the draws made of it, and the last year of its figures.
    const HedgingEvidence& evidence() const { return evidence_; }
    const HedgingDraws& draws() const { return draws_; }
    int year() const { return year_; }
    /// The choices of the printed score.
    const HedgingParameters& parameters() const { return parameters_; }

    /// Position of an economy among the cases; nothing for one that was not measured.
    std::optional<std::size_t> find(const std::string& code) const;
    /// [case] at the default choices.
    const std::vector<HedgingScore>& scores() const { return scores_; }
    /// [case] nothing without score.
    const std::vector<std::optional<HedgingSummary>>& summaries() const { return summaries_; }
    /// Both need a legend.
    const UsPlusColumn& us_plus() const { return *us_plus_; }
    const SecurityColumn& security() const { return *security_; }

    /// Nothing = no scores; `missing` says why.
    const std::optional<HedgingLegend>& legend() const { return legend_; }
    const std::string& missing() const { return missing_; }

    /// The score of a country, or why it has none.
    RowHedging country(const std::string& code) const;
    /// The mean of the members inside each draw, members without score left out.
    RowHedging group(const WeightedMembers& members) const;

  private:
    void score(const HedgingColumnOptions& options);
    void add_words(const std::string& code, RowHedging& row) const;

    LoadedLayers layers_;
    std::optional<UsPlusColumn> us_plus_;
    std::optional<SecurityColumn> security_;
    std::optional<HedgingNotes> notes_;
    std::optional<HedgingLegend> legend_;
    std::string missing_;
    /// By code, of the cases.
    std::map<std::string, std::size_t> position_;
    std::vector<HedgingScore> scores_;
    HedgingEvidence evidence_;
    int year_ = 0;
    HedgingParameters parameters_{};
    HedgingDraws draws_;
    std::vector<std::optional<HedgingSummary>> summaries_;
};

}  // namespace entente::detail
