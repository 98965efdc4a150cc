#pragma once

// The parts of a tidy folder in the order in which they are read. Each adds its problems to the
// input and goes on as far as it can.

#include "entente/world/tidy_input.hpp"

namespace entente::detail {

/// world.toml.
void read_heading(TidyInput& input);

/// countries.csv and sectors.csv; makes the axes and the empty arrays.
void read_axes(TidyInput& input);

/// trade.csv, tariffs-LABEL.csv, output.csv, inputs.csv, consumption.csv, and whether they agree.
/// Without axes the tables are read all the same, for what is wrong in their other columns.
void read_accounts(TidyInput& input);

/// groups.csv, parameters.csv, sources.csv, reference.csv.
void read_records(TidyInput& input);

}  // namespace entente::detail
