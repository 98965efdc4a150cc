#include "entente/study/hedging/evidence.hpp"

#include <fmt/format.h>

#include <chrono>
#include <map>

#include "entente/base/error.hpp"
#include "entente/study/hedging/finance.hpp"
#include "entente/study/hedging/trade.hpp"
#include "entente/study/hedging/votes.hpp"

namespace entente {
namespace {

using detail::FinanceLens;
using detail::TradeLens;
using detail::VoteLens;

/// The economy whose finance abroad the finance layer counts.
constexpr std::string_view finance_source = "CHN";

std::optional<Channel> channel_of(SignalChannel channel) {
    switch (channel) {
        case SignalChannel::trade:
            return Channel::trade;
        case SignalChannel::technology:
            return Channel::technology;
        case SignalChannel::infrastructure_finance:
        case SignalChannel::energy:
            return Channel::finance;
        case SignalChannel::diplomacy:
            return Channel::diplomacy;
        case SignalChannel::security:
            break;
    }
    return {};
}

HedgingLedger ledger_of(const HedgingLayers& layers, const PerPole<std::string>& poles) {
    HedgingLedger ledger{.rows = {}, .blocs = {}, .poles = {poles.begin(), poles.end()}};
    if (layers.signals == nullptr) return ledger;
    // Rows of one event name the same day and page and are of one kind.
    std::map<std::string, std::size_t> events;
    for (std::size_t row = 0; row < layers.signals->signals.size(); ++row) {
        const Signal& signal = layers.signals->signals[row];
        const auto channel = channel_of(signal.channel);
        if (!channel) continue;
        const std::string key = signal.date + "|" + signal.url + "|" + signal.kind;
        ledger.rows.push_back({.actor = signal.actor,
                               .channel = *channel,
                               .date = signal_date(signal),
                               .is_toward_rival = signal.counterpart == poles[rival_pole],
                               .direction = signal.direction,
                               .magnitude = static_cast<double>(signal.magnitude),
                               .event = events.try_emplace(key, events.size()).first->second,
                               .is_from_article = signal.is_from_article,
                               .ledger_row = row});
    }
    if (layers.geography != nullptr) {
        for (const std::string bloc : {"EU27", "ASEAN"}) {
            ledger.blocs.push_back({bloc, layers.geography->members(bloc, layers.signals->as_of)});
        }
    }
    return ledger;
}

/// All lenses at hand, and the figures of any economy at any time.
class Lenses {
  public:
    Lenses(const HedgingLayers& layers, const PerPole<std::string>& poles,
           const std::vector<std::string>& panel)
        : totals_(layers.totals), poles_(poles) {
        if (layers.totals != nullptr && layers.geography != nullptr) {
            trade_.emplace(detail::goods_lens(*layers.totals, *layers.geography, poles));
            technology_.emplace(detail::technology_lens(*layers.totals, *layers.geography, poles));
        }
        if (layers.votes != nullptr) votes_.emplace(*layers.votes, poles, panel);
        if (layers.finance != nullptr) finance_.emplace(*layers.finance, panel);
    }

    HedgingCase at(const HedgingView& view) const {
        HedgingCase one{.code = view.economy};
        // One economy's figures at two times share their errors, as they share publishers.
        if (totals_ != nullptr) one.noise_id = totals_->economies.find(view.economy);
        one.signals_as_of = view.signals_as_of;
        add_trade(one, view.year);
        add_finance(one, view.year);
        if (votes_) {
            one.kappa = votes_->kappa(view.economy, view.year);
            one.kappa_change = votes_->kappa_change(view.economy, view.year);
            if (one.kappa) {
                const int end = votes_->window_end(view.year);
                one.as_of[position(Channel::diplomacy)] =
                    fmt::format("{} to {}, UN votes", end - 4, end);
            }
        }
        return one;
    }

    PerPole<std::vector<double>> kappa_panel() const {
        return votes_ ? votes_->fixed_panel() : PerPole<std::vector<double>>{};
    }

  private:
    void add_trade(HedgingCase& one, int year) const {
        if (!trade_) return;
        const auto i = totals_->economies.find(one.code);
        if (!i) return;
        one.trade = trade_->reading(*i, year);
        one.technology = technology_->reading(*i, year);
        one.trade_changes = trade_->changes(*i, year);
        one.as_of[position(Channel::trade)] = trade_->as_of(*i, year);
        one.as_of[position(Channel::technology)] = technology_->as_of(*i, year);
    }

    void add_finance(HedgingCase& one, int year) const {
        if (!finance_) return;
        for (std::size_t g = 0; g < poles_.size(); ++g) {
            if (poles_[g] == finance_source) one.finance[g] = finance_->level(one.code, year, 0);
        }
        if (poles_[rival_pole] == finance_source) {
            one.finance_before = finance_->level(one.code, year, 1);
        }
        one.as_of[position(Channel::finance)] = finance_->as_of(one.code, year);
    }

    const TradeTotals* totals_;
    PerPole<std::string> poles_;
    std::optional<TradeLens> trade_;
    std::optional<TradeLens> technology_;
    std::optional<VoteLens> votes_;
    std::optional<FinanceLens> finance_;
};

}  // namespace

double in_years(const Date& day) {
    const auto start = std::chrono::sys_days(day.year() / std::chrono::January / 1);
    const auto elapsed = (std::chrono::sys_days(day) - start).count();
    constexpr double days_in_year = 365.25;
    return static_cast<int>(day.year()) + (static_cast<double>(elapsed) + 0.5) / days_in_year;
}

double signal_date(const Signal& signal) {
    return (in_years(signal.first_day) + in_years(signal.last_day)) / 2.0;
}

HedgingEvidence make_hedging_evidence(const HedgingLayers& layers,
                                      const HedgingEvidenceOptions& options) {
    require_different_poles(options.poles[anchor_pole], options.poles[rival_pole]);
    if (layers.totals == nullptr) {
        throw OptionError(
            "Hedging activity needs the layer of trade totals, which names its economies.");
    }
    std::vector<std::string> panel;
    for (std::size_t i = 0; i < layers.totals->economies.size(); ++i) {
        const std::string& code = layers.totals->economies[i];
        const bool is_pole =
            code == options.poles[anchor_pole] || code == options.poles[rival_pole];
        if (layers.totals->in_panel[i] && !is_pole) panel.push_back(code);
    }
    std::optional<double> as_of = options.signals_as_of;
    if (!as_of && layers.signals != nullptr) as_of = in_years(layers.signals->as_of);

    const Lenses lenses(layers, options.poles, panel);
    HedgingEvidence evidence;
    evidence.kappa_panel = lenses.kappa_panel();
    evidence.ledger = ledger_of(layers, options.poles);
    for (const std::string& code : panel) {
        evidence.cases.push_back(lenses.at({code, options.year, as_of}));
    }
    for (const HedgingView& view : options.further) {
        evidence.cases.push_back(lenses.at(view));
        evidence.cases.back().is_ranked = false;
    }
    for (const int year : options.reference_years) {
        for (const std::string& code : panel) {
            evidence.reference_panel.push_back(lenses.at({code, year, {}}));
        }
    }
    return evidence;
}

}  // namespace entente
