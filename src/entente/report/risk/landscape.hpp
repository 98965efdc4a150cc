#pragma once

// Camps of states and how firmly each stands in its own. study/risk/landscape.hpp computes it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"

namespace entente {

struct LandscapeRow {
    std::string code{};
    std::string name{};
    /// Share of the sizes of all actors, 0 to 1.
    double size_share = 0.0;
    /// Whether it stands with the first power in the lowest minimum.
    bool is_with_first = false;
    /// [eq:flip-margin] at the given weights; 0 = indifferent.
    double flip_margin = 0.0;
    /// Shares of weight draws, 0 to 1.
    double with_first_share = 0.0;
    double with_second_share = 0.0;
    double undecided_share = 0.0;
    /// Margin toward the first power over the draws.
    double margin_low = 0.0;
    double margin_median = 0.0;
    double margin_high = 0.0;
    /// With a temperature: chance of the first power's camp, 0 to 1.
    std::optional<double> first_camp_chance{};
};

struct LandscapeMinimumRow {
    double energy = 0.0;
    double basin_share = 0.0;
    std::vector<std::string> first_camp{};
    std::vector<std::string> second_camp{};
    /// Energy to climb to the lowest minimum; nothing for that one itself.
    std::optional<double> barrier{};
};

struct LandscapeReport {
    std::string first_power{};
    std::string second_power{};
    int year = 0;
    /// Years of votes that count, such as "2019 to 2023".
    std::string vote_years{};
    /// "votes 0.33, pacts 0.33, rivalry 0.33"
    std::string weights{};
    /// Pairs counted as rivals.
    std::vector<std::string> rivals{};
    /// Pairs without enough joint votes, counted as neutral.
    std::vector<std::string> pairs_without_votes{};
    /// Margin toward the first power, highest first.
    std::vector<LandscapeRow> rows{};
    /// 0 = none asked for.
    double temperature = 0.0;
    std::size_t num_minima = 0;
    /// The lowest, at most eight.
    std::vector<LandscapeMinimumRow> minima{};
    std::size_t num_draws = 0;
    std::uint64_t seed = 0;
    double one_minimum_share = 0.0;
    double powers_apart_share = 0.0;
    std::vector<LayerStamp> layers{};
};

std::string render(const LandscapeReport& report, const Rendering& how);

}  // namespace entente
