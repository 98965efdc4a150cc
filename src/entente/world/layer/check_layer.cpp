#include "entente/world/layer/check_layer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/world/layer/finance_windows.hpp"
#include "entente/world/layer/security_ties.hpp"
#include "entente/world/layer/signals.hpp"
#include "entente/world/layer/trade_totals.hpp"
#include "entente/world/layer/un_votes.hpp"
#include "entente/world/layer/us_imports.hpp"
#include "entente/world/layer/us_products.hpp"
#include "entente/world/layer/us_tariffs.hpp"

namespace entente {
namespace {

using Subject = std::vector<std::string>;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double percent = 100.0;
constexpr double thousand_usd_per_billion = 1e6;

Subject words_of(std::string_view text) {
    Subject words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

int year_of(const std::string& word) {
    int year = 0;
    std::from_chars(word.data(), word.data() + word.size(), year);
    return year;
}

double rows(const Layer& layer, const Subject& subject) {
    return static_cast<double>(layer.table(subject[0]).num_rows());
}

/// The vintage a subject names and the positions of two economies in it.
struct TradePlace {
    TradeTotals totals;
    const TradeVintage* vintage = nullptr;
    std::size_t a = 0, b = 0;
};

TradePlace trade_place(const Layer& layer, const Subject& subject) {
    TradePlace place{.totals = read_trade_totals(layer)};
    const auto found = std::ranges::find(place.totals.vintages, subject[0], &TradeVintage::code);
    if (found == place.totals.vintages.end()) {
        throw OptionError(fmt::format("there is no vintage {}", subject[0]));
    }
    place.vintage = &*found;
    if (subject.size() > 2) {
        place.a = place.totals.economies.at(subject[1]);
        place.b = place.totals.economies.at(subject[2]);
    }
    return place;
}

double trade(const Layer& layer, const Subject& subject) {
    const TradePlace place = trade_place(layer, subject);
    return place.vintage->trade(place.a, place.b);
}

double trade_share(const Layer& layer, const Subject& subject) {
    const TradePlace place = trade_place(layer, subject);
    return percent * place.vintage->with(place.a, place.b) / place.vintage->total(place.a);
}

double world_exports(const Layer& layer, const Subject& subject) {
    return trade_place(layer, subject).vintage->world_exports;
}

double votes_cast(const Layer& layer, const Subject& subject) {
    const UnVotes votes = read_un_votes(layer);
    const std::size_t state = votes.states.at(subject[0]);
    const int first = year_of(subject[1]);
    const int last = year_of(subject[2]);
    double count = 0.0;
    for (const RollCall& roll_call : votes.roll_calls) {
        const int year = roll_call.year();
        if (year >= first && year <= last && roll_call.took_part(state)) count += 1.0;
    }
    return count;
}

double records(const Layer& layer, const Subject& subject) {
    double count = 0.0;
    for (const FinanceWindow& window : read_finance_windows(layer).windows) {
        if (window.publisher != subject[0]) continue;
        for (const FinanceSum& sum : window.sums) count += sum.num_records;
    }
    return count;
}

double article_rows(const Layer& layer, const Subject&) {
    return static_cast<double>(read_signals(layer).num_article_rows);
}

double price_index(const Layer& layer, const Subject& subject) {
    return read_us_prices(layer).at(subject[0]).value_or(nothing);
}

double imports_of_year(const Layer& layer, const Subject& subject) {
    const UsImports us = read_us_imports(layer);
    const std::size_t partner = us.partners.at(subject[0]);
    double sum = 0.0;
    for (std::size_t m = 0; m < us.months.size(); ++m) {
        if (us.months[m].starts_with(subject[1])) sum += us.total_imports(partner, m);
    }
    return sum / thousand_usd_per_billion;
}

double added_rate(const Layer& layer, const Subject& subject) {
    const UsTariffs tariffs = read_us_tariffs(layer);
    const auto day = parse_date(subject[0]);
    const auto found = day ? std::ranges::find(tariffs.dates, *day) : tariffs.dates.end();
    if (found == tariffs.dates.end()) return nothing;
    return percent * tariffs.added_rate(static_cast<std::size_t>(found - tariffs.dates.begin()),
                                        tariffs.partners.at(subject[1]));
}

double product_imports(const Layer& layer, const Subject& subject) {
    return read_us_products(layer).imports_of(subject[0], subject[1]);
}

double troops(const Layer& layer, const Subject& subject) {
    return read_security_ties(layer).troops_in(subject[0], year_of(subject[1]));
}

double defence_usa(const Layer& layer, const Subject& subject) {
    const SecurityTies ties = read_security_ties(layer);
    const SecurityYear* row = ties.find(subject[0], year_of(subject[1]));
    return row == nullptr ? 0.0 : row->defence_usa;
}

struct Measure {
    std::string_view name;
    /// Layout it belongs to; empty = any.
    std::string_view layout;
    std::size_t num_words;
    double (*value)(const Layer&, const Subject&);
};

constexpr std::array<Measure, 13> measures{{
    {"rows", "", 1, rows},
    {"trade", "totals", 3, trade},
    {"trade_share", "totals", 3, trade_share},
    {"world_exports", "totals", 1, world_exports},
    {"votes_cast", "votes", 3, votes_cast},
    {"records", "finance", 1, records},
    {"article_rows", "signals", 0, article_rows},
    {"price_index", "us-trade", 1, price_index},
    {"imports_of_year", "us-trade", 2, imports_of_year},
    {"added_rate", "us-tariffs", 2, added_rate},
    {"product_imports", "us-products", 2, product_imports},
    {"troops", "security", 2, troops},
    {"defence_usa", "security", 2, defence_usa},
}};

void judge(CheckResult& result) {
    if (!result.reference || !result.tolerance) return;
    result.status = std::abs(result.value - *result.reference) <= *result.tolerance
                        ? CheckStatus::passed
                        : CheckStatus::failed;
}

CheckResult check_reference(const Layer& layer, const ReferenceValue& reference) {
    CheckResult result{.check = reference.check,
                       .subject = reference.subject,
                       .value = nothing,
                       .reference = reference.value,
                       .tolerance = reference.tolerance,
                       .unit = reference.unit,
                       .source = reference.source};
    if (reference.check.starts_with("recorded_")) {
        result.value = reference.value;
        result.reference.reset();
        return result;
    }
    const auto measure = std::ranges::find(measures, reference.check, &Measure::name);
    const Subject subject = words_of(reference.subject);
    if (measure == measures.end() ||
        (!measure->layout.empty() && measure->layout != layer.layout()) ||
        subject.size() != measure->num_words) {
        result.check += ": no such check of this layer";
        result.status = CheckStatus::failed;
        return result;
    }
    try {
        result.value = measure->value(layer, subject);
    } catch (const Error& error) {
        result.check += fmt::format(": {}", error.what());
        result.status = CheckStatus::failed;
        return result;
    }
    judge(result);
    return result;
}

/// The largest part by which shipped pairs of an economy exceed its total: rounding at most.
CheckResult pairs_within_totals(const Layer& layer) {
    constexpr double rounding = 1e-4;
    const TradeTotals totals = read_trade_totals(layer);
    CheckResult result{.check = "pairs do not exceed totals",
                       .reference = 0.0,
                       .tolerance = rounding,
                       .unit = "1"};
    for (const TradeVintage& vintage : totals.vintages) {
        for (std::size_t i = 0; i < totals.economies.size(); ++i) {
            double sum = 0.0;
            for (std::size_t n = 0; n < totals.economies.size(); ++n) {
                if (!std::isnan(vintage.trade(i, n))) sum += vintage.trade(i, n);
            }
            if (!(vintage.total_exports[i] > 0.0)) continue;
            const double excess = sum / vintage.total_exports[i] - 1.0;
            if (excess > result.value) {
                result.value = excess;
                result.subject = fmt::format("{} {}", vintage.code, totals.economies[i]);
            }
        }
    }
    judge(result);
    return result;
}

/// The largest gap between a partner's industries and its total, over all months together.
CheckResult industries_add_up(const Layer& layer) {
    constexpr double rounding = 1e-5;
    const UsImports us = read_us_imports(layer);
    CheckResult result{.check = "industries add up to the total",
                       .reference = 0.0,
                       .tolerance = rounding,
                       .unit = "1"};
    for (std::size_t p = 0; p < us.partners.size(); ++p) {
        double total = 0.0;
        double sum = 0.0;
        for (std::size_t m = 0; m < us.months.size(); ++m) {
            total += us.total_imports(p, m);
            for (std::size_t k = 0; k < us.industries.size(); ++k) sum += us.imports(p, m, k);
        }
        const double gap = total > 0.0 ? std::abs(sum / total - 1.0) : 0.0;
        if (gap > result.value) {
            result.value = gap;
            result.subject = us.partners[p];
        }
    }
    judge(result);
    return result;
}

CheckResult sources_with_licence(const Layer& layer) {
    CheckResult result{.check = "sources without a licence",
                       .value = 0.0,
                       .reference = 0.0,
                       .tolerance = 0.0,
                       .unit = "sources"};
    for (const Source& source : layer.data().sources) {
        if (source.licence.empty()) result.value += 1.0;
    }
    judge(result);
    return result;
}

}  // namespace

std::vector<CheckResult> check_layer(const Layer& layer) {
    std::vector<CheckResult> results{sources_with_licence(layer)};
    for (const LayerTable& table : layer.data().tables) {
        results.push_back({.check = "table has rows",
                           .subject = table.name,
                           .value = static_cast<double>(table.num_rows()),
                           .unit = "rows"});
    }
    if (layer.layout() == "totals") results.push_back(pairs_within_totals(layer));
    if (layer.layout() == "us-trade") results.push_back(industries_add_up(layer));
    for (const ReferenceValue& reference : layer.data().reference_values) {
        results.push_back(check_reference(layer, reference));
    }
    return results;
}

}  // namespace entente
