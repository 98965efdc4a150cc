#pragma once

// Task `risk tipping`: where a camp gives way, in two small models with the user's parameters.

#include <string>

#include "entente/report/risk/tipping.hpp"
#include "entente/study/option_text.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

/// Numbers as text, so that what is wrong with one is said in its own words.
struct RiskTippingOptions {
    std::string sharpness = "1";
    std::string coupling = "2";
    std::string pressure = "0";
    std::string company = "1";
    std::string penalty = "1";
    std::string noise = "0.1";
    std::string prior_mean = "0";
    std::string prior_sd = "1";
};

template <class Visitor>
void describe(RiskTippingOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "sharpness",
                     .value = "BETA",
                     .text = "Mean field: how sharply states answer, above 0"},
          options.sharpness);
    visit(OptionText{.name = "coupling",
                     .value = "J",
                     .text = "Mean field: how much the others' alignment counts, above 0"},
          options.coupling);
    visit(OptionText{.name = "pressure",
                     .value = "H",
                     .text = "Mean field: outside pressure at which steady states are shown"},
          options.pressure);
    visit(OptionText{.name = "company",
                     .value = "B",
                     .text = "Global game: what it is worth if all others realign too, above 0"},
          options.company);
    visit(OptionText{.name = "penalty",
                     .value = "C",
                     .text = "Global game: cost of leaving per unit of the anchor's hold, above 0"},
          options.penalty);
    visit(OptionText{.name = "noise",
                     .value = "SD",
                     .text = "Global game: spread of what each state sees, above 0"},
          options.noise);
    visit(OptionText{.name = "prior-mean",
                     .value = "MU",
                     .text = "Global game: hold of the anchor that all expect beforehand"},
          options.prior_mean);
    visit(OptionText{.name = "prior-sd",
                     .value = "TAU",
                     .text = "Global game: spread of that expectation, above 0"},
          options.prior_sd);
}

/// @throws OptionError for a value that is no number or out of range.
TippingReport make_tipping(const RiskTippingOptions& options);

inline TippingReport assess_risk(const WorldCatalog&, const RiskTippingOptions& options) {
    return make_tipping(options);
}

}  // namespace entente
