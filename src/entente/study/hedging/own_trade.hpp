#pragma once

// Product-level trade that users bring, put beside the bundled totals as vintages of one publisher.

#include <string>
#include <string_view>

#include "entente/study/loaded_layers.hpp"

namespace entente::detail {

/// Publisher of the vintages; shown as "own BACI".
inline constexpr std::string_view own_trade_publisher = "own";

/// Reads a folder of BACI and adds every year it holds: all goods, technology and energy. Nothing
/// for an empty name. Levels of it and of the bundled vintages are not comparable, because they may
/// be of another release; is_comparable() says so.
///
/// @throws OptionError  without the layer of trade totals.
///         DataError    with every problem of all files, and where world trade is so far from the
///                      bundled totals of a year nearby that the unit must be another one.
void add_own_trade(const std::string& folder, LoadedLayers& layers);

/// The layers of a set with a user's trade, if any.
LoadedLayers load_with_trade(const LayerSet& layers, const std::string& folder);

}  // namespace entente::detail
