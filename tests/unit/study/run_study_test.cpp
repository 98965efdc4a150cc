#include "entente/study/run_study.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "entente/base/error.hpp"
#include "entente/world/world_files.hpp"
#include "support/power_worlds.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

class RunStudy : public ::testing::Test {
  protected:
    RunStudy() { write_world_file(World(testing::two_powers()), file("two-powers.world")); }

    std::string file(const std::string& name) const { return (folder_.path() / name).string(); }
    template <class Result>
    Result run(const StudyPlan& plan) const {
        return std::get<Result>(run_study(plan, WorldCatalog({folder_.path()})));
    }

  private:
    testing::ScratchFolder folder_;
};

TEST_F(RunStudy, each_plan_gives_the_result_of_its_task) {
    EXPECT_EQ(run<HeatMap>(HeatMapOptions{.world = "two-powers"}).countries.size(), 3U);
    EXPECT_EQ(run<ExposureTable>(ExposureOptions{.world = "two-powers", .to = {"USA"}}).rows.size(),
              4U);
    EXPECT_EQ(run<CountryProfile>(ProfileOptions{.country = "DEU", .world = "two-powers"}).name,
              "Germany");
    EXPECT_EQ(run<WorldList>(WorldListOptions{}).worlds.size(), 1U);
    EXPECT_EQ(run<WorldSummary>(WorldShowOptions{.world = "two-powers"}).groups.size(), 3U);
    EXPECT_EQ(run<WorldChecks>(WorldCheckOptions{.world = "two-powers"}).num_failed(), 0U);
    EXPECT_FALSE(run<SourceList>(CiteOptions{}).sources.empty());
}

TEST_F(RunStudy, options_are_checked_before_a_world_is_opened) {
    EXPECT_THROW(run<HeatMap>(HeatMapOptions{.world = "no-such-world", .threads = 5000}),
                 OptionError);
}

TEST_F(RunStudy, an_exported_world_imports_to_the_same_content) {
    run<WrittenWorld>(WorldExportOptions{.world = "two-powers", .output = file("tidy")});

    const auto written =
        run<WrittenWorld>(WorldImportOptions{.folder = file("tidy"), .output = file("b.world")});

    EXPECT_EQ(written.world.content_hash, World(testing::two_powers()).content_hash());
}

TEST_F(RunStudy, the_doctor_finds_sound_and_damaged_worlds) {
    EXPECT_TRUE(run<Diagnosis>(DoctorOptions{}).is_healthy());

    std::ofstream(file("bad.world")) << "this is no world";
    const auto diagnosis = run<Diagnosis>(DoctorOptions{});

    EXPECT_FALSE(diagnosis.is_healthy());
    ASSERT_EQ(diagnosis.worlds.size(), 2U);
    EXPECT_FALSE(diagnosis.worlds[0].is_intact);
    EXPECT_FALSE(diagnosis.worlds[0].complaint.empty());
    EXPECT_TRUE(diagnosis.worlds[1].is_intact);
}

TEST_F(RunStudy, a_world_file_that_is_none_is_bad_data) {
    std::ofstream(file("bad.world")) << "this is no world";

    EXPECT_THROW(run<HeatMap>(HeatMapOptions{.world = file("bad.world")}), DataError);
}

}  // namespace
}  // namespace entente
