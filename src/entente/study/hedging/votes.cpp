#include "entente/study/hedging/votes.hpp"

namespace entente::detail {
namespace {

constexpr int window_years = 5;
constexpr int first_panel_year = 2005;
constexpr int last_panel_year = 2019;
constexpr int fewest_roll_calls = 60;

/// Last year with enough roll calls; the last of all if there is none.
int last_full_year(const UnVotes& votes) {
    std::map<int, int> counts;
    for (const RollCall& call : votes.roll_calls) ++counts[call.year()];
    for (auto year = counts.rbegin(); year != counts.rend(); ++year) {
        if (year->second >= fewest_roll_calls) return year->first;
    }
    return counts.empty() ? 0 : counts.rbegin()->first;
}

}  // namespace

VoteLens::VoteLens(const UnVotes& votes, const PerPole<std::string>& poles,
                   std::vector<std::string> panel)
    : votes_(&votes), poles_(poles), panel_(std::move(panel)), last_year_(last_full_year(votes)) {}

std::vector<Ballot> VoteLens::ballots(const std::string& code, int year) const {
    std::vector<Ballot> ballots;
    const auto state = votes_->states.find(code);
    if (!state) return ballots;
    for (const RollCall& call : votes_->roll_calls) {
        if (call.year() <= year - window_years || call.year() > year) continue;
        ballots.push_back(static_cast<Ballot>(call.choices[*state] - '0'));
    }
    return ballots;
}

std::optional<double> VoteLens::similarity(const std::string& code, std::size_t pole,
                                           int year) const {
    const auto own = ballots(code, year);
    const auto other = ballots(poles_[pole], year);
    if (own.empty() || other.empty()) return {};
    const auto alike = vote_similarity(own, other);
    return alike ? std::optional(alike->kappa) : std::nullopt;
}

std::optional<PerPole<double>> VoteLens::kappa(const std::string& code, int asked) const {
    const int year = window_end(asked);
    const auto [at, is_new] = kappas_.try_emplace({code, year});
    if (is_new) {
        const auto anchor = similarity(code, anchor_pole, year);
        const auto rival = similarity(code, rival_pole, year);
        if (anchor && rival) at->second = PerPole<double>{*anchor, *rival};
    }
    return at->second;
}

std::optional<double> VoteLens::change(const std::string& code, int asked) const {
    const int year = window_end(asked);
    const auto now = kappa(code, year);
    const auto then = kappa(code, year - window_years);
    if (!now || !then) return {};
    return (*now)[rival_pole] - (*then)[rival_pole];
}

std::optional<StandardValue> VoteLens::kappa_change(const std::string& code, int year) const {
    const auto own = change(code, year);
    if (!own) return {};
    const auto [at, is_new] = change_scales_.try_emplace(year);
    if (is_new) {
        std::vector<double> changes;
        for (const std::string& other : panel_) {
            if (const auto x = change(other, year)) changes.push_back(*x);
        }
        at->second = robust_scale(changes);
    }
    return StandardValue{at->second.z(*own), 1.0 / at->second.width};
}

PerPole<std::vector<double>> VoteLens::fixed_panel() const {
    PerPole<std::vector<double>> panel;
    for (const std::string& code : panel_) {
        for (int year = first_panel_year; year <= last_panel_year; ++year) {
            const auto kappas = kappa(code, year);
            if (!kappas) continue;
            for (std::size_t g = 0; g < panel.size(); ++g) panel[g].push_back((*kappas)[g]);
        }
    }
    return panel;
}

}  // namespace entente::detail
