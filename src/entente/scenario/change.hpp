#pragma once

// How a measure changes a tariff or a trade cost: the short texts of scenario files, such as
// "+10pp", as numbers.

#include <optional>
#include <string>
#include <string_view>

#include "entente/scenario/scenario.hpp"

namespace entente {

enum class ChangeKind {
    /// The amount is added to the rate.
    add,
    /// The rate or cost is multiplied by the amount.
    scale,
    /// The rate becomes the amount.
    set,
    /// The rates come from the tariff table called `label`.
    table,
    /// Trade shares at given prices are multiplied by exp(amount).
    partial_effect,
    /// The Swiss formula with the coefficient `amount`.
    swiss,
};

struct Change {
    ChangeKind kind{};
    /// Parts of one or a factor, never percent: "+10pp" is add 0.1, "-50%" is scale 0.5.
    double amount = 0.0;
    /// Of `table` alone.
    std::string label{};
    friend bool operator==(const Change&, const Change&) = default;
};

/// Largest size of B in "beta:B": exp(B) stays far from the limits of a double.
inline constexpr double max_partial_effect = 50.0;

/// A tariff rate after a change that is no table. The Swiss formula A t / (A + t) brings every rate
/// below its coefficient A and cuts high rates most; rates of 0 and subsidies stay.
double changed_rate(double rate, const Change& change);

/// Largest subsidy, as a part of the producer price.
inline constexpr double max_subsidy = 0.9;
/// Largest quota, over the volume of the baseline.
inline constexpr double max_quota = 100.0;

/// The volume "120%" as 1.2; nothing unless above 0 and up to max_quota.
std::optional<double> parse_quota(std::string_view text);

/// Reads "+10pp", "-5pp", "-50%", "+20%", "=25%", "swiss:8" (A = 8 percent) and "table:LABEL" for a
/// tariff, of these "=10%", "+5pp" and "-5pp" for a subsidy; "x0.9", "+5%", "-5%" and "beta:0.5"
/// for a trade cost.
/// @return nothing if the text is no change of that kind of measure: another form, a cut by more
///         than the whole rate, a trade cost of zero or less, a B beyond max_partial_effect.
std::optional<Change> parse_change(MeasureKind kind, std::string_view text);

/// The forms parse_change accepts, for messages; empty for measures without a change.
std::string_view forms_of_change(MeasureKind kind);

}  // namespace entente
