#include "entente/study/risk/channels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/study/policy/solution.hpp"

namespace entente::detail {
namespace {

constexpr double trade_mean = -0.14;
constexpr double trade_sd = 0.10;
constexpr double trade_unit = 0.10;
constexpr double finance_mean = 0.0862;
constexpr double finance_sd = 0.03;

/// A variable users may set, the predictor it becomes, and its range.
struct Assumable {
    const char* name;
    const char* predictor;
    double low;
    double high;
    bool is_logged = false;
};
constexpr std::array<Assumable, 6> assumables{{{"us_troops", "log_troops", 0.0, 1e7, true},
                                               {"us_obligation", "us_obligation", 0.0, 1.0},
                                               {"rival_tie", "rival_tie", 0.0, 1.0},
                                               {"polyarchy", "polyarchy", 0.0, 1.0},
                                               {"intrastate_war", "intrastate_war", 0.0, 1.0},
                                               {"position", "theta_relative", -5.0, 5.0}}};
constexpr const char* finance_name = "chinese_finance";

std::optional<double> number_in(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::vector<std::string> assumable_names() {
    std::vector<std::string> names{finance_name};
    for (const Assumable& each : assumables) names.emplace_back(each.name);
    return names;
}

/// "PHL:us_troops=0" in its parts.
struct Assumption {
    std::string state;
    std::string variable;
    std::string value;
};

std::optional<Assumption> parts_of(const std::string& text) {
    const std::size_t colon = text.find(':');
    const std::size_t equals = text.find('=');
    if (colon == std::string::npos || equals == std::string::npos || equals < colon) {
        return std::nullopt;
    }
    return Assumption{text.substr(0, colon), text.substr(colon + 1, equals - colon - 1),
                      text.substr(equals + 1)};
}

/// Shifts of one state add up: means and variances.
class Shifts {
  public:
    void add(std::size_t state, double mean, double sd) {
        LogOddsShift& shift = shifts_[state];
        shift.state = state;
        shift.mean += mean;
        shift.sd = std::hypot(shift.sd, sd);
    }
    std::vector<LogOddsShift> all() const {
        std::vector<LogOddsShift> result;
        for (const auto& [state, shift] : shifts_) result.push_back(shift);
        return result;
    }

  private:
    std::map<std::size_t, LogOddsShift> shifts_;
};

class ChangeMaker {
  public:
    ChangeMaker(const HazardTable& table, int year) : year_(year) { change_.table = table; }

    void assume(const std::string& text) {
        const auto parts = parts_of(text);
        if (!parts) {
            problems_.push_back(fmt::format(
                "{} is no assumption: write CODE:VARIABLE=VALUE, such as PHL:us_troops=0.", text));
            return;
        }
        const auto row = row_of(parts->state);
        if (!row) {
            problems_.push_back(fmt::format("{}: the panel has no state {} in {}.{}", text,
                                            parts->state, year_,
                                            did_you_mean(parts->state, change_.table.states)));
            return;
        }
        if (parts->variable == finance_name) {
            assume_finance(text, *parts, *row);
            return;
        }
        const auto* known =
            std::find_if(assumables.begin(), assumables.end(),
                         [&](const Assumable& each) { return parts->variable == each.name; });
        if (known == assumables.end()) {
            problems_.push_back(fmt::format("{}: there is no variable {}.{}", text, parts->variable,
                                            did_you_mean(parts->variable, assumable_names())));
            return;
        }
        const auto value = number_in(parts->value);
        if (!value || *value < known->low || *value > known->high) {
            problems_.push_back(fmt::format("{}: {} lies between {} and {}.", text, known->name,
                                            known->low, known->high));
            return;
        }
        set(*row, known->predictor, known->is_logged ? std::log1p(*value) : *value);
        change_.notes.push_back(fmt::format(
            "Assumed: {} {} = {}, through the model's own coefficient (an association).",
            parts->state, known->name, parts->value));
    }

    void us_policy(const std::string& text) {
        const std::size_t colon = text.find(':');
        const auto low = number_in(text.substr(0, colon));
        const auto high =
            colon == std::string::npos ? std::nullopt : number_in(text.substr(colon + 1));
        if (!low || !high || *low > *high || *low < -5.0 || *high > 5.0) {
            problems_.push_back(fmt::format(
                "us-policy is {}: write two log odds between -5 and 5, the lower first, such as "
                "0:0.5.",
                text));
            return;
        }
        for (const HazardRow& row : change_.table.rows) {
            if (row.year != year_ || !row.is_partner) continue;
            shifts_.add(row.state, 0.5 * (*low + *high), (*high - *low) / std::sqrt(12.0));
        }
        change_.notes.push_back(
            fmt::format("Assumed: US policy adds {} to {} log odds to every partner's risk. "
                        "Nothing of the kind could be estimated.",
                        *low, *high));
    }

    void trade(const Solution& solution) {
        struct Trade {
            double all = 0.0;
            double usa = 0.0;
            double rivals = 0.0;
            double lean() const { return (usa - rivals) / all; }
        };
        std::map<std::string, std::pair<Trade, Trade>> trade;
        const auto add = [&](const std::string& one, const std::string& other, double before,
                             double after) {
            auto& [old, now] = trade[one];
            const auto count = [&](Trade& each, double value) {
                each.all += value;
                if (other == "USA") each.usa += value;
                if (other == "RUS" || other == "CHN") each.rivals += value;
            };
            count(old, before);
            count(now, after);
        };
        for (const BilateralRow& row : solution.bilateral) {
            if (row.origin == row.destination) continue;
            add(row.origin, row.destination, row.value, row.value_new);
            add(row.destination, row.origin, row.value, row.value_new);
        }
        for (const auto& [code, both] : trade) {
            const auto row = row_of(code);
            if (!row) continue;
            const double points = (both.second.lean() - both.first.lean()) / trade_unit;
            shifts_.add(change_.table.rows[*row].state, trade_mean * points,
                        trade_sd * std::abs(points));
        }
        change_.notes.push_back(fmt::format(
            "{}: trade shares of the solved scenario move the log odds by N(-.14, .10^2) for each "
            "10 points of (United States less Russia and China). An association of 1990-2019; it "
            "did not help forecasts.",
            solution.title));
    }

    /// @throws OptionError with every problem.
    RiskChange finish() {
        if (!problems_.empty()) {
            std::string text;
            for (const std::string& problem : problems_) {
                text += (text.empty() ? "" : "\n") + problem;
            }
            throw OptionError(text);
        }
        change_.shifts = shifts_.all();
        return std::move(change_);
    }

  private:
    std::optional<std::size_t> row_of(const std::string& code) const {
        const HazardTable& table = change_.table;
        for (std::size_t k = 0; k < table.rows.size(); ++k) {
            if (table.rows[k].year == year_ && table.states[table.rows[k].state] == code) return k;
        }
        return std::nullopt;
    }

    void set(std::size_t row, std::string_view predictor, double value) {
        const auto& names = change_.table.predictors;
        const auto column = std::find(names.begin(), names.end(), predictor) - names.begin();
        change_.table.values(row, static_cast<std::size_t>(column)) = value;
    }

    void assume_finance(const std::string& text, const Assumption& parts, std::size_t row) {
        const bool is_factor = !parts.value.empty() && parts.value.front() == 'x';
        const auto factor =
            is_factor ? number_in(std::string_view(parts.value).substr(1)) : std::nullopt;
        if (!factor || *factor <= 0.0) {
            problems_.push_back(fmt::format(
                "{}: write Chinese finance as a multiple of today's, such as x2.", text));
            return;
        }
        const double doublings = std::log2(*factor);
        shifts_.add(change_.table.rows[row].state, finance_mean * doublings,
                    finance_sd * std::abs(doublings));
        change_.notes.push_back(fmt::format(
            "Assumed: Chinese finance to {} times {}; odds 1.09 (1.03 to 1.16) a doubling, an "
            "association of our panel that did not help forecasts.",
            parts.state, *factor));
    }

    int year_;
    RiskChange change_;
    Shifts shifts_;
    std::vector<std::string> problems_;
};

}  // namespace

RiskChange make_risk_change(const WorldCatalog& worlds, const HazardTable& table, int year,
                            const RiskTaskOptions& options) {
    ChangeMaker maker(table, year);
    for (const std::string& assumption : options.assume) maker.assume(assumption);
    if (!options.us_policy.empty()) maker.us_policy(options.us_policy);
    if (!options.scenario.empty()) {
        // The default stands for the world the scenario names.
        const std::string world = options.world == default_world ? "" : options.world;
        maker.trade(solve_scenario(
            worlds, {.scenario = options.scenario, .world = world, .bilateral = true}));
    }
    return maker.finish();
}

}  // namespace entente::detail
