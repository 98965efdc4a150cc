#pragma once

// Task `verify`: replays published results on the data they were made from.

#include "entente/report/verification.hpp"
#include "entente/study/option_text.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct VerifyOptions {};

template <class Visitor>
void describe(VerifyOptions&, Visitor&&) {}

/// NAFTA and the world tariff change of Caliendo and Parro (2015), on the bundled world cp2015.
/// @throws OptionError if that world is not bundled.
Verification verify_published(const WorldCatalog& worlds);

}  // namespace entente
