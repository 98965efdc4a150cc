#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "entente/measures/exposure.hpp"
#include "entente/measures/look_through.hpp"
#include "entente/measures/trade_links.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

/// A bundled world by name; a build may leave one out.
class MeasuresOnRealWorlds : public ::testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        const auto folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / GetParam();
        if (!std::filesystem::exists(folder)) {
            GTEST_SKIP() << "the world " << GetParam() << " is not bundled";
        }
        world = std::make_unique<World>(read_tidy_folder(folder));
        state = observed_state(*world);
    }

    std::size_t position(const char* code) const { return world->countries().at(code); }
    double loss(const char* country, const char* power) const {
        return closed_form_exposure(*world, state, position(country), {.power = {position(power)}})
            .total;
    }

    std::unique_ptr<World> world;
    TradeState state;
};

TEST_P(MeasuresOnRealWorlds, neighbours_of_the_united_states_lose_more_than_it_does) {
    EXPECT_GT(loss("MEX", "USA"), loss("USA", "MEX"));
    EXPECT_GT(loss("CAN", "USA"), loss("USA", "CAN"));
    EXPECT_GT(loss("CAN", "USA"), loss("DEU", "USA"));
}

TEST_P(MeasuresOnRealWorlds, every_loss_is_a_share) {
    const SupplyChainMultipliers multipliers = supply_chain_multipliers(*world, state);
    for (const char* power : {"USA", "CHN"}) {
        for (std::size_t n = 0; n < world->num_countries(); ++n) {
            const ExposureLoss of_n =
                closed_form_exposure(*world, state, multipliers, n, {.power = {position(power)}});
            EXPECT_GE(of_n.imports, 0.0) << world->countries()[n];
            EXPECT_LE(of_n.imports, 1.0) << world->countries()[n];
            EXPECT_GE(of_n.exports, 0.0) << world->countries()[n];
            EXPECT_LE(of_n.exports, 1.0) << world->countries()[n];
        }
    }
}

TEST_P(MeasuresOnRealWorlds, looking_through_shows_more_of_china_than_face_value) {
    const std::vector<std::size_t> china{position("CHN")};

    const InputReliance reliance = input_reliance(*world, state, china);

    EXPECT_TRUE(reliance.converged);
    EXPECT_GT(country_reliance(*world, state, reliance, position("USA")).hidden_ratio, 1.0);
}

INSTANTIATE_TEST_SUITE_P(Bundled, MeasuresOnRealWorlds, ::testing::Values("cp2015", "world-2023"),
                         [](const auto& test) {
                             std::string name = test.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace entente
