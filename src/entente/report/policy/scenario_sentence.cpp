#include "entente/report/policy/scenario_sentence.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "entente/base/date.hpp"
#include "entente/base/number_text.hpp"
#include "entente/scenario/change.hpp"
#include "entente/scenario/grammar.hpp"

namespace entente {
namespace {

using Names = std::map<std::string, std::string>;

/// A share as percent, free of the noise of binary fractions: 0.07 is 7.
std::string percent(double share) {
    return fmt::format("{:.6g} percent", 100.0 * share);
}

std::string listed(const std::vector<std::string>& codes, const Names& names,
                   const std::string& all) {
    std::string text;
    for (std::size_t k = 0; k < codes.size(); ++k) {
        const auto found = names.find(codes[k]);
        const std::string name = codes[k] == "*"        ? all
                                 : found == names.end() ? codes[k]
                                                        : found->second;
        if (k > 0) text += k + 1 == codes.size() ? " and " : ", ";
        text += name;
    }
    return text;
}

/// What happens to tariffs: the end of a sentence that begins with them.
std::string tariffs_end(const std::string& text) {
    const auto change = parse_change(MeasureKind::tariff, text);
    if (!change) return fmt::format("change by {}", text);
    switch (change->kind) {
        case ChangeKind::add:
            return fmt::format("{} by {:.6g} percentage points",
                               change->amount < 0.0 ? "fall" : "rise",
                               100.0 * std::abs(change->amount));
        case ChangeKind::scale:
            if (change->amount == 0.0) return "end";
            return fmt::format("are {} by {} of what they were",
                               change->amount < 1.0 ? "cut" : "raised",
                               percent(std::abs(change->amount - 1.0)));
        case ChangeKind::set:
            return fmt::format("become {}", percent(change->amount));
        case ChangeKind::table:
            return fmt::format("become those of the table {}", change->label);
        case ChangeKind::swiss:
            return fmt::format("are cut by the Swiss formula with a coefficient of {}",
                               percent(change->amount));
        case ChangeKind::partial_effect:
            break;
    }
    return "change";
}

/// A change of trade costs as a sentence without its end.
std::string costs(const std::string& trade, const std::string& text) {
    const auto change = parse_change(MeasureKind::trade_cost, text);
    if (!change) return fmt::format("the cost of {} changes by {}", trade, text);
    if (change->kind == ChangeKind::partial_effect) {
        return fmt::format("{} at given prices and incomes are multiplied by exp({})", trade,
                           shortest_text(change->amount));
    }
    return fmt::format("the cost of {} {} by {}", trade, change->amount < 1.0 ? "falls" : "rises",
                       percent(std::abs(change->amount - 1.0)));
}

std::string flows(TradeDirection direction, const std::string& by, const std::string& on) {
    if (direction == TradeDirection::imports) return fmt::format("imports of {} from {}", by, on);
    if (direction == TradeDirection::exports) return fmt::format("exports of {} to {}", by, on);
    return fmt::format("imports and exports between {} and {}", by, on);
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::string agreement(const Measure& measure, const std::string& by, const std::string& on) {
    const std::string parties =
        on.empty() ? fmt::format("among {}", by) : fmt::format("between {} and {}", by, on);
    std::string text = fmt::format("an agreement {}: ", parties);
    if (!measure.tariff.empty()) {
        text += fmt::format("tariffs {} {}", parties, tariffs_end(measure.tariff));
    }
    if (measure.trade_cost.empty()) return text;
    return text + (measure.tariff.empty() ? "" : ", and ") +
           costs("trade " + parties, measure.trade_cost);
}

std::string main_clause(const Measure& measure, const std::string& by, const std::string& on) {
    switch (measure.kind) {
        case MeasureKind::tariff:
            return fmt::format("tariffs of {} on goods from {} {}", by, on,
                               tariffs_end(measure.change));
        case MeasureKind::trade_cost:
            return costs(flows(measure.direction, by, on), measure.change);
        case MeasureKind::export_control:
            return fmt::format("{} of the exports of {} to {} stop", percent(measure.share), by,
                               on);
        case MeasureKind::import_ban:
            return flows(TradeDirection::imports, by, on) + " stop";
        case MeasureKind::cut_off:
            return flows(measure.direction, by, on) + " stop";
        case MeasureKind::fta:
            return agreement(measure, by, on);
        case MeasureKind::subsidy:
            return fmt::format("subsidies of {} on what it makes {}", by,
                               tariffs_end(measure.change));
        case MeasureKind::tariff_rate_quota:
            return fmt::format(
                "tariffs of {} on goods from {} {} up to {} of the volume of the baseline and {} "
                "beyond it",
                by, on, tariffs_end(measure.in_quota),
                percent(parse_quota(measure.quota).value_or(0.0)),
                tariffs_end(measure.out_of_quota));
        case MeasureKind::investment_screening:
            return fmt::format(
                "{}: investment from {} is screened, without effect on trade in "
                "this model",
                by, on);
        case MeasureKind::finance_offer:
            return fmt::format(
                "{}: finance is offered to {}, without effect on trade in this "
                "model",
                by, on);
    }
    return {};
}

std::string days(const Measure& measure) {
    std::string text;
    if (measure.valid_from) text += fmt::format(", from {}", date_text(*measure.valid_from));
    if (measure.valid_until) {
        text += fmt::format("{}until {}", measure.valid_from ? " " : ", ",
                            date_text(*measure.valid_until));
    }
    return text;
}

}  // namespace

std::string sentence_of(const Measure& measure, const ScenarioNames& names) {
    const std::string by = listed(measure.by, names.countries, "all countries");
    const std::string on = listed(measure.on, names.countries, "all countries");
    const bool touches_none = !rule_of(measure.kind).moves_trade && measure.sectors.empty();
    const std::string sectors =
        touches_none ? ""
        : measure.sectors.empty()
            ? ", in all sectors"
            : fmt::format(", in {}", listed(measure.sectors, names.sectors, "all sectors"));
    const std::string rent =
        measure.kind == MeasureKind::tariff_rate_quota
            ? fmt::format("; the rent goes to the {}", word_for(quota_rents(), measure.rent))
            : "";
    return capitalised(main_clause(measure, by, on)) + sectors + days(measure) + rent + ".";
}

std::string sentence_of(const Retaliation& retaliation, const ScenarioNames& names) {
    if (retaliation.rule == RetaliationRule::none) return {};
    const std::string by = listed(retaliation.by, names.countries, "all countries");
    const std::string against = listed(retaliation.against, names.countries, "all countries");
    if (is_chosen(retaliation.rule)) {
        const std::string where =
            retaliation.sectors.empty()
                ? ""
                : fmt::format(" in {}", listed(retaliation.sectors, names.sectors, "all sectors"));
        const std::string what =
            retaliation.is_by_sector ? "a tariff for each sector" : "one tariff";
        if (retaliation.rule == RetaliationRule::nash) {
            return capitalised(
                fmt::format("{} and {} each choose {}{} on goods of the other side that serves "
                            "themselves best, "
                            "given those of the others.",
                            by, against, what, where));
        }
        return capitalised(
            fmt::format("{} each choose {}{} on goods from {} that serves themselves best.", by,
                        what, where, against));
    }
    const std::string times = retaliation.rule == RetaliationRule::reciprocal
                                  ? "the same number of points"
                                  : fmt::format("{:.6g} times as many points", retaliation.factor);
    return capitalised(fmt::format("{} answer tariffs raised by {} with {} in the same sectors.",
                                   by, against, times));
}

}  // namespace entente
