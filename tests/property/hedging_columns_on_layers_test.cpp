// The columns of hedging on the bundled layers: what must hold of named economies.

#include <gmock/gmock.h>

#include <filesystem>

#include "entente/study/heat_map/security_column.hpp"
#include "entente/study/heat_map/us_plus_column.hpp"
#include "entente/study/hedging/notes.hpp"
#include "entente/world/layer/layer_files.hpp"

namespace entente::detail {
namespace {

using ::testing::Contains;
using ::testing::StartsWith;

const PerPole<std::string> poles{"USA", "CHN"};

const LoadedLayers& bundled() {
    static const LoadedLayers loaded = [] {
        LayerSet layers;
        for (const char* name :
             {"totals", "geography", "votes", "signals", "security", "us-trade"}) {
            layers.add(
                read_layer_folder(std::filesystem::path(ENTENTE_SOURCE_DIR) / "data" / name));
        }
        return load(layers);
    }();
    return loaded;
}

TEST(SecurityOnLayers, allies_without_dealings_come_out_as_such) {
    const SecurityColumn column(bundled(), poles);

    for (const char* code : {"AUS", "JPN", "KOR", "GBR"}) {
        EXPECT_EQ(column.security_class(code), "treaty ally without dealings") << code;
    }
    EXPECT_EQ(column.security_class("HKG"), "");
}

TEST(UsPlusOnLayers, clear_cases_are_those_of_either_start) {
    const UsPlusColumn column(bundled(), poles);

    for (const char* code : {"FRA", "SAU"}) {
        EXPECT_EQ(column.figures(code)->class_name, "decoupling") << code;
    }
    for (const char* code : {"DEU", "KOR", "NLD", "ESP", "SWE", "THA", "VNM"}) {
        EXPECT_EQ(column.figures(code)->class_name, "deepening") << code;
    }
    EXPECT_EQ(column.figures("VNM")->period, "2018 (ICIO) to 2023 (BACI)");
    EXPECT_FALSE(column.figures("TWN"));
}

TEST(NotesOnLayers, figures_are_those_of_the_publishers) {
    const HedgingNotes notes(bundled(), poles);

    EXPECT_EQ(*notes.position("DEU"), "China 8.2% and the US 8.4% of goods trade (2023, BACI)");
    EXPECT_EQ(*notes.votes("DEU"), "UN-vote kappa with China -0.01 (2014-18) to -0.12 (2019-23)");
    EXPECT_EQ(*notes.acts("DEU"),
              "13 dated acts since Oct 2021: 5 toward China, 5 away, 3 elsewhere");
    EXPECT_EQ(*notes.technology("DEU"), "Technology as of 2015");
    EXPECT_EQ(*notes.position("CAN"), "China 8.1% and the US 65% of goods trade (2023, BACI)");
    EXPECT_EQ(*notes.acts("CAN"),
              "17 dated acts since Oct 2021: 2 toward China (both 2026), 5 away, 10 elsewhere");
    EXPECT_FALSE(notes.movement("CAN"));
    EXPECT_THAT(notes.clauses("VNM"),
                Contains(StartsWith("China 13% to 25% of goods trade in 2005-15 (UNCTAD)")));
    EXPECT_EQ(*notes.us_imports("VNM"),
              "US imports from Viet Nam +38% (Jan-Nov 2025 on Jan-Nov 2024, US Census)");
    EXPECT_EQ(*notes.us_imports("CHE"),
              "US imports from Switzerland +111%, +6% without primary metals (Jan-Nov 2025 on "
              "Jan-Nov 2024, US Census)");
    EXPECT_THAT(*notes.us_imports("IRL"),
                ::testing::HasSubstr("+35%, -1% without chemicals and medicines"));
}

}  // namespace
}  // namespace entente::detail
