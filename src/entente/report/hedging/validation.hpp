#pragma once

// How far the hedging index can be trusted, and how it stands to the article's heat map.
// study/hedging/validation.cpp computes both.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/measures/hedging/draw_summary.hpp"
#include "entente/measures/hedging/known_groups.hpp"
#include "entente/report/document.hpp"
#include "entente/report/format.hpp"

namespace entente {

struct HedgingValidation {
    /// Codes, anchor first.
    PerPole<std::string> poles;
    std::uint64_t seed = 0;
    std::size_t num_draws = 0;
    std::size_t num_scored = 0;
    /// Failures stay, with their reason.
    std::vector<KnownGroupResult> known_groups{};
    /// Default scores with a stand-in for the rival against the real ones.
    std::vector<PlaceboResult> placebos{};

    // Rank correlations over the economies scored, -1 to 1; NaN where one side is unknown.
    /// Median index with ln GDP.
    double with_size = 0.0;
    /// Median index with the mass of the economy's own acts in the ledger, over those that have
    /// any.
    double with_ledger_mass = 0.0;
    double position_with_activity = 0.0;

    /// Middle economy's interval of nine draws of ten, points and places.
    double median_width = 0.0;
    double median_rank_width = 0.0;
    /// Means over the economies.
    double label_probability = 0.0;
    double near_probability = 0.0;
};

/// One row of the article's heat map beside ours.
struct ArticleRow {
    /// Economy, or ASEAN: its members weighted by GDP inside each draw.
    std::string code;
    /// Word of the article for activity, 0 Low to 4 High.
    HedgingLabel article_label = no_label;
    DrawInterval index;
    LabelSummary label;
};

struct ArticleComparison {
    /// In the order of the article; those we have no score for are left out.
    std::vector<ArticleRow> rows{};
    /// Of rows; meaningless (NaN) with fewer than two rows.
    WordAgreement agreement;
    /// The same without the row of the group.
    double tau_b_of_countries = 0.0;
};

/// "passed", "right sign", "failed" or "not computable".
std::string_view outcome_word(KnownGroupOutcome outcome);

/// Tables: known groups, then placebos.
Document hedging_validation_document(const HedgingValidation& validation);
Document article_comparison_document(const ArticleComparison& comparison);

std::string render(const ArticleComparison& comparison, const Rendering& how);

}  // namespace entente
