#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "entente/source/signal_rows.hpp"
#include "entente/world/recipe/layer/layer_builders.hpp"
#include "entente/world/recipe/layer/layer_rows.hpp"

namespace entente::detail {
namespace {

constexpr std::string_view article_mark = "article:";

bool is_article(const SignalRow& row) {
    return row.source_url.starts_with(article_mark);
}

/// The host of an address without "www."; an article stands for itself.
std::string publisher_of(const std::string& url) {
    const std::size_t slashes = url.find("://");
    if (slashes == std::string::npos) return url;
    std::string_view host = std::string_view(url).substr(slashes + 3);
    host = host.substr(0, host.find('/'));
    if (host.starts_with("www.")) host.remove_prefix(4);
    return std::string(host);
}

bool is_left_out(const SignalRow& row, const std::vector<std::string>& titles) {
    return std::ranges::any_of(
        titles, [&](const std::string& title) { return row.source_title.starts_with(title); });
}

}  // namespace

std::vector<LayerTable> build_signals(const LayerRecipe& recipe) {
    const std::vector<std::string> left_out = recipe.table.texts("left_out_titles");
    LayerRows signals("signals", "signals");
    for (const SignalRow& row : read_signal_rows(recipe.file("signals"), recipe.problems)) {
        if (is_left_out(row, left_out)) continue;
        signals.add(row.id, row.date, row.actor, row.counterpart, row.kind, row.channel,
                    row.direction, row.magnitude, row.status, row.sector, row.text,
                    row.value_usd_bn.value_or(std::numeric_limits<double>::quiet_NaN()),
                    publisher_of(row.source_url), row.source_url, row.confidence,
                    is_article(row) ? "article" : "own");
    }
    return {signals.sorted()};
}

}  // namespace entente::detail
