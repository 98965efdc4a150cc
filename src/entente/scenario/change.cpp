#include "entente/scenario/change.hpp"

#include <cmath>

#include "entente/base/number_text.hpp"

namespace entente {
namespace {

constexpr double percent = 100.0;

/// The number between a beginning and an ending, or nothing.
std::optional<double> number_between(std::string_view text, std::string_view beginning,
                                     std::string_view ending) {
    if (!text.starts_with(beginning) || !text.ends_with(ending)) return std::nullopt;
    if (text.size() <= beginning.size() + ending.size()) return std::nullopt;
    text.remove_prefix(beginning.size());
    text.remove_suffix(ending.size());
    const auto number = parse_number(text);
    const double* value = std::get_if<double>(&number);
    return value ? std::optional(*value) : std::nullopt;
}

/// A number that must carry a sign, so that "10%" is not taken for "=10%".
std::optional<double> signed_number(std::string_view text, std::string_view ending) {
    if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    if (text[1] == '+' || text[1] == '-') return std::nullopt;
    return number_between(text, "", ending);
}

std::optional<Change> parse_tariff(std::string_view text) {
    constexpr std::string_view table = "table:";
    if (text.starts_with(table) && text.size() > table.size()) {
        return Change{ChangeKind::table, 0.0, std::string(text.substr(table.size()))};
    }
    if (const auto points = signed_number(text, "pp")) {
        return Change{ChangeKind::add, *points / percent};
    }
    if (const auto rate = number_between(text, "=", "%")) {
        return Change{ChangeKind::set, *rate / percent};
    }
    if (const auto part = signed_number(text, "%"); part && *part >= -percent) {
        return Change{ChangeKind::scale, (percent + *part) / percent};
    }
    const auto coefficient = number_between(text, "swiss:", "");
    if (coefficient && *coefficient > 0.0) return Change{ChangeKind::swiss, *coefficient / percent};
    return std::nullopt;
}

/// Points of a subsidy; those that end outside its range are found where they are added up.
std::optional<Change> parse_subsidy(std::string_view text) {
    const auto change = parse_tariff(text);
    if (!change) return std::nullopt;
    if (change->kind == ChangeKind::add) return change;
    const bool is_rate =
        change->kind == ChangeKind::set && change->amount >= 0.0 && change->amount <= max_subsidy;
    return is_rate ? change : std::nullopt;
}

std::optional<Change> parse_trade_cost(std::string_view text) {
    if (const auto factor = number_between(text, "x", ""); factor && *factor > 0.0) {
        return Change{ChangeKind::scale, *factor};
    }
    if (const auto part = signed_number(text, "%"); part && *part > -percent) {
        return Change{ChangeKind::scale, (percent + *part) / percent};
    }
    const auto effect = number_between(text, "beta:", "");
    if (effect && std::abs(*effect) <= max_partial_effect) {
        return Change{ChangeKind::partial_effect, *effect};
    }
    return std::nullopt;
}

}  // namespace

double changed_rate(double rate, const Change& change) {
    switch (change.kind) {
        case ChangeKind::add:
            return rate + change.amount;
        case ChangeKind::scale:
            return rate * change.amount;
        case ChangeKind::swiss:
            return rate > 0.0 ? change.amount * rate / (change.amount + rate) : rate;
        case ChangeKind::set:
        case ChangeKind::table:
        case ChangeKind::partial_effect:
            return change.amount;
    }
    return rate;
}

std::optional<Change> parse_change(MeasureKind kind, std::string_view text) {
    if (kind == MeasureKind::tariff) return parse_tariff(text);
    if (kind == MeasureKind::trade_cost) return parse_trade_cost(text);
    if (kind == MeasureKind::subsidy) return parse_subsidy(text);
    return std::nullopt;
}

std::optional<double> parse_quota(std::string_view text) {
    const auto part = number_between(text, "", "%");
    if (!part || !(*part > 0.0 && *part <= percent * max_quota)) return std::nullopt;
    return *part / percent;
}

std::string_view forms_of_change(MeasureKind kind) {
    if (kind == MeasureKind::tariff) {
        return "such as \"+10pp\", \"-50%\" (to -100%), \"=25%\", \"swiss:8\" or \"table:LABEL\"";
    }
    if (kind == MeasureKind::trade_cost) {
        return "such as \"x0.9\", \"+5%\", \"-5%\" or \"beta:0.5\" (-50 to 50)";
    }
    if (kind == MeasureKind::subsidy) {
        return "such as \"=10%\" (0 to 90), \"+5pp\" or \"-5pp\"";
    }
    return "";
}

}  // namespace entente
