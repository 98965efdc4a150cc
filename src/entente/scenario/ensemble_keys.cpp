#include "entente/scenario/ensemble_keys.hpp"

#include <utility>

namespace entente::detail {
namespace {

KeyRule number_key(std::string name, std::string meaning) {
    return {.name = std::move(name), .type = ValueType::number, .meaning = std::move(meaning)};
}

}  // namespace

const Words<ElasticityDistribution>& distributions() {
    static const Words<ElasticityDistribution> words{
        {"lognormal", ElasticityDistribution::lognormal},
        {"uniform", ElasticityDistribution::uniform}};
    return words;
}

const std::vector<InputRule>& input_rules() {
    static const std::vector<InputRule> rules{
        {.input = UncertainInput::trade_elasticity,
         .name = "trade_elasticity",
         .meaning = "Trade elasticity of each sector, with the world's value as mean.",
         .keys = {{.name = "distribution",
                   .meaning = "How elasticities are spread; lognormal if left out.",
                   .words = names_of(distributions())},
                  number_key("without_se",
                             "Standard error of sectors without one, as a part of the elasticity, "
                             "above 0 and up to 1.")}},
        {.input = UncertainInput::data_error,
         .name = "data_error",
         .meaning = "Errors of trade flows: standard deviations of the logarithm, 0 to 1.",
         .keys = {number_key("observed", "Of flows observed."),
                  number_key("scaled", "Of flows scaled from another year."),
                  number_key("estimated", "Of flows estimated.")}},
        {.input = UncertainInput::compliance,
         .name = "compliance",
         .meaning = "Part of each export control that is obeyed, between two bounds.",
         .keys = {number_key("low", "Smallest part, 0 to 1."),
                  number_key("high", "Largest part, 0 to 1.")}},
        {.input = UncertainInput::retaliation,
         .name = "retaliation",
         .meaning = "Whose measures may not come, and by which rule others answer.",
         .keys = {{.name = "by",
                   .type = ValueType::texts,
                   .meaning = "Whose measures come or do not come."},
                  number_key("probability", "That those of one come, 0 to 1."),
                  {.name = "rules",
                   .type = ValueType::texts,
                   .meaning = "Rules of which each draw takes one, all as likely.",
                   .words = names_of(retaliation_rules())}}},
        {.input = UncertainInput::horizon,
         .name = "horizon",
         .meaning = "How many years after the measures the result holds.",
         .keys = {{.name = "years",
                   .type = ValueType::chances,
                   .meaning = "Chances by number of years, 1 to 50, or long for the long run; they "
                              "add up to 1."},
                  {.name = "profiles",
                   .type = ValueType::chances,
                   .meaning = "Chances of the profiles, standard and slow; they add up to 1."}}},
        {.input = UncertainInput::regime,
         .name = "regime",
         .meaning = "Which regime rules in one year of the path.",
         .keys = {{.name = "at",
                   .type = ValueType::number,
                   .meaning = "The year; leave the table out for the last of the path.",
                   .is_required = true}}}};
    return rules;
}

KeyRule vary_key() {
    return {.name = "vary",
            .type = ValueType::texts,
            .meaning = "What differs from draw to draw.",
            .is_required = true,
            .words = input_names()};
}

std::vector<std::string> input_names() {
    std::vector<std::string> names;
    for (const InputRule& rule : input_rules()) names.push_back(rule.name);
    return names;
}

void report_unknown_keys(const Section& section, UncertainInput input) {
    for (const InputRule& rule : input_rules()) {
        if (rule.input == input) section.report_unknown_keys(rule.keys);
    }
}

}  // namespace entente::detail
