#pragma once

// What a measure that works would show, asked of the hedging index, and its agreement with the
// article's six rows.

#include "entente/measures/hedging/draws.hpp"
#include "entente/report/hedging/validation.hpp"
#include "entente/study/hedging/evidence.hpp"

namespace entente {

/// Known groups, placebos, and rank correlations with size, coverage and between the two halves.
///
/// Dates of signals are ends of years. A group whose economy is a pole is left out.
/// @throws  OptionError as make_hedging_evidence and draw_hedging.
/// Source   docs/theory/hedging.md, section on known groups.
HedgingValidation validate_hedging(const HedgingLayers& layers, const HedgingDrawOptions& options,
                                   const PerPole<std::string>& poles = {"USA", "CHN"});

/// The article's words for activity beside our draws.
///
/// @param evidence  the cases the draws were made of.
/// @param year      of the GDP that weights the members of ASEAN.
ArticleComparison compare_with_article(const HedgingLayers& layers, const HedgingEvidence& evidence,
                                       const HedgingDraws& draws, int year = 2023);

}  // namespace entente
