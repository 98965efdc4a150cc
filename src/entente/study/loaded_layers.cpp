#include "entente/study/loaded_layers.hpp"

#include <fmt/format.h>

#include <chrono>
#include <vector>

#include "entente/base/error.hpp"

namespace entente::detail {
namespace {

template <class Table>
const Table* pointer_to(const std::optional<Table>& table) {
    return table ? &*table : nullptr;
}

}  // namespace

HedgingLayers LoadedLayers::for_hedging() const {
    return {.totals = pointer_to(totals),
            .geography = pointer_to(geography),
            .votes = pointer_to(votes),
            .finance = pointer_to(finance),
            .signals = pointer_to(signals)};
}

LoadedLayers load(const LayerSet& layers) {
    LoadedLayers loaded;
    const auto take = [&](std::string_view layout) {
        const Layer* layer = layers.find(layout);
        if (layer != nullptr) {
            loaded.stamps.push_back({.name = layer->name(),
                                     .content_hash = layer->content_hash(),
                                     .sources = layer->data().source_names});
        }
        return layer;
    };
    if (const Layer* layer = take("totals")) loaded.totals = read_trade_totals(*layer);
    if (const Layer* layer = take("geography")) loaded.geography = read_geography(*layer);
    if (const Layer* layer = take("votes")) loaded.votes = read_un_votes(*layer);
    if (const Layer* layer = take("finance")) loaded.finance = read_finance_windows(*layer);
    if (const Layer* layer = take("signals")) loaded.signals = read_signals(*layer);
    if (const Layer* layer = take("security")) loaded.security = read_security_ties(*layer);
    if (const Layer* layer = take("us-trade")) {
        loaded.us_imports = read_us_imports(*layer);
        loaded.us_prices = read_us_prices(*layer);
    }
    return loaded;
}

void keep_signals_up_to(const Date& day, LoadedLayers& layers) {
    if (!layers.signals) return;
    SignalsLedger& ledger = *layers.signals;
    if (std::chrono::sys_days(day) > std::chrono::sys_days(ledger.as_of)) {
        throw OptionError(
            fmt::format("as-of is {}; the ledger of signals knows nothing after {}. Give that day "
                        "or an earlier one.",
                        date_text(day), date_text(ledger.as_of)));
    }
    ledger.as_of = day;
    std::erase_if(ledger.signals, [&](const Signal& signal) {
        return std::chrono::sys_days(signal.first_day) > std::chrono::sys_days(day);
    });
}

}  // namespace entente::detail
