// Whatever a world holds, writing and reading it back gives the same world.

#include "entente/world/world_files.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <string>

#include "property/any_world.hpp"
#include "support/scratch_folder.hpp"

namespace entente {
namespace {

using testing::any_world;
using testing::drawn;
using testing::ScratchFolder;

/// Text with everything that CSV, TOML or SQL could trip over.
std::string any_text() {
    static const std::vector<std::string> pieces{
        "word", ",", "\"", "\n",  "\r", "\r\n", "\t", " ",    "\\", "#", "'", ";", "\xC3\x85",
        "=",    "[", "]",  "0.5", "NA", "\x01", "--", "\"\"", "%",  "{", "}", "$", "\x7F"};
    std::string text;
    for (std::size_t k = drawn(0, 6); k > 0; --k) text += pieces[drawn(0, pieces.size())];
    return text;
}

double any_number() {
    return *rc::gen::arbitrary<double>();
}

std::optional<double> any_optional_size() {
    if (drawn(0, 2) == 0) return std::nullopt;
    return std::abs(any_number());
}

std::optional<Date> any_day(const char* text) {
    return drawn(0, 2) == 0 ? std::nullopt : parse_date(text);
}

void add_any_tariff_table(WorldData& data, const std::string& label) {
    Array3<double> rates = data.tariff_rate;
    for (std::size_t i = 0; i < data.countries.size(); ++i) {
        for (std::size_t n = 0; n < data.countries.size(); ++n) {
            // Rates up to 400 percent: such a table could be taken for one in percent.
            if (i != n) rates(i, n, 0) = static_cast<double>(drawn(0, 5)) - 0.5;
        }
    }
    data.alternative_tariffs[label] = std::move(rates);
}

/// A random world with records of every kind.
WorldData any_full_world() {
    WorldData data = any_world();
    data.name = "named " + any_text();
    data.unit = "unit " + any_text();
    data.source_names = {any_text(), any_text()};
    data.countries[0].name = any_text();
    data.sectors[0].name = any_text();
    data.sectors[0].isic = any_text();
    data.sectors[0].kind = static_cast<SectorKind>(drawn(0, 3));
    data.sectors[0].trade_elasticity_se = any_optional_size();
    data.technology_quality(0, 0) = static_cast<Quality>(drawn(0, 3));
    if (drawn(0, 2) == 1) add_any_tariff_table(data, "2005");
    if (drawn(0, 2) == 1) add_any_tariff_table(data, "high & low");
    for (std::size_t k = drawn(0, 3); k > 0; --k) {
        data.memberships.push_back({"GROUP", data.countries[testing::any_country(data)].code,
                                    any_day("1999-12-31"), any_day("2004-02-29"), any_text()});
        data.parameters.push_back({"p" + any_text(), any_number(), any_text(), std::nullopt,
                                   any_optional_size(), any_text()});
        data.sources.push_back(
            {"s" + any_text(), any_text(), any_text(), any_text(), any_text(), any_text()});
        data.reference_values.push_back({"recorded_" + any_text(), any_text(), any_number(),
                                         any_text(), any_optional_size(), any_text()});
    }
    return data;
}

RC_GTEST_PROP(WorldFilesProperty, tidy_folders_keep_every_bit, ()) {
    const ScratchFolder scratch;
    const World world(any_full_world());
    const bool packed = drawn(0, 2) == 1;

    write_tidy_folder(world, scratch.path() / "tidy", packed);
    const World read = read_tidy_folder(scratch.path() / "tidy");

    RC_ASSERT(read.content_hash() == world.content_hash());
    RC_ASSERT(read.name() == world.name());
}

RC_GTEST_PROP(WorldFilesProperty, world_files_keep_every_bit, ()) {
    const ScratchFolder scratch;
    const World world(any_full_world());

    write_world_file(world, scratch.path() / "any.world");
    const World read = read_world_file(scratch.path() / "any.world");

    RC_ASSERT(read.content_hash() == world.content_hash());
    RC_ASSERT(read.name() == world.name());
}

}  // namespace
}  // namespace entente
