#pragma once

// What a measure says, as an English sentence.

#include <map>
#include <string>

#include "entente/scenario/scenario.hpp"

namespace entente {

/// Names of the countries and sectors of a world, by code; codes without a name stand for
/// themselves.
struct ScenarioNames {
    std::map<std::string, std::string> countries{};
    std::map<std::string, std::string> sectors{};
};

/// One sentence with a full stop, days included, source left out.
std::string sentence_of(const Measure& measure, const ScenarioNames& names);

/// One sentence; empty if nobody answers.
std::string sentence_of(const Retaliation& retaliation, const ScenarioNames& names);

}  // namespace entente
