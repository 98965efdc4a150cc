#pragma once

// Task `doctor`: whether this copy of entente can work.

#include <string>

#include "entente/report/worlds/diagnosis.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

struct DoctorOptions {};

template <class Visitor>
void describe(DoctorOptions&, Visitor&&) {}

/// Version of the program, such as "0.1.0".
std::string version();

/// Opens every world of the catalog, which hashes its content again.
Diagnosis diagnose(const WorldCatalog& worlds);

}  // namespace entente
