#pragma once

// Tables of the records that worlds and layers share.

#include <vector>

#include "entente/report/table.hpp"
#include "entente/world/world_data.hpp"

namespace entente::detail {

Table source_table(const std::vector<Source>& sources);
Table parameter_table(const std::vector<Parameter>& parameters);

}  // namespace entente::detail
