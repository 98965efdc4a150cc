#include "entente/study/hedging/history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/measures/hedging/draws.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/study/heat_map/us_plus_column.hpp"
#include "entente/study/hedging/finance.hpp"
#include "entente/study/hedging/options.hpp"
#include "entente/study/hedging/own_trade.hpp"
#include "entente/study/hedging/trade.hpp"
#include "entente/study/hedging/trade_publisher.hpp"
#include "entente/study/hedging/votes.hpp"
#include "entente/study/loaded_layers.hpp"
#include "entente/world/layer/layer_set.hpp"

namespace entente {
namespace {

using detail::FinanceLens;
using detail::LoadedLayers;
using detail::TradeLens;
using detail::VoteLens;

/// Years of goods trade, at whose ends the whole score is drawn, without those of a user.
constexpr std::array bundled_score_years{2005, 2015, 2018, 2019, 2023};
constexpr int first_vote_year = 2000;
constexpr int first_signal_year = 2017;
/// Years over which a movement is at least taken.
constexpr int shortest_movement = 4;

/// Rising, those of a user among them.
std::vector<int> score_years_of(const TradeTotals& totals) {
    const std::vector<int> own = totals.years(detail::own_trade_publisher);
    std::set<int> years(own.begin(), own.end());
    years.insert(bundled_score_years.begin(), bundled_score_years.end());
    return {years.begin(), years.end()};
}

std::vector<std::string> panel_of(const LoadedLayers& layers, const PerPole<std::string>& poles) {
    std::vector<std::string> panel;
    for (std::size_t i = 0; i < layers.totals->economies.size(); ++i) {
        const std::string& code = layers.totals->economies[i];
        if (layers.totals->in_panel[i] && code != poles[0] && code != poles[1]) {
            panel.push_back(code);
        }
    }
    return panel;
}

std::vector<std::string> codes_named(const std::vector<std::string>& panel,
                                     const std::vector<std::string>& asked) {
    for (const std::string& code : asked) {
        if (std::ranges::find(panel, code) != panel.end()) continue;
        throw OptionError(fmt::format("{} is not one of the {} economies of hedging activity.{}",
                                      code, panel.size(), did_you_mean(code, panel)));
    }
    return asked.empty() ? panel : asked;
}

/// The change of the tie with the rival since the last mark of the same publisher and channel that
/// is old enough; marks of the channel so far.
void add_movement(const std::vector<HistoryMark>& before, std::size_t first, HistoryMark& mark) {
    for (std::size_t k = before.size(); k > first; --k) {
        const HistoryMark& then = before[k - 1];
        if (then.channel != mark.channel || then.publisher != mark.publisher) continue;
        if (mark.year - then.year < shortest_movement) continue;
        mark.movement = *mark.tie[rival_pole] - *then.tie[rival_pole];
        mark.movement_since = then.year;
        return;
    }
}

/// All lenses of the task.
class History {
  public:
    History(const LoadedLayers& layers, const PerPole<std::string>& poles,
            const std::vector<std::string>& panel)
        : layers_(layers),
          goods_(detail::goods_lens(*layers.totals, *layers.geography, poles)),
          technology_(detail::technology_lens(*layers.totals, *layers.geography, poles)),
          energy_(detail::energy_lens(*layers.totals, *layers.geography, poles)),
          has_own_trade_(!layers.totals->years(detail::own_trade_publisher).empty()),
          poles_(poles) {
        if (layers.votes) {
            votes_.emplace(*layers.votes, poles, panel);
            vote_panel_ = votes_->fixed_panel();
            for (auto& kappas : vote_panel_) std::ranges::sort(kappas);
        }
        if (layers.finance && poles[rival_pole] == "CHN") finance_.emplace(*layers.finance, panel);
    }

    void add(const std::string& code, std::vector<HistoryMark>& marks) const {
        const std::size_t first = marks.size();
        add_trade(code, "trade", goods_, first, marks);
        add_trade(code, "technology", technology_, first, marks);
        // No part of the score: shown only where a user's files say more than two old years.
        if (has_own_trade_) add_trade(code, "energy", energy_, first, marks);
        add_finance(code, first, marks);
        add_votes(code, first, marks);
    }

