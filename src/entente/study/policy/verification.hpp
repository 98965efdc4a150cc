#pragma once

// Task `verify`: replays published results on the data they were made from.

#include <cstddef>
#include <string>

#include "entente/measures/hedging/parameters.hpp"
#include "entente/report/policy/verification.hpp"
#include "entente/study/world_option.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct VerifyOptions {
    std::string what = "published";
    /// Of the measures.
    std::size_t draws = HedgingDrawOptions{}.num_draws;
    std::size_t seed = HedgingDrawOptions{}.seed;
    std::string layers{};
};

template <class Visitor>
void describe(VerifyOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "what",
                     .value = "published|measures",
                     .text = "Published results and closed forms; or known groups, placebos and "
                             "the article's rows beside hedging activity, failures kept",
                     .is_positional = true,
                     .choices = {"published", "measures"}},
          options.what);
    visit(OptionText{.name = "draws",
                     .value = "N",
                     .text = "Draws behind the checks of the measures",
                     .low = 16.0,
                     .high = 1048576.0},
          options.draws);
    visit(OptionText{.name = "seed", .value = "S", .text = "Seed of these draws"}, options.seed);
    describe_layers(options.layers, visit);
}

/// NAFTA and the world tariff change of Caliendo and Parro (2015), on the bundled world cp2015.
/// @throws OptionError if that world is not bundled.
Verification verify_published(const WorldCatalog& worlds);

/// What is known beforehand of hedging activity beside what it gives.
/// @throws OptionError if the layers give no scores.
MeasureChecks verify_measures(const WorldCatalog& worlds, const VerifyOptions& options);

/// Either, as the options say.
Verification verify(const WorldCatalog& worlds, const VerifyOptions& options);

}  // namespace entente
