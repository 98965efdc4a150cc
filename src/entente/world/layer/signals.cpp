#include "entente/world/layer/signals.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "entente/world/layer/validate_layer.hpp"

namespace entente {
namespace {

constexpr std::array<std::pair<SignalChannel, std::string_view>, 6> channel_words{{
    {SignalChannel::trade, "trade"},
    {SignalChannel::technology, "technology"},
    {SignalChannel::infrastructure_finance, "infrastructure_finance"},
    {SignalChannel::energy, "energy"},
    {SignalChannel::diplomacy, "diplomacy"},
    {SignalChannel::security, "security"},
}};

/// The layout admits no other word.
SignalChannel channel_of(const std::string& word) {
    for (const auto& [channel, known] : channel_words) {
        if (known == word) return channel;
    }
    return SignalChannel::trade;
}

Signal read_signal(const LayerTable& table, std::size_t row) {
    const auto text = [&](const char* column) { return table[column].text(row); };
    const auto days = detail::days_of(text("date"));
    const double value = table["value_usd_bn"].number(row);
    return {.id = text("id"),
            .date = text("date"),
            .first_day = days ? days->first : Date{},
            .last_day = days ? days->second : Date{},
            .actor = text("actor"),
            .counterpart = text("counterpart"),
            .kind = text("kind"),
            .channel = channel_of(text("channel")),
            .direction = text("direction") == "1" ? 1 : -1,
            .magnitude = static_cast<int>(table["magnitude"].number(row)),
            .status = text("status"),
            .sector = text("sector"),
            .text = text("text"),
            .value_usd_bn = std::isnan(value) ? std::nullopt : std::optional(value),
            .publisher = text("publisher"),
            .url = text("url"),
            .confidence = text("confidence"),
            .is_from_article = text("evidence") == "article"};
}

}  // namespace

std::string_view signal_channel_word(SignalChannel channel) {
    return channel_words[static_cast<std::size_t>(channel)].second;
}

SignalsLedger read_signals(const Layer& layer, const SignalsOptions& options) {
    const LayerTable& table = layer.table("signals");
    SignalsLedger ledger{.as_of = layer.data().as_of, .signals = {}};
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        Signal signal = read_signal(table, row);
        if (signal.is_from_article) {
            ++ledger.num_article_rows;
            if (!options.include_articles) continue;
        }
        ledger.signals.push_back(std::move(signal));
    }
    std::ranges::stable_sort(ledger.signals, {}, &Signal::id);
    return ledger;
}

}  // namespace entente
