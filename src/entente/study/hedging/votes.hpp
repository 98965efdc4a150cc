#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "entente/measures/hedging/evidence.hpp"
#include "entente/measures/hedging/vote_similarity.hpp"
#include "entente/numerics/order_statistics.hpp"
#include "entente/world/layer/un_votes.hpp"

namespace entente::detail {

/// Agreement of the panel's votes with both poles in windows of five years.
class VoteLens {
  public:
    /// @param panel  codes of the economies measured; those that are not members have no figures.
    VoteLens(const UnVotes& votes, const PerPole<std::string>& poles,
             std::vector<std::string> panel);

    /// Last year of the window that stands for a year: that year, or before it the last one with at
    /// least 60 roll calls, because a year of few votes says nothing of where a state stands.
    int window_end(int year) const { return year < last_year_ ? year : last_year_; }
    /// Window that stands for a year; nothing with fewer than 60 joint votes with either pole.
    std::optional<PerPole<double>> kappa(const std::string& code, int year) const;
    /// Change with the rival between that window and the five years before, by the spread of such
    /// changes in the panel.
    std::optional<StandardValue> kappa_change(const std::string& code, int year) const;
    /// [pole] kappas of the fixed panel: windows that end in 2005 to 2019.
    PerPole<std::vector<double>> fixed_panel() const;

  private:
    std::vector<Ballot> ballots(const std::string& code, int year) const;
    std::optional<double> similarity(const std::string& code, std::size_t pole, int year) const;
    std::optional<double> change(const std::string& code, int year) const;

    const UnVotes* votes_;
    PerPole<std::string> poles_;
    std::vector<std::string> panel_;
    int last_year_ = 0;
    /// [(code, year)] both kappas; filled when asked for the first time.
    mutable std::map<std::pair<std::string, int>, std::optional<PerPole<double>>> kappas_;
    mutable std::map<int, RobustScale> change_scales_;
};

}  // namespace entente::detail
