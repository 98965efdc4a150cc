#include "entente/measures/agreement_links.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace entente {
namespace {

constexpr std::string_view everybody = "WLD";
constexpr int least_magnitude = 3;
constexpr std::array<std::string_view, 8> binding_kinds{
    "trade_agreement", "security_pact", "basing_access", "arms",
    "energy",          "finance",       "investment",    "infrastructure"};

bool binds(const Signal& signal) {
    const bool is_done = signal.status == "signed" || signal.status == "in_force";
    return signal.direction > 0 && signal.magnitude >= least_magnitude && is_done &&
           std::ranges::find(binding_kinds, signal.kind) != binding_kinds.end() &&
           signal.counterpart != everybody && signal.actor != signal.counterpart;
}

/// One agreement, whichever side the ledger has it from.
using Agreement = std::tuple<int, std::string, std::string, bool, std::string>;

Agreement agreement_of(const Signal& signal) {
    const auto [one, other] = std::minmax(signal.actor, signal.counterpart);
    return {static_cast<int>(signal.first_day.year()), one, other,
            signal.channel == SignalChannel::security, signal.kind};
}

}  // namespace

double LinkYear::share_among_others() const {
    const std::size_t all = num_among_others + num_with_powers;
    if (all == 0) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(num_among_others) / static_cast<double>(all);
}

AgreementLinks agreement_links(const SignalsLedger& ledger, std::span<const std::string> powers) {
    const auto is_power = [&](const std::string& code) {
        return std::ranges::find(powers, code) != powers.end();
    };
    std::map<Agreement, std::string> agreements;
    for (const Signal& signal : ledger.signals) {
        if (!binds(signal)) continue;
        if (is_power(signal.actor) && is_power(signal.counterpart)) continue;
        agreements.try_emplace(agreement_of(signal), signal.id);
    }
    AgreementLinks result;
    if (agreements.empty()) return result;
    const int first = std::get<0>(agreements.begin()->first);
    const int last = std::get<0>(agreements.rbegin()->first);
    for (int year = first; year <= last; ++year) result.years.push_back({.year = year});
    std::set<std::tuple<std::string, std::string, bool>> pairs;
    for (const auto& [agreement, id] : agreements) {
        const auto& [year, one, other, is_security, kind] = agreement;
        LinkYear& at = result.years[static_cast<std::size_t>(year - first)];
        if (is_power(one) || is_power(other)) {
            ++(is_security ? at.num_security_with_powers : at.num_with_powers);
            continue;
        }
        ++(is_security ? at.num_security_among_others : at.num_among_others);
        if (!pairs.emplace(one, other, is_security).second) continue;
        result.links.push_back({one, other, year, is_security, id});
        ++at.num_new_pairs;
    }
    return result;
}

}  // namespace entente
