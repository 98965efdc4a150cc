#pragma once

#include <string>

#include "entente/base/sha256.hpp"
#include "entente/world/world_data.hpp"

namespace entente::detail {

/// SHA-256 of all content but the name, in the order of the axes.
std::string content_hash(const WorldData& data);

/// The records that worlds and layers share.
void add_parameters(Sha256& hash, const std::vector<Parameter>& parameters);
void add_sources(Sha256& hash, const std::vector<Source>& sources);
void add_reference_values(Sha256& hash, const std::vector<ReferenceValue>& references);

}  // namespace entente::detail
