#include "entente/study/alignment/alignment_ties.hpp"

#include <algorithm>
#include <cmath>

#include "entente/realignment/stored_positions.hpp"
#include "entente/study/selection.hpp"

namespace entente::detail {
namespace {

bool holds_year(const auto& rows, int year) {
    return std::ranges::any_of(rows, [&](const auto& row) { return row.year == year; });
}

/// [power] the obligation of defence a state has toward it; nothing for a power without a column.
std::optional<double> defence_toward(const std::string& power, const SecurityYear* row) {
    if (power == "USA") return row == nullptr ? 0.0 : row->defence_usa;
    if (power == "CHN") return row == nullptr ? 0.0 : row->defence_chn;
    if (power == "RUS") return row == nullptr ? 0.0 : row->defence_rus;
    return {};
}

}  // namespace

AlignmentTies::AlignmentTies(const LayerSet& layers, const Layer& votes) {
    if (const Layer* layer = layers.find("positions")) {
        const StatePositions stored = read_state_positions(*layer);
        if (stored.votes_hash == votes.content_hash()) {
            positions_ = positions_of(stored);
            stamps_.push_back(stamp(*layer));
        }
    }
    if (const Layer* layer = layers.find("security")) {
        security_ = read_security_ties(*layer);
        stamps_.push_back(stamp(*layer));
    }
}

// [eq:position-distance]  D = |theta[i] - theta[m]|, errors of the two taken as independent
std::optional<AlignmentTies::Distance> AlignmentTies::distance(const AlignmentRow& row,
                                                               int year) const {
    const auto state = positions_->states.find(row.code);
    const auto power = positions_->states.find(row.to);
    const auto at = std::ranges::lower_bound(positions_->years, year);
    if (!state || !power || at == positions_->years.end() || *at != year) return {};
    const auto t = static_cast<std::size_t>(at - positions_->years.begin());
    const double gap = std::abs(positions_->smoothed(*state, t) - positions_->smoothed(*power, t));
    if (std::isnan(gap)) return {};
    return Distance{gap, std::hypot(positions_->smoothed_error(*state, t),
                                    positions_->smoothed_error(*power, t))};
}

void AlignmentTies::add(AlignmentRow& row) const {
    if (positions_ && row.votes == "all") {
        const auto now = distance(row, row.last_year);
        const auto before = distance(row, row.first_year - 1);
        if (now) {
            row.distance = now->value;
            row.distance_error = now->error;
        }
        if (now && before) row.distance_drift = now->value - before->value;
    }
    if (security_) add_security(row);
}

void AlignmentTies::add_security(AlignmentRow& row) const {
    if (holds_year(security_->years, row.last_year)) {
        row.defence = defence_toward(row.to, security_->find(row.code, row.last_year));
    }
    if (row.to == "USA" && holds_year(security_->troops, row.last_year)) {
        row.troops = security_->troops_in(row.code, row.last_year);
    }
}

}  // namespace entente::detail
