#pragma once

// The grammar of the table [ensemble]: what can vary, and the keys of the table of each input.

#include <string>
#include <vector>

#include "entente/scenario/grammar.hpp"
#include "entente/scenario/scenario_section.hpp"

namespace entente::detail {

/// An input that an ensemble can vary, and the keys of its table.
struct InputRule {
    UncertainInput input{};
    std::string name{};
    /// One sentence for people who write a file.
    std::string meaning{};
    std::vector<KeyRule> keys{};
};

/// All of them, in the order of the enumeration.
const std::vector<InputRule>& input_rules();
/// The key that names inputs.
KeyRule vary_key();
std::vector<std::string> input_names();
const Words<ElasticityDistribution>& distributions();

/// Of the table of an input.
void report_unknown_keys(const Section& section, UncertainInput input);

}  // namespace entente::detail
