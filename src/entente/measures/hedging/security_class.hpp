#pragma once

// Ambiguity about whose side a country is on in security. Almost no data exist on the rival's side,
// so this is a class and not a score.

#include <cstddef>
#include <optional>
#include <span>

#include "entente/measures/hedging/signals.hpp"

namespace entente {

/// A country's obligation of defence with the anchor.
enum class DefenceObligation {
    none,
    /// The Rio Pact alone: counted a quarter, and never as an ally.
    rio,
    /// NATO or a bilateral treaty of defence, additions after the data end by hand.
    treaty,
};

/// Deliveries of arms, if the user brings them.
struct ArmsImports {
    double from_rival = 0.0;
    double from_all = 0.0;
};

struct SecurityEvidence {
    DefenceObligation obligation = DefenceObligation::none;
    /// The anchor's troops in the country, persons; nothing = unknown, counted as none.
    std::optional<double> troops{};
    /// Balance of the country's own security acts.
    SignalBalance dealings{};
    std::optional<ArmsImports> arms{};
};

enum class SecurityClass {
    ally_without_dealings,
    ally_with_dealings,
    partner_of_both,
    neither,
};

/// A class, and a number only where both sides are above zero.
struct SecurityAmbiguity {
    SecurityClass klass = SecurityClass::neither;
    /// [pole] strength of the tie, 0 to 1.
    PerPole<double> tie{};
    /// 100 times the smaller tie; nothing where either is zero.
    std::optional<double> number{};
};

/// Troops above which their presence counts as a tie.
inline constexpr double troops_of_presence = 1000.0;

/// [eq:security-ties]  anchor = max(treaty 1 or Rio 1/4, presence 1/2)
///                     rival  = max( B+ / (K + mass), arms from rival / (all arms + 50) )
///
/// Our own definition, B+ the balance of own security acts toward the rival where above zero. The
/// 50 keeps a few deliveries from looking like a large share.
///
/// @param shrinkage  K of the signals.
SecurityAmbiguity security_ambiguity(const SecurityEvidence& evidence, double shrinkage = 6.0);

/// One security act of a country itself.
struct SecurityAct {
    double date = 0.0;
    bool is_toward_rival = false;
    int direction = 0;
    double magnitude = 1.0;
    bool is_from_article = false;
};

/// Their balance, decayed as other signals; rows of the article are left out.
SignalBalance security_dealings(std::span<const SecurityAct> acts, double as_of,
                                const SignalWeighing& options = {});

/// Whether the old tie still stands: shown as a column of its own, never a factor of the index.
enum class TieKept {
    kept,
    /// The obligation stands and the trade tie with the anchor is down.
    weakened,
    no_obligation,
    /// The obligation stands and no publisher covers both ends.
    unknown,
};

/// @param anchor_change  change of the trade tie with the anchor, from one publisher.
TieKept tie_kept(DefenceObligation obligation, std::optional<double> anchor_change);

}  // namespace entente
