#pragma once

// Early-warning indicators of one state's votes. study/risk/early_warning.hpp computes it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/report/format.hpp"
#include "entente/report/hedging/figures.hpp"

namespace entente {

struct WarningYear {
    int year = 0;
    double agreement = 0.0;
    double trend = 0.0;
    /// Of the window that ends in this year; nothing before the first is full.
    std::optional<double> autocorrelation{};
    std::optional<double> variance{};
};

/// One indicator with what the test is worth at this length.
struct WarningIndicator {
    std::string name{};
    double tau = 0.0;
    double p_value = 1.0;
    double false_alarm_rate = 0.0;
    double power = 0.0;
};

struct EarlyWarningReport {
    std::string country{};
    std::string power{};
    std::vector<WarningYear> years{};
    std::size_t window = 0;
    double persistence = 0.0;
    double level = 0.05;
    std::size_t num_surrogates = 0;
    std::size_t num_series = 0;
    std::uint64_t seed = 0;
    std::vector<WarningIndicator> indicators{};
    std::vector<LayerStamp> layers{};
};

std::string render(const EarlyWarningReport& report, const Rendering& how);

}  // namespace entente
