#pragma once

// How an economy stood between two powers at the times there are figures for: marks and gaps, never
// a line. study/hedging/history.cpp computes it.

#include <optional>
#include <string>
#include <vector>

#include "entente/measures/hedging/draw_summary.hpp"
#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"
#include "entente/report/world_stamp.hpp"

namespace entente {

/// One channel of one economy at one time, or its score.
struct HistoryMark {
    std::string code{};
    /// "trade", "technology", "finance", "diplomacy"; "score" = the whole.
    std::string channel{};
    /// "level": the ties of one publisher. "signals": the balance of acts. "score": the index.
    std::string kind{};
    /// Where it stands in time: the year, or the end of a window.
    int year = 0;
    /// "2019", "2014-2018H1", "2015-2019".
    std::string period{};
    /// Who publishes it, and what is counted.
    std::string publisher{};
    /// 0 to 1; nothing where there is none of that pole.
    PerPole<std::optional<double>> tie{};
    /// The smaller of the two ties, 0 to 1.
    std::optional<double> level{};
    /// Change of the tie with the rival since the publisher's last figure at least 4 years before.
    std::optional<double> movement{};
    std::optional<int> movement_since{};
    /// s, 0 to 1, with the number of own acts of the window behind it.
    std::optional<double> signals{};
    std::optional<std::size_t> num_acts{};
    /// Of the index, 0 to 100.
    std::optional<DrawInterval> score{};
};

struct HedgingHistory {
    PerPole<std::string> poles{};
    HedgingLegend legend{};
    /// By economy, channel and time.
    std::vector<HistoryMark> marks{};
    /// Economies, in the order asked for.
    std::vector<std::string> codes{};
};

std::string render(const HedgingHistory& history, const Rendering& how);

}  // namespace entente