    /// The balance of acts at the end of each year, where there are own acts.
    void add_signals(const std::string& code, const HedgingLedger& ledger,
                     const HedgingParameters& parameters, std::vector<HistoryMark>& marks) const {
        if (!layers_.signals) return;
        const auto magnitude = stated_magnitudes(ledger);
        const int last = static_cast<int>(layers_.signals->as_of.year()) - 1;
        for (int year = first_signal_year; year <= last; ++year) {
            const double as_of = year + 1.0;
            const auto own = signal_balances(ledger, code, as_of, magnitude, parameters.signals);
            const auto means = mean_balances(ledger, as_of, magnitude, parameters.signals);
            for (const Channel channel : all_channels) {
                const std::size_t k = position(channel);
                const std::size_t count =
                    num_acts(ledger, code, channel, as_of, parameters.signals.window_years);
                if (count == 0) continue;
                marks.push_back({.code = code,
                                 .channel = channel_names[k],
                                 .kind = "signals",
                                 .year = year,
                                 .period = fmt::format("end of {}", year),
                                 .publisher = "ledger of acts",
                                 .signals = signal_score(own[k], means[k], parameters.signals),
                                 .num_acts = count});
            }
        }
    }

  private:
    static std::size_t num_acts(const HedgingLedger& ledger, const std::string& code,
                                Channel channel, double as_of, double window) {
        return static_cast<std::size_t>(std::ranges::count_if(ledger.rows, [&](const auto& row) {
            return row.actor == code && row.channel == channel && !row.is_from_article &&
                   row.date <= as_of && as_of - row.date <= window;
        }));
    }

    void add_level(HistoryMark mark, std::size_t first, std::vector<HistoryMark>& marks) const {
        if (mark.tie[anchor_pole] && mark.tie[rival_pole]) {
            mark.level = std::min(*mark.tie[anchor_pole], *mark.tie[rival_pole]);
        }
        add_movement(marks, first, mark);
        marks.push_back(std::move(mark));
    }

    void add_trade(const std::string& code, const std::string& channel, const TradeLens& lens,
                   std::size_t first, std::vector<HistoryMark>& marks) const {
        const double alpha = HedgingParameters{}.residual_share;
        for (const auto& one : lens.readings(layers_.totals->economies.at(code))) {
            HistoryMark mark{.code = code,
                             .channel = channel,
                             .kind = "level",
                             .year = one.vintage->year,
                             .period = std::to_string(one.vintage->year),
                             .publisher = detail::publisher_name(one.vintage->publisher)};
            for (std::size_t g = 0; g < 2; ++g) {
                mark.tie[g] = trade_tie_strength(one.readings[g], alpha);
            }
            add_level(std::move(mark), first, marks);
        }
    }

    void add_finance(const std::string& code, std::size_t first,
                     std::vector<HistoryMark>& marks) const {
        if (!finance_) return;
        for (const FinanceLens::Mark& one : finance_->marks(code)) {
            HistoryMark mark{.code = code,
                             .channel = "finance",
                             .kind = "level",
                             .year = one.window->last_year,
                             .period = one.window->code,
                             .publisher = detail::publisher_name(one.window->publisher)};
            mark.tie[rival_pole] = one.percentile;
            add_level(std::move(mark), first, marks);
        }
    }

    void add_votes(const std::string& code, std::size_t first,
                   std::vector<HistoryMark>& marks) const {
        if (!votes_) return;
        constexpr int window = 5;
        const int last = votes_->window_end(9999);
        for (int year = first_vote_year; year <= last; ++year) {
            const auto kappa = votes_->kappa(code, year);
            if (!kappa) continue;
            HistoryMark mark{.code = code,
                             .channel = "diplomacy",
                             .kind = "level",
                             .year = year,
                             .period = fmt::format("{}-{}", year - window + 1, year),
                             .publisher = "UN votes"};
            for (std::size_t g = 0; g < 2; ++g) {
                mark.tie[g] = mid_rank_percentile(vote_panel_[g], (*kappa)[g]);
            }
            add_level(std::move(mark), first, marks);
        }
    }

