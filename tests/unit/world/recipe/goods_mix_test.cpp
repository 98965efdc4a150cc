#include "entente/world/recipe/goods_mix.hpp"

#include <gmock/gmock.h>

#include <numeric>

#include "support/tiny_recipe.hpp"

namespace entente::detail {
namespace {

using entente::testing::even_wiod_flows;
using entente::testing::tiny_frame;
using entente::testing::tiny_recipe;

constexpr std::size_t usa = 0, chn = 1, twn = 2, hkg = 3, qat = 4;
constexpr std::size_t agr = 0, ele = 1, eeq = 2;

class GoodsMixes : public ::testing::Test {
  protected:
    GoodsMixes() : recipe_(tiny_recipe()), frame_(tiny_frame(recipe_)) {
        const std::size_t num = frame_.num_countries();
        wiod_ = even_wiod_flows(frame_);
        us_.imports = Array2<double>(num, frame_.num_goods);
        us_.duty = us_.imports;
        unctad_.by_section = Array3<double>(num, num, 10);
        unctad_.total = Array2<double>(num, num);
    }

    GoodsMix mix() const { return goods_mix(recipe_, frame_, wiod_, us_, unctad_); }

    World2023Recipe recipe_;
    Frame frame_;
    Array3<double> wiod_;
    UsImports us_;
    UnctadFlows unctad_;
};

TEST_F(GoodsMixes, a_pair_of_wiod_is_smoothed_with_the_exporters_mix) {
    wiod_(1, 2, agr) = 40.0;

    const Array3<double> share = mix().share;

    // CHN sells 40, 10, 10 to TWN and 60, 30, 30 in all: (40 + 10 x .5) / (60 + 10).
    EXPECT_DOUBLE_EQ(share(chn, twn, agr), 45.0 / 70.0);
}

TEST_F(GoodsMixes, sections_move_the_mix_by_their_weights) {
    // Half of the trade is food and live animals, half machinery, in which electronics count half.
    unctad_.by_section(chn, twn, 0) = 5.0;
    unctad_.by_section(chn, twn, 7) = 5.0;

    const Array3<double> share = mix().share;

    EXPECT_DOUBLE_EQ(share(chn, twn, agr), 0.5);
    EXPECT_DOUBLE_EQ(share(chn, twn, ele), 0.5 / 3.0);
    EXPECT_DOUBLE_EQ(share(chn, twn, eeq), 1.0 / 3.0);
}

TEST_F(GoodsMixes, the_unclassified_section_keeps_the_base_mix) {
    unctad_.by_section(chn, twn, 9) = 5.0;

    EXPECT_NEAR(mix().share(chn, twn, ele), 1.0 / 3.0, 1e-15);
}

TEST_F(GoodsMixes, the_united_states_buy_what_their_customs_record) {
    us_.imports(chn, agr) = 30.0;
    us_.imports(chn, ele) = 70.0;

    EXPECT_DOUBLE_EQ(mix().share(chn, usa, ele), 0.7);
}

TEST_F(GoodsMixes, a_borrowed_mix_leans_on_sales_to_the_united_states) {
    // As much as the smoothing: half weight for electronics only, half for even thirds.
    us_.imports(hkg, ele) = 100.0;

    const Array3<double> share = mix().share;

    EXPECT_NEAR(share(hkg, chn, ele), 0.5 + 0.5 / 3.0, 1e-15);
}

TEST_F(GoodsMixes, every_pair_adds_up_to_one) {
    unctad_.by_section(qat, chn, 3) = 1.0;
    us_.imports(hkg, eeq) = 3.0;

    const Array3<double> share = mix().share;

    for (std::size_t i = 0; i < frame_.num_countries(); ++i) {
        for (std::size_t n = 0; n < frame_.num_countries(); ++n) {
            const auto row = share.row(i, n);
            // Three rounded shares.
            EXPECT_NEAR(std::accumulate(row.begin(), row.end(), 0.0), i == n ? 0.0 : 1.0, 1e-15);
        }
    }
}

TEST_F(GoodsMixes, errors_are_half_the_distance_weighted_with_imports) {
    us_.imports(chn, ele) = 30.0;
    us_.imports(twn, agr) = 10.0;
    us_.imports(twn, ele) = 10.0;
    us_.imports(twn, eeq) = 10.0;

    // CHN's even mix misses electronics alone by 2/3; TWN's is right.
    EXPECT_NEAR(mix().errors.wiod_alone, 0.5 * 2.0 / 3.0, 1e-15);
}

}  // namespace
}  // namespace entente::detail
