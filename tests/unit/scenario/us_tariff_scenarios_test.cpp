// The scenarios of United States tariffs say what the layer us-tariffs says, date by date.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "entente/base/date.hpp"
#include "entente/scenario/make_shock.hpp"
#include "entente/scenario/scenario_reader.hpp"
#include "entente/world/layer/layer.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "entente/world/layer/us_tariffs.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

const std::filesystem::path root = ENTENTE_SOURCE_DIR;
// Points are written with two decimals.
constexpr double rounding = 0.00005001;

TEST(UsTariffScenarios, every_date_of_the_layer_has_its_file_with_its_points) {
    const UsTariffs layer = read_us_tariffs(read_layer_folder(root / "data/us-tariffs"));
    const World world = read_tidy_folder(root / "data/world-2023");
    const std::size_t usa = world.countries().at("USA");

    for (std::size_t d = 0; d < layer.dates.size(); ++d) {
        const std::string day = date_text(layer.dates[d]);
        const Scenario scenario = read_scenario(root / "scenarios/us-tariffs" / (day + ".toml"));
        const Shock shock = make_shock(world, scenario);
        for (std::size_t p = 0; p < layer.partners.size(); ++p) {
            const std::string& partner = layer.partners[p];
            // Members of the EU have the points of the EU.
            const std::string country = partner == "EU27" ? "DEU" : partner;
            const auto origin = world.countries().find(country);
            if (!origin || partner == "SVK") continue;
            for (std::size_t s = 0; s < world.num_sectors(); ++s) {
                const bool is_good = world.data().sectors[s].kind == SectorKind::goods;
                const double added =
                    shock.tariff_rate(*origin, usa, s) - world.tariff_rate()(*origin, usa, s);
                EXPECT_NEAR(added, is_good ? layer.added_rate(d, p) : 0.0, rounding)
                    << day << " " << partner << " " << world.sectors()[s];
            }
        }
        for (const Measure& measure : scenario.measures) {
            EXPECT_EQ(measure.valid_from, layer.dates[d]) << day;
            if (d + 1 < layer.dates.size()) {
                EXPECT_LT(*measure.valid_until, layer.dates[d + 1]) << day;
            }
        }
    }
}

}  // namespace
}  // namespace entente