    const LoadedLayers& layers_;
    TradeLens goods_;
    TradeLens technology_;
    TradeLens energy_;
    bool has_own_trade_ = false;
    PerPole<std::string> poles_;
    std::optional<VoteLens> votes_;
    std::optional<FinanceLens> finance_;
    PerPole<std::vector<double>> vote_panel_;
};

/// Evidence whose further cases are the economies at the ends of the score years.
HedgingEvidence evidence_of(const LoadedLayers& layers, const PerPole<std::string>& poles,
                            const std::vector<std::string>& codes,
                            const std::vector<int>& score_years) {
    HedgingEvidenceOptions options{.poles = poles, .reference_years = {}};
    for (const std::string& code : codes) {
        for (const int year : score_years) {
            options.further.push_back({.economy = code, .year = year, .signals_as_of = year + 1.0});
        }
    }
    HedgingEvidence evidence = make_hedging_evidence(layers.for_hedging(), options);
    const auto further = static_cast<std::ptrdiff_t>(options.further.size());
    evidence.cases.erase(evidence.cases.begin(), evidence.cases.end() - further);
    return evidence;
}

void add_scores(const std::string& code, std::size_t first_case,
                const std::vector<int>& score_years,
                const std::vector<std::optional<HedgingSummary>>& summaries,
                std::vector<HistoryMark>& marks) {
    for (std::size_t k = 0; k < score_years.size(); ++k) {
        const auto& summary = summaries[first_case + k];
        if (!summary) continue;
        marks.push_back({.code = code,
                         .channel = "score",
                         .kind = "score",
                         .year = score_years[k],
                         .period = fmt::format("end of {}", score_years[k]),
                         .publisher = "last figures of each channel",
                         .score = summary->index});
    }
}

}  // namespace

HedgingHistory make_hedging_history(const WorldCatalog& worlds, const HistoryOptions& options) {
    if (options.poles.size() != 2) throw OptionError("poles are two codes, such as USA,CHN.");
    const HedgingDrawOptions draws =
        detail::hedging_options(detail::HedgingWords{.poles = options.poles,
                                                     .draws = options.draws,
                                                     .seed = options.seed,
                                                     .threads = options.threads})
            .draws;
    const PerPole<std::string> poles{options.poles[0], options.poles[1]};
    const LoadedLayers layers =
        detail::load_with_trade(open_layers(worlds, options.layers), options.trade);
    if (!layers.totals) throw OptionError(missing_layer("totals"));
    if (!layers.geography) throw OptionError(missing_layer("geography"));
    const std::vector<std::string> panel = panel_of(layers, poles);
    HedgingHistory history{.poles = poles, .codes = codes_named(panel, options.countries)};
    history.legend.num_draws = draws.num_draws;
    history.legend.seed = draws.seed;
    history.legend.layers = layers.stamps;

    const std::vector<int> score_years = score_years_of(*layers.totals);
    const HedgingEvidence evidence = evidence_of(layers, poles, history.codes, score_years);
    const auto summaries =
        summarize_draws(draw_hedging(evidence, draws),
                        std::vector<bool>(evidence.cases.size(), false), draws.threads);
    const History lenses(layers, poles, panel);
    for (std::size_t k = 0; k < history.codes.size(); ++k) {
        const std::string& code = history.codes[k];
        add_scores(code, k * score_years.size(), score_years, summaries, history.marks);
        lenses.add(code, history.marks);
        lenses.add_signals(code, evidence.ledger, draws.center, history.marks);
    }
    return history;
}

TradeGrowth make_trade_growth(const WorldCatalog& worlds, const HistoryOptions& options) {
    if (options.poles.size() != 2) throw OptionError("poles are two codes, such as USA,CHN.");
    const PerPole<std::string> poles{options.poles[0], options.poles[1]};
    const LoadedLayers layers =
        detail::load_with_trade(open_layers(worlds, options.layers), options.trade);
    if (!layers.totals) throw OptionError(missing_layer("totals"));
    if (!layers.us_prices) throw OptionError(missing_layer("us-trade"));
    TradeGrowth growth{.power = poles[anchor_pole], .layers = layers.stamps};
    for (const std::string& code : codes_named(panel_of(layers, poles), options.countries)) {
        const auto windows = detail::growth_figures(layers, poles, code);
        for (const GrowthFigures& window : windows) growth.rows.push_back({code, window});
        if (windows.empty()) growth.missing.push_back(code);
    }
    return growth;
}

std::variant<HedgingHistory, TradeGrowth> show_history(const WorldCatalog& worlds,
                                                       const HistoryOptions& options) {
    if (options.show == "growth") return make_trade_growth(worlds, options);
    return make_hedging_history(worlds, options);
}

}  // namespace entente
