#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "entente/base/whole_file.hpp"
#include "entente/world/tidy_tariffs.hpp"
#include "entente/world/tidy_text.hpp"
#include "entente/world/tidy_words.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

using detail::CsvText;
using detail::FolderWriter;
using detail::quality_word;
using detail::toml_text;

/// To the bit: zeros of either sign differ.
bool is_same(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// Absent cells read back as plain zero, so that a zero with a sign must be written out.
bool is_plain_zero(double value) {
    return is_same(value, 0.0);
}

/// The rates of a table that its file will hold: those that differ from the base.
std::vector<double> written_rates(const WorldData& data, const Array3<double>& rates) {
    std::vector<double> written;
    for (std::size_t k = 0; k < rates.values().size(); ++k) {
        const double rate = rates.values()[k];
        if (!is_same(rate, data.tariff_rate.values()[k])) written.push_back(rate);
    }
    return written;
}

/// A column of rates above one is only accepted from a folder that says how rates are written.
bool must_state_tariff_unit(const WorldData& data) {
    return detail::would_be_refused(data.tariff_rate.values()) ||
           std::ranges::any_of(data.alternative_tariffs, [&](const auto& table) {
               return detail::would_be_refused(written_rates(data, table.second));
           });
}

std::string heading_toml(const WorldData& data) {
    std::string text =
        fmt::format("name = {}\nbase_year = {}\nunit = {}\nsources = {}\n", toml_text(data.name),
                    data.base_year, toml_text(data.unit), detail::toml_texts(data.source_names));
    if (must_state_tariff_unit(data)) text += "tariff_unit = \"ratio\"\n";
    return text;
}

std::string countries_csv(const WorldData& data) {
    CsvText csv("iso3,name");
    for (const Country& country : data.countries) csv.add(country.code).add(country.name).end_row();
    return csv.text();
}

std::string sectors_csv(const WorldData& data) {
    CsvText csv("sector,name,kind,trade_elasticity,trade_elasticity_se,isic");
    for (const Sector& sector : data.sectors) {
        csv.add(sector.code)
            .add(sector.name)
            .add(detail::sector_kind_word(sector.kind))
            .add(sector.trade_elasticity)
            .add(sector.trade_elasticity_se)
            .add(sector.isic)
            .end_row();
    }
    return csv.text();
}

/// Calls body(i, n, s) for every cell of a trade array, in the order in which rows are written.
template <class Body>
void for_each_cell(const WorldData& data, Body body) {
    for (std::size_t s = 0; s < data.sectors.size(); ++s) {
        for (std::size_t i = 0; i < data.countries.size(); ++i) {
            for (std::size_t n = 0; n < data.countries.size(); ++n) body(i, n, s);
        }
    }
}

std::string trade_csv(const WorldData& data) {
    CsvText csv("sector,origin,destination,value,tariff_rate,quality");
    for_each_cell(data, [&](std::size_t i, std::size_t n, std::size_t s) {
        const double value = data.trade_flow(i, n, s);
        const double rate = data.tariff_rate(i, n, s);
        const Quality quality = data.trade_quality(i, n, s);
        if (is_plain_zero(value) && is_plain_zero(rate) && quality == Quality::observed) return;
        csv.add(data.sectors[s].code)
            .add(data.countries[i].code)
            .add(data.countries[n].code)
            .add(value)
            .add(rate)
            .add(quality_word(quality))
            .end_row();
    });
    return csv.text();
}

std::string tariffs_csv(const WorldData& data, const Array3<double>& rates) {
    CsvText csv("sector,origin,destination,tariff_rate");
    for_each_cell(data, [&](std::size_t i, std::size_t n, std::size_t s) {
        if (is_same(rates(i, n, s), data.tariff_rate(i, n, s))) return;
        csv.add(data.sectors[s].code)
            .add(data.countries[i].code)
            .add(data.countries[n].code)
            .add(rates(i, n, s))
            .end_row();
    });
    return csv.text();
}

std::string output_csv(const WorldData& data) {
    CsvText csv("country,sector,gross_output,value_added_share,quality");
    for (std::size_t n = 0; n < data.countries.size(); ++n) {
        for (std::size_t s = 0; s < data.sectors.size(); ++s) {
            csv.add(data.countries[n].code)
                .add(data.sectors[s].code)
                .add(data.gross_output(n, s))
                .add(data.value_added_share(n, s))
                .add(quality_word(data.technology_quality(n, s)))
                .end_row();
        }
    }
    return csv.text();
}

std::string inputs_csv(const WorldData& data) {
    CsvText csv("country,input_sector,using_sector,share");
    for (std::size_t n = 0; n < data.countries.size(); ++n) {
        for (std::size_t s = 0; s < data.sectors.size(); ++s) {
            for (std::size_t r = 0; r < data.sectors.size(); ++r) {
                const double share = data.input_share(n, s, r);
                if (is_plain_zero(share)) continue;
                csv.add(data.countries[n].code)
                    .add(data.sectors[s].code)
                    .add(data.sectors[r].code)
                    .add(share)
                    .end_row();
            }
        }
    }
    return csv.text();
}

std::string consumption_csv(const WorldData& data) {
    CsvText csv("country,sector,share");
    for (std::size_t n = 0; n < data.countries.size(); ++n) {
        for (std::size_t s = 0; s < data.sectors.size(); ++s) {
            const double share = data.consumption_share(n, s);
            if (is_plain_zero(share)) continue;
            csv.add(data.countries[n].code).add(data.sectors[s].code).add(share).end_row();
        }
    }
    return csv.text();
}

std::string groups_csv(const WorldData& data) {
    CsvText csv("group,iso3,valid_from,valid_to,source");
    for (const Membership& membership : data.memberships) {
        csv.add(membership.group)
            .add(membership.country)
            .add(membership.valid_from)
            .add(membership.valid_to)
            .add(membership.source)
            .end_row();
    }
    return csv.text();
}

}  // namespace

void write_tidy_folder(const World& world, const std::filesystem::path& folder, bool gzip) {
    detail::require_new_or_empty(folder);
    const WorldData& data = world.data();
    PendingPath pending(folder);
    const FolderWriter writer(pending.temporary(), gzip);
    writer.write("world.toml", heading_toml(data));
    writer.write_csv("countries.csv", countries_csv(data));
    writer.write_csv("sectors.csv", sectors_csv(data));
    writer.write_csv("trade.csv", trade_csv(data));
    writer.write_csv("output.csv", output_csv(data));
    if (world.has_inputs()) writer.write_csv("inputs.csv", inputs_csv(data));
    writer.write_csv("consumption.csv", consumption_csv(data));
    for (const auto& [label, rates] : data.alternative_tariffs) {
        writer.write_csv(fmt::format("tariffs-{}.csv", label), tariffs_csv(data, rates));
    }
    if (!data.memberships.empty()) writer.write_csv("groups.csv", groups_csv(data));
    if (!data.parameters.empty())
        writer.write_csv("parameters.csv", detail::parameters_csv(data.parameters));
    if (!data.sources.empty()) writer.write_csv("sources.csv", detail::sources_csv(data.sources));
    if (!data.reference_values.empty())
        writer.write_csv("reference.csv", detail::reference_csv(data.reference_values));
    pending.keep();
}

}  // namespace entente
