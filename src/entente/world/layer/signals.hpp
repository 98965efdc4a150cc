#pragma once

// The ledger of signals: dated, sourced acts by which one government or economy moves closer to or
// away from another. Evidence, not a census: a rising count is not rising hedging.

#include <optional>
#include <string>
#include <vector>

#include "entente/base/date.hpp"
#include "entente/world/layer/layer.hpp"

namespace entente {

enum class SignalChannel {
    trade,
    technology,
    infrastructure_finance,
    energy,
    diplomacy,
    security,
};

struct Signal {
    std::string id;
    /// As far as the source states it: YYYY, YYYY-MM or YYYY-MM-DD.
    std::string date;
    /// The days the date allows: both the same where the day is known.
    Date first_day{};
    Date last_day{};
    /// Alpha-3 codes, or a group: EU27, ASEAN, MERCOSUR, GCC, CPTPP, EFTA, EAEU, BRICS; WLD as
    /// counterpart is everybody.
    std::string actor;
    std::string counterpart;
    std::string kind;
    SignalChannel channel{};
    /// +1 the actor moves closer to the counterpart, -1 away.
    int direction = 0;
    /// 1 statement, 2 memorandum or visit, 3 deal of limited scope, 4 major, 5 structural.
    int magnitude = 0;
    std::string status;
    std::string sector;
    std::string text;
    /// Billion USD, where the source states one.
    std::optional<double> value_usd_bn{};
    /// Domain of the page.
    std::string publisher;
    std::string url;
    /// "high" or "medium".
    std::string confidence;
    /// Taken from one of the two articles whose heat map the product compares itself with.
    bool is_from_article = false;
};

struct SignalsLedger {
    /// The last day the ledger knows of.
    Date as_of{};
    /// By id.
    std::vector<Signal> signals;
    /// Rows of the articles, which were left out unless asked for.
    std::size_t num_article_rows = 0;
};

struct SignalsOptions {
    /// Keep rows taken from the articles. A score compared with the articles must not rest on them.
    bool include_articles = false;
};

/// The word by which files write a channel: "infrastructure_finance".
std::string_view signal_channel_word(SignalChannel channel);

/// @param layer  of layout "signals"; @throws ShapeError if it is another.
SignalsLedger read_signals(const Layer& layer, const SignalsOptions& options = {});

}  // namespace entente
