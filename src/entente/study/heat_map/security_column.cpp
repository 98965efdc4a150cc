#include "entente/study/heat_map/security_column.hpp"

#include <algorithm>

#include "entente/measures/hedging/index.hpp"
#include "entente/measures/hedging/security_class.hpp"
#include "entente/study/hedging/evidence.hpp"

namespace entente::detail {
namespace {

/// The pole whose obligations and troops the security layer counts.
constexpr std::string_view guarantor = "USA";

constexpr int sign_years = 5;
constexpr int sign_magnitude = 3;

constexpr const char* tie_publisher = "itpde";
constexpr int tie_start = 2011;
constexpr int tie_end = 2016;

DefenceObligation obligation_of(double value) {
    if (value >= 1.0) return DefenceObligation::treaty;
    return value > 0.0 ? DefenceObligation::rio : DefenceObligation::none;
}

std::string word(SecurityClass klass) {
    switch (klass) {
        case SecurityClass::ally_without_dealings:
            return "treaty ally without dealings";
        case SecurityClass::ally_with_dealings:
            return "treaty ally with dealings";
        case SecurityClass::partner_of_both:
            return "partner of both";
        case SecurityClass::neither:
            break;
    }
    return "neither";
}

std::string word(TieKept kept) {
    switch (kept) {
        case TieKept::kept:
            return "kept";
        case TieKept::weakened:
            return "weakened";
        case TieKept::no_obligation:
            return "no obligation";
        case TieKept::unknown:
            break;
    }
    return {};
}

bool is_own_security_act(const Signal& signal, const std::string& code) {
    return signal.actor == code && signal.channel == SignalChannel::security &&
           !signal.is_from_article;
}

}  // namespace

SecurityColumn::SecurityColumn(const LoadedLayers& layers, const PerPole<std::string>& poles)
    : layers_(&layers), poles_(poles) {
    require_different_poles(poles[anchor_pole], poles[rival_pole]);
    if (layers.security) {
        for (const SecurityYear& one : layers.security->years) {
            last_year_ = std::max(last_year_, one.year);
        }
        for (const TroopsYear& one : layers.security->troops) {
            last_troops_year_ = std::max(last_troops_year_, one.year);
        }
    }
    if (!layers.totals || !layers.geography) return;
    for (const std::string& pole : poles) {
        if (!layers.totals->economies.find(pole)) return;
    }
    std::vector<const TradeVintage*> years;
    for (int year = tie_start; year <= tie_end; ++year) {
        if (const auto* one = layers.totals->find(tie_publisher, year)) years.push_back(one);
    }
    const bool has_both_ends = layers.totals->find(tie_publisher, tie_start) != nullptr &&
                               layers.totals->find(tie_publisher, tie_end) != nullptr;
    if (has_both_ends)
        lens_.emplace(*layers.totals, *layers.geography, poles, years,
                      std::vector<const TradeVintage*>{});
}

SecurityFigures SecurityColumn::figures(const std::string& code) const {
    return {security_class(code), tie_kept(code), reversal_signs(code)};
}

bool SecurityColumn::is_known(const std::string& code) const {
    if (!layers_->security || poles_[anchor_pole] != guarantor) return false;
    if (code == poles_[anchor_pole] || code == poles_[rival_pole]) return false;
    const auto names_it = [&](const auto& one) { return one.state == code; };
    return std::any_of(layers_->security->years.begin(), layers_->security->years.end(),
                       names_it) ||
           std::any_of(layers_->security->troops.begin(), layers_->security->troops.end(),
                       names_it);
}

double SecurityColumn::obligation(const std::string& code) const {
    const SecurityYear* now = layers_->security->find(code, last_year_);
    return now == nullptr ? 0.0 : now->defence_usa;
}

std::string SecurityColumn::security_class(const std::string& code) const {
    if (!is_known(code) || !layers_->signals) return {};
    return word(security_ambiguity(evidence(code)).klass);
}

SecurityEvidence SecurityColumn::evidence(const std::string& code) const {
    std::vector<SecurityAct> acts;
    for (const Signal& signal : layers_->signals->signals) {
        if (!is_own_security_act(signal, code)) continue;
        acts.push_back({.date = signal_date(signal),
                        .is_toward_rival = signal.counterpart == poles_[rival_pole],
                        .direction = signal.direction,
                        .magnitude = static_cast<double>(signal.magnitude),
                        .is_from_article = false});
    }
    return {.obligation = obligation_of(obligation(code)),
            .troops = static_cast<double>(layers_->security->troops_in(code, last_troops_year_)),
            .dealings = security_dealings(acts, in_years(layers_->signals->as_of))};
}

std::string SecurityColumn::tie_kept(const std::string& code) const {
    if (!is_known(code)) return {};
    return word(entente::tie_kept(obligation_of(obligation(code)), tie_change(code)));
}

std::optional<double> SecurityColumn::tie_change(const std::string& code) const {
    if (!lens_) return {};
    const auto i = layers_->totals->economies.find(code);
    if (!i) return {};
    // A year that is not covered would stand for an earlier one.
    for (const int year : {tie_start, tie_end}) {
        if (!lens_->intensity(*i, anchor_pole, tie_publisher, year)) return {};
    }
    const auto then = lens_->reading(*i, tie_start);
    const auto now = lens_->reading(*i, tie_end);
    if (!then || !now) return {};
    const double residual_share = HedgingParameters{}.residual_share;
    return trade_tie_strength((*now)[anchor_pole], residual_share) -
           trade_tie_strength((*then)[anchor_pole], residual_share);
}

std::vector<DatedAct> SecurityColumn::reversal_signs(const std::string& code) const {
    std::vector<DatedAct> signs;
    if (!layers_->signals) return signs;
    const double as_of = in_years(layers_->signals->as_of);
    for (const Signal& signal : layers_->signals->signals) {
        if (!is_own_security_act(signal, code) || signal.magnitude < sign_magnitude) continue;
        const bool is_toward = signal.counterpart == poles_[rival_pole] && signal.direction > 0;
        const bool is_away = signal.counterpart == poles_[anchor_pole] && signal.direction < 0;
        if (!is_toward && !is_away) continue;
        // The first day decides, so that "2026" counts before the year is over.
        const double day = in_years(signal.first_day);
        if (day > as_of || day <= as_of - sign_years) continue;
        signs.push_back({.date = signal.date,
                         .text = signal.text,
                         .counterpart = signal.counterpart,
                         .direction = signal.direction,
                         .magnitude = static_cast<double>(signal.magnitude),
                         .url = signal.url});
    }
    std::stable_sort(signs.begin(), signs.end(),
                     [](const DatedAct& a, const DatedAct& b) { return a.date > b.date; });
    return signs;
}

}  // namespace entente::detail
