#pragma once

// The ledger of signals as its collectors wrote it.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// One act and pair; see docs/reference/layers.md for the meaning of the columns.
struct SignalRow {
    std::string id;
    std::string date;
    std::string actor;
    std::string counterpart;
    std::string kind;
    std::string channel;
    std::string direction;
    double magnitude = 0.0;
    std::string status;
    std::string sector;
    std::string text;
    /// Billion USD.
    std::optional<double> value_usd_bn{};
    std::string source_title;
    /// Address, or article:1, article:2.
    std::string source_url;
    std::string confidence;
};

/// All rows of `signals.csv`.
std::vector<SignalRow> read_signal_rows(const std::filesystem::path& file, Problems& problems);

}  // namespace entente
