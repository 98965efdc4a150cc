#pragma once

// The draws of an ensemble as one NetCDF-4 file, for programs that read arrays with named axes.

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "entente/ensemble/draw_record.hpp"
#include "entente/ensemble/draw_solver.hpp"

namespace entente {

/// What the file says about itself.
struct NetcdfHeading {
    std::string title;
    std::string world;
    std::string world_hash;
    /// Program and version.
    std::string source;
    std::uint64_t seed = 0;
    /// Countries whose output by sector is in the records, and the sectors of the world.
    std::vector<std::string> sector_countries{};
    std::vector<std::string> sectors{};
};

/// Dimensions draw, country and group; variables of ensemble_figures in percent, [draw, country],
/// and the same with _of_group, [draw, group]; output_pct, [draw, sector_country, sector], if
/// countries are named for it; figures of draws that failed are NaN, the fill value. No time is
/// written, so that the same draws give the same bytes.
/// @throws FileError naming the path and the library's reason.
void write_netcdf(const std::filesystem::path& path, const NetcdfHeading& heading,
                  const std::vector<EnsembleEntity>& entities, std::span<const DrawRecord> records);

}  // namespace entente
