#include "entente/ensemble/netcdf_file.hpp"

#include <gtest/gtest.h>
#include <netcdf.h>

#include <cmath>
#include <string>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

using testing::ScratchFolder;

const NetcdfHeading heading{
    .title = "T", .world = "w", .world_hash = "h", .source = "entente", .seed = 3};
const std::vector<EnsembleEntity> entities{{.code = "AAA", .members = {0}},
                                           {.code = "BBB", .members = {1}},
                                           {.code = "DUO", .is_group = true, .members = {0, 1}}};

std::vector<DrawRecord> records() {
    Evaluation good{.is_usable = true, .figures = Array2<double>(3, ensemble_figures.size())};
    good.figures(1, 0) = 2.5;
    good.figures(2, 0) = 1.25;
    return {{.draw = 0, .evaluations = {good}}, {.draw = 1, .evaluations = {{.reason = "No."}}}};
}

TEST(NetcdfFile, arrays_have_named_axes_and_units) {
    const ScratchFolder folder;
    const auto path = folder.path() / "ensemble.nc";

    write_netcdf(path, heading, entities, records());

    int file = 0;
    ASSERT_EQ(nc_open(path.c_str(), NC_NOWRITE, &file), NC_NOERR);
    int variable = 0;
    int dimensions[2] = {};
    char name[NC_MAX_NAME + 1] = {};
    ASSERT_EQ(nc_inq_varid(file, "welfare_pct", &variable), NC_NOERR);
    ASSERT_EQ(nc_inq_vardimid(file, variable, dimensions), NC_NOERR);
    ASSERT_EQ(nc_inq_dimname(file, dimensions[1], name), NC_NOERR);
    EXPECT_EQ(std::string(name), "country");
    char units[8] = {};
    ASSERT_EQ(nc_get_att_text(file, variable, "units", units), NC_NOERR);
    EXPECT_EQ(std::string(units), "percent");
    double values[4] = {};
    ASSERT_EQ(nc_get_var_double(file, variable, values), NC_NOERR);
    EXPECT_EQ(values[1], 2.5);
    EXPECT_TRUE(std::isnan(values[2]));
    double of_group[2] = {};
    ASSERT_EQ(nc_inq_varid(file, "welfare_pct_of_group", &variable), NC_NOERR);
    ASSERT_EQ(nc_get_var_double(file, variable, of_group), NC_NOERR);
    EXPECT_EQ(of_group[0], 1.25);
    nc_close(file);
}

TEST(NetcdfFile, the_same_draws_give_the_same_bytes) {
    const ScratchFolder folder;

    write_netcdf(folder.path() / "a.nc", heading, entities, records());
    write_netcdf(folder.path() / "b.nc", heading, entities, records());

    EXPECT_EQ(read_whole_file(folder.path() / "a.nc"), read_whole_file(folder.path() / "b.nc"));
    EXPECT_EQ(folder.num_entries(), 2U);
}

TEST(NetcdfFile, a_place_that_cannot_be_written_is_named) {
    const ScratchFolder folder;
    write_whole_file(folder.path() / "taken", "not a folder");

    EXPECT_THROW(write_netcdf(folder.path() / "taken" / "a.nc", heading, entities, records()),
                 FileError);
}

}  // namespace
}  // namespace entente
