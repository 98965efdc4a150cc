#pragma once

// Task `reallocation`: how fast a country changes its suppliers, and whether the pace is rising.

#include <string>

#include "entente/report/policy/reallocation.hpp"
#include "entente/study/option_text.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct ReallocationOptions {
    std::string country = "USA";
    /// "all", "wiod", "itpde" or "us-trade".
    std::string source = "all";
    /// Data files hold every period in place of a line a source.
    bool periods = false;
};

template <class Visitor>
void describe(ReallocationOptions& options, Visitor&& visit) {
    visit(OptionText{.name = "country", .value = "ISO3", .text = "Whose imports"}, options.country);
    visit(OptionText{.name = "source",
                     .value = "SOURCE",
                     .text = "wiod: goods and services, 1995 to 2011; itpde: goods and services, "
                             "2000 to 2016; us-trade: goods by month, 2013 to 2025, USA only; or "
                             "all, side by side",
                     .choices = {"all", "wiod", "itpde", "us-trade"}},
          options.source);
    visit(OptionText{.name = "periods", .value = "", .text = "Show every period, also in CSV"},
          options.periods);
}

/// @throws OptionError if no source asked for has imports of the country, or a layer or world it
///         needs is not bundled.
Reallocation measure_reallocation(const WorldCatalog& worlds, const ReallocationOptions& options);

}  // namespace entente
