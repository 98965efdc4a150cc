#pragma once

// What stands beside the similarity of votes: distance of positions, treaties and troops.

#include <optional>

#include "entente/realignment/positions.hpp"
#include "entente/report/alignment/vote_tables.hpp"
#include "entente/world/layer/layer_set.hpp"
#include "entente/world/layer/security_ties.hpp"

namespace entente::detail {

class AlignmentTies {
  public:
    /// Positions count only if they were estimated from these very roll calls.
    AlignmentTies(const LayerSet& layers, const Layer& votes);

    /// Fills the ties of a row that names state, power and window. Positions are those of all roll
    /// calls and stand on rows of all votes alone.
    void add(AlignmentRow& row) const;

    /// Layers used, for the lines beneath the table.
    std::vector<WorldStamp> stamps() const { return stamps_; }

  private:
    struct Distance {
        double value = 0.0;
        double error = 0.0;
    };
    std::optional<Distance> distance(const AlignmentRow& row, int year) const;
    void add_security(AlignmentRow& row) const;

    std::optional<Positions> positions_{};
    std::optional<SecurityTies> security_{};
    std::vector<WorldStamp> stamps_{};
};

}  // namespace entente::detail
