#pragma once

// Whether a network of alliances holds. study/risk/network.hpp computes it.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"

namespace entente {

struct NetworkRow {
    std::string code{};
    std::string name{};
    double strength_share = 0.0;
    std::size_t num_allies = 0;
    std::size_t num_spare = 0;
    /// Empty if nobody can beat it.
    std::vector<std::string> attackers{};
};

/// An alliance defence does not need, by the trade that holds it.
struct SpareAlliance {
    std::string a{};
    std::string b{};
    /// Smaller of the two shares of their trade in GDP, 0 to 1.
    double trade_share = 0.0;
    /// Gain per unit of trade at which it pays for both; nothing without trade.
    std::optional<double> needed_gain{};
};

struct NetworkReport {
    int year = 0;
    int trade_year = 0;
    double advantage = 1.0;
    /// Share of GDP an alliance costs each side.
    double cost = 0.0;
    std::size_t num_alliances = 0;
    std::size_t num_wanted = 0;
    std::vector<std::string> wanted{};
    std::optional<double> threshold{};
    std::vector<NetworkRow> rows{};
    /// By needed gain, the most first.
    std::vector<SpareAlliance> spare{};
    std::vector<LayerStamp> layers{};

    std::size_t num_vulnerable() const;
};

std::string render(const NetworkReport& report, const Rendering& how);

}  // namespace entente
