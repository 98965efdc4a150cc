#pragma once

// The note of an economy in the heat map: short clauses, each of figures of one publisher.

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "entente/study/hedging/votes.hpp"
#include "entente/study/loaded_layers.hpp"

namespace entente::detail {

/// Changes below these are not worth a clause; our own cuts, stated with their reasons where they
/// are used.
inline constexpr double smallest_share_move = 0.05;
inline constexpr double smallest_kappa_move = 0.10;
inline constexpr double largest_industry_effect = 0.10;

/// Own acts of an economy in the window that counts, by what they do to its tie with the rival;
/// those that an article supplied are left out.
struct ActCounts {
    Date since{};
    std::size_t toward = 0;
    std::size_t away = 0;
    /// With others than the rival.
    std::size_t elsewhere = 0;
    std::set<int> years_toward{};

    std::size_t all() const { return toward + away + elsewhere; }
    /// "Oct 2021"
    std::string since_words() const;
};

ActCounts count_acts(const SignalsLedger& ledger, const std::string& code,
                     const std::string& rival);

/// Clauses without full stop, in the order of the note; a clause without its figures is left out.
/// No clause gives a cause, or compares two publishers. Borrows the layers.
class HedgingNotes {
  public:
    HedgingNotes(const LoadedLayers& layers, const PerPole<std::string>& poles);

    /// Empty for a pole.
    std::vector<std::string> clauses(const std::string& code) const;

    /// "China 8.2% and the US 8.4% of goods trade (2023, BACI)"
    std::optional<std::string> position(const std::string& code) const;
    /// "China 13% to 25% of goods trade in 2005-15 (UNCTAD)"
    std::optional<std::string> movement(const std::string& code) const;
    /// "UN-vote kappa with China -0.01 (2014-18) to -0.12 (2019-23)"
    std::optional<std::string> votes(const std::string& code) const;
    /// "13 dated acts since Oct 2021: 5 toward China, 5 away, 3 elsewhere"
    std::optional<std::string> acts(const std::string& code) const;
    /// "Technology as of 2015"
    std::optional<std::string> technology(const std::string& code) const;
    /// "US imports from Viet Nam +38% (Jan-Nov 2025 on Jan-Nov 2024, US Census)"
    std::optional<std::string> us_imports(const std::string& code) const;

  private:
    /// Share of a pole in an economy's trade; nothing if not covered.
    std::optional<double> share(const TradeVintage& vintage, const std::string& code,
                                std::size_t pole) const;
    /// "the US" and names of the geography layer; else the code.
    std::string name(const std::string& code) const;

    const LoadedLayers* layers_;
    PerPole<std::string> poles_;
    std::optional<VoteLens> votes_;
};

}  // namespace entente::detail
