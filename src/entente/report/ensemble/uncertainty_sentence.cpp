#include "entente/report/ensemble/uncertainty_sentence.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "entente/scenario/grammar.hpp"

namespace entente {
namespace {

constexpr double hundred = 100.0;

std::string percent(double chance) {
    return fmt::format("{:.6g}%", hundred * chance);
}

std::string elasticity_sentence(const ElasticitySpread& spread) {
    return fmt::format(
        "The trade elasticity of each sector is drawn, {} around that of the world.",
        spread.distribution == ElasticityDistribution::uniform ? "uniform" : "lognormal");
}

std::string flow_sentence(const FlowErrors& errors) {
    return fmt::format(
        "Every flow of trade is drawn around its value: lognormal, with deviations of {} where "
        "observed, {} where scaled and {} where estimated.",
        percent(errors.observed), percent(errors.scaled), percent(errors.estimated));
}

std::string retaliation_sentence(const RetaliationChance& chance) {
    std::vector<std::string> parts;
    if (!chance.by.empty()) {
        parts.push_back(fmt::format("The measures of {} come with a chance of {}, each by itself",
                                    fmt::join(chance.by, ", "), percent(chance.probability)));
    }
    if (!chance.rules.empty()) {
        std::vector<std::string> names;
        for (const RetaliationRule rule : chance.rules) {
            names.push_back(word_for(retaliation_rules(), rule));
        }
        parts.push_back(fmt::format("{} rule of answers is one of {}, each as likely",
                                    parts.empty() ? "The" : "the", fmt::join(names, ", ")));
    }
    return fmt::format("{}.", fmt::join(parts, "; "));
}

std::string horizon_sentence(const HorizonChances& chances) {
    std::vector<std::string> years;
    for (const auto& [number, chance] : chances.years) {
        const std::string when =
            number ? fmt::format("{} {}", *number, *number == 1 ? "year" : "years")
                   : std::string("the long run");
        years.push_back(fmt::format("{} ({})", when, percent(chance)));
    }
    std::vector<std::string> profiles;
    for (const auto& [profile, chance] : chances.profiles) {
        profiles.push_back(fmt::format("{} ({})", profile_name(profile), percent(chance)));
    }
    std::vector<std::string> parts;
    if (!years.empty()) {
        parts.push_back(fmt::format("The result holds after one of: {}", fmt::join(years, ", ")));
    }
    if (!profiles.empty()) {
        parts.push_back(fmt::format("{} elasticities grow until then by the profile {}",
                                    parts.empty() ? "Trade" : "trade",
                                    fmt::join(profiles, " or ")));
    }
    return fmt::format("{}.", fmt::join(parts, "; "));
}

std::string regime_sentence(const Scenario& scenario) {
    const PolicyPath path = scenario.path.value_or(PolicyPath{});
    const std::optional<int> year =
        scenario.uncertainty->regime.at ? scenario.uncertainty->regime.at : path.until;
    std::vector<std::string> names;
    for (const PolicyRegime& regime : scenario.regimes) names.push_back(regime.name);
    const bool has_chances = !scenario.regimes.empty() && !scenario.regimes.front().next.empty();
    return fmt::format(
        "The policy is that of {}, when one of the regimes {} rules: they follow each other from "
        "year to year, the first being {}, with chances {}.",
        year.value_or(0), fmt::join(names, ", "),
        path.regime.empty() ? "the last of the history" : path.regime,
        has_chances ? "of the file" : "from the history of United States duties");
}

}  // namespace

std::vector<std::string> sentences_of_ensemble(const Scenario& scenario) {
    std::vector<std::string> sentences;
    if (!scenario.uncertainty) return sentences;
    const Uncertainty& uncertainty = *scenario.uncertainty;
    for (const UncertainInput input : uncertainty.vary) {
        switch (input) {
            case UncertainInput::trade_elasticity:
                sentences.push_back(elasticity_sentence(uncertainty.trade_elasticity));
                break;
            case UncertainInput::data_error:
                sentences.push_back(flow_sentence(uncertainty.data_error));
                break;
            case UncertainInput::compliance:
                sentences.push_back(fmt::format(
                    "Of each export control a part is obeyed, {} to {}.",
                    percent(uncertainty.compliance.low), percent(uncertainty.compliance.high)));
                break;
            case UncertainInput::retaliation:
                sentences.push_back(retaliation_sentence(uncertainty.retaliation));
                break;
            case UncertainInput::horizon:
                sentences.push_back(horizon_sentence(uncertainty.horizon));
                break;
            case UncertainInput::regime:
                sentences.push_back(regime_sentence(scenario));
                break;
        }
    }
    return sentences;
}

}  // namespace entente
