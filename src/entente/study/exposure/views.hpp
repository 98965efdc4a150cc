#pragma once

// The further views of the task `exposure`: --show hidden, change and connector.

#include <variant>

#include "entente/report/exposure/views.hpp"
#include "entente/study/exposure/table.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

/// Reliance on each power by itself: in one world, or in all worlds history-YYYY of the catalog.
///
/// @throws OptionError for codes a world does not have, options of losses that mean nothing here,
///         or without a world of that kind.
HiddenExposureTable make_hidden_exposure(const WorldCatalog& worlds,
                                         const ExposureOptions& options);

/// Why the loss of each country without each power by itself changed, one row a period between
/// neighbouring worlds of `between`; countries that are in both.
///
/// @throws OptionError as above, or for worlds that differ in sources or sectors or are not in the
///         order of their years.
ExposureChangeTable make_exposure_change(const WorldCatalog& worlds,
                                         const ExposureOptions& options);

/// Who stands between the power `to` and the power `from`. @throws OptionError as above, or for
/// other than one code in `to`.
ConnectorTable make_connectors(const WorldCatalog& worlds, const ExposureOptions& options);

using ExposureResult = std::variant<ExposureTable, ExposureDetail, HiddenExposureTable,
                                    ExposureChangeTable, ConnectorTable, WrittenWorld>;

/// What the options ask for: losses, a view by `show`, or draws of losses written to a folder.
ExposureResult show_exposure(const WorldCatalog& worlds, const ExposureOptions& options);

}  // namespace entente
