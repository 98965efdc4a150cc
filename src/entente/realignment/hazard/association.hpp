#pragma once

// What went together with events in the past beyond the headline predictors: not a cause, and not
// shown to help forecasts.

#include <cstddef>

#include "entente/realignment/hazard/hazard_table.hpp"

namespace entente {

/// Factor by which the odds of an event within a year differ for one unit of something.
struct Association {
    double odds_ratio = 1.0;
    /// 90 percent, by the curvature at the estimate.
    double low = 1.0;
    double high = 1.0;
    /// State-years in which it is known, and events in the year after them.
    std::size_t num_rows = 0;
    std::size_t num_events = 0;
};

struct AssociationYears {
    int first = 1990;
    int last = 2019;
};

/// For 10 points more of (share of the United States - shares of China and Russia) in trade, over
/// all states of the table and the predictors of the headline rung.
///
/// [eq:association]  logit h = a + x'b + g v, normal priors of standard deviation 1 on standardised
///                   predictors; odds ratio = exp(g unit / sd(v))
///
/// @throws  OptionError if no row, or no event, has the shares.
Association trade_association(const HazardTable& table, const AssociationYears& years = {});

/// The same for a doubling of Chinese finance, among states that had some.
Association finance_association(const HazardTable& table, const AssociationYears& years = {});

}  // namespace entente
