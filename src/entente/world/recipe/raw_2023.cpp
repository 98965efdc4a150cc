#include "entente/world/recipe/raw_2023.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "entente/source/typed_rows.hpp"

namespace entente::detail {
namespace {

struct GroupRow {
    std::string group, iso3, valid_from, valid_to, source;
};

std::optional<Date> date_of(const std::string& text, const std::filesystem::path& file,
                            Problems& problems) {
    if (text.empty()) return std::nullopt;
    const std::optional<Date> date = parse_date(text);
    if (!date) {
        problems.add({.kind = ProblemKind::not_a_date, .file = file.string(), .value = text});
    }
    return date;
}

std::vector<Membership> read_memberships(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<GroupRow>, 5> fields{{
        {"group", &GroupRow::group},
        {"iso3", &GroupRow::iso3},
        {"valid_from", &GroupRow::valid_from},
        {"valid_to", &GroupRow::valid_to},
        {"source", &GroupRow::source},
    }};
    std::vector<Membership> memberships;
    for (const GroupRow& row : read_rows(file, fields, problems)) {
        memberships.push_back({.group = row.group,
                               .country = row.iso3,
                               .valid_from = date_of(row.valid_from, file, problems),
                               .valid_to = date_of(row.valid_to, file, problems),
                               .source = row.source});
    }
    return memberships;
}

std::vector<Agreement> read_agreements(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<Agreement>, 5> fields{{
        {"agreement", &Agreement::name},
        {"party_a", &Agreement::party_a},
        {"party_b", &Agreement::party_b},
        {"year_in_force", &Agreement::year_in_force},
        {"duty_remaining", &Agreement::duty_remaining},
    }};
    return read_rows(file, fields, problems);
}

/// Reports each code of `rows` that `is_known` refuses, once.
template <class Rows, class Code, class IsKnown>
void check_column(const Rows& rows, Code code, IsKnown is_known, ProblemKind kind,
                  const std::filesystem::path& file, Problems& problems) {
    std::set<std::string> reported;
    for (const auto& row : rows) {
        const std::string& value = row.*code;
        if (is_known(value) || !reported.insert(value).second) continue;
        problems.add({.kind = kind,
                      .file = file.string(),
                      .value = value,
                      .fix = "name it in the recipe, or check that it is the right file"});
    }
}

void check_codes_of(const Raw2023& raw, const World2023Recipe& recipe, const Frame& frame,
                    Problems& problems) {
    const auto country = [&](const std::string& code) {
        return frame.wiod_countries.contains(code);
    };
    const auto sector = [&](const std::string& code) { return frame.wiod_sectors.contains(code); };
    const RecipeFiles& files = recipe.files;
    constexpr auto no_country = ProblemKind::unknown_country;
    constexpr auto no_sector = ProblemKind::unknown_sector;
    check_column(raw.wiod_sales, &WiodSale::exporter, country, no_country, files.wiod_sales,
                 problems);
    check_column(raw.wiod_sales, &WiodSale::importer, country, no_country, files.wiod_sales,
                 problems);
    check_column(raw.wiod_sales, &WiodSale::sector, sector, no_sector, files.wiod_sales, problems);
    check_column(raw.wiod_output, &WiodOutput::country, country, no_country, files.wiod_output,
                 problems);
    check_column(raw.wiod_output, &WiodOutput::sector, sector, no_sector, files.wiod_output,
                 problems);
    check_column(raw.wiod_inputs, &WiodInput::country, country, no_country, files.wiod_inputs,
                 problems);
    check_column(raw.wiod_inputs, &WiodInput::input_sector, sector, no_sector, files.wiod_inputs,
                 problems);
    check_column(raw.wiod_inputs, &WiodInput::using_sector, sector, no_sector, files.wiod_inputs,
                 problems);
    const auto places = sectors_of_cp2015(recipe);
    const auto cp2015 = [&](const std::string& name) { return places.contains(name); };
    check_column(raw.cp2015_output, &Cp2015Output::sector, cp2015, no_sector, files.cp2015_output,
                 problems);
    check_column(raw.cp2015_sectors, &Cp2015Sector::sector, cp2015, no_sector, files.cp2015_sectors,
                 problems);
    check_column(raw.cp2015_tariffs, &Cp2015Tariff::sector, cp2015, no_sector, files.cp2015_tariffs,
                 problems);
    const auto member = [&](const std::string& code) { return frame.countries.contains(code); };
    check_column(raw.memberships, &Membership::country, member, no_country, files.groups, problems);
    const auto party = [&](const std::string& code) {
        return member(code) || std::ranges::find(raw.memberships, code, &Membership::group) !=
                                   raw.memberships.end();
    };
    check_column(raw.agreements, &Agreement::party_a, party, no_country, files.agreements,
                 problems);
    check_column(raw.agreements, &Agreement::party_b, party, no_country, files.agreements,
                 problems);
}

}  // namespace

Raw2023 read_raw_2023(const World2023Recipe& recipe, const Frame& frame, Problems& problems) {
    const RecipeFiles& files = recipe.files;
    Raw2023 raw{
        .wiod_sales = read_wiod_sales(files.wiod_sales, problems),
        .wiod_output = read_wiod_output(files.wiod_output, problems),
        .wiod_inputs = read_wiod_inputs(files.wiod_inputs, problems),
        .us_imports_hs2 = read_census_imports_hs2(files.us_imports_hs2, problems),
        .us_imports_hs6 = read_census_imports_hs6(files.us_imports_hs6, problems),
        .us_imports_gtap = read_census_imports_gtap(files.us_imports_gtap, problems),
        .us_imports_naics3 = read_census_imports_naics3(files.us_imports_naics3, problems),
        .census_countries = read_census_countries(files.census_countries, problems),
        .hs6_gtap_sectors = read_hs6_gtap_sectors(files.hs6_gtap_sectors, problems),
        .baci_totals = read_baci_totals(files.baci_totals, problems),
        .icio_goods_totals = read_icio_goods_totals(files.icio_goods_totals, problems),
        .unctad_trade_matrix =
            read_unctad_trade_matrix(files.unctad_trade_matrix, recipe.sitc_year, problems),
        .gdp = read_world_bank_gdp(files.gdp, problems),
        .latest_gdp = read_latest_gdp(files.latest_gdp, problems),
        .tariffs = read_world_bank_tariffs(files.tariffs, problems),
        .elasticities = read_fontagne_elasticities(files.elasticities, problems),
        .cp2015_sectors = read_cp2015_sectors(files.cp2015_sectors, problems),
        .cp2015_tariffs = read_cp2015_tariffs(files.cp2015_tariffs, problems),
        .cp2015_inputs = read_cp2015_inputs(files.cp2015_inputs, problems),
        .cp2015_output = read_cp2015_output(files.cp2015_output, problems),
        .memberships = read_memberships(files.groups, problems),
        .agreements = read_agreements(files.agreements, problems),
    };
    check_codes_of(raw, recipe, frame, problems);
    return raw;
}

}  // namespace entente::detail
