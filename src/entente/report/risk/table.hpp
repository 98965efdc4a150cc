#pragma once

// The risk of partial reversal of each country, as figures, tables and documents. study/risk.hpp
// computes it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/report/document.hpp"
#include "entente/report/format.hpp"
#include "entente/report/levels.hpp"
#include "entente/report/table.hpp"

namespace entente {

/// A country-year of the past most like today's, and the year of the event that followed, if any.
struct RiskPrecedent {
    std::string code{};
    std::string name{};
    int year = 0;
    std::optional<int> event_year{};
};

/// Log odds of one block of drivers against the average partner.
struct RiskBlock {
    std::string name{};
    double log_odds = 0.0;
};

/// One country, or a group: then the figures are the range over its members.
struct RiskRow {
    std::string code{};
    std::string name{};
    bool is_partner = false;
    bool is_treaty_ally = false;
    /// Chance over the horizon, 0 to 1: median of the draws, and where 90 percent of them lie.
    double probability = 0.0;
    double low = 0.0;
    double high = 0.0;
    double multiple_of_base_rate = 0.0;
    std::size_t label = 0;
    /// Share of draws with that label.
    double label_probability = 0.0;
    std::size_t lowest_label = 0;
    std::size_t highest_label = 0;
    std::vector<RiskBlock> blocks{};
    std::vector<RiskPrecedent> precedents{};
    /// With a scenario: median change of the probability, and share of draws in which it rises.
    std::optional<double> change{};
    std::optional<double> share_rising{};
    /// Members of a group with the lowest and highest probability; empty for a country.
    std::string lowest_member{};
    std::string highest_member{};

    bool is_group() const { return !lowest_member.empty(); }
    bool is_not_separable() const { return highest_label - lowest_label >= 2; }
};

struct RiskTable {
    /// Last year of the data.
    int year = 0;
    int horizon = 5;
    std::size_t num_draws = 0;
    std::uint64_t seed = 0;
    /// Of the average partner, over the horizon.
    double base_rate = 0.0;
    LevelThresholds cuts{};
    std::vector<RiskRow> rows{};
    /// What a scenario changed, and how each change reaches the risk; empty without one.
    std::vector<std::string> scenario_notes{};
    std::vector<std::string> sources{};
};

/// The sentence that stands beside every figure of risk.
inline constexpr const char* risk_caution =
    "History holds few such events; this model improves on the average rate by only a few "
    "percent, and cannot rank close allies.";

/// "Low", or "Low to Medium, not separable".
std::string risk_label_words(const RiskRow& row);

Table risk_data_table(const RiskTable& table);
Document risk_document(const RiskTable& table);
std::string render(const RiskTable& table, const Rendering& how);

}  // namespace entente
