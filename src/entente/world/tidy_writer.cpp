#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <fstream>

#include "entente/base/error.hpp"
#include "entente/base/number_text.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/source/text_file.hpp"
#include "entente/world/tidy_tariffs.hpp"
#include "entente/world/tidy_words.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

using detail::quality_word;

/// Rows of one CSV file; fields are quoted where they must be.
class CsvText {
  public:
    explicit CsvText(std::string_view header) : text_(fmt::format("{}\n", header)) {}

    CsvText& add(std::string_view field) {
        if (!at_row_start_) text_ += ',';
        at_row_start_ = false;
        if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
            text_ += field;
            return *this;
        }
        text_ += '"';
        for (const char c : field) {
            if (c == '"') text_ += '"';
            text_ += c;
        }
        text_ += '"';
        return *this;
    }
    CsvText& add(double value) { return add(shortest_text(value)); }
    CsvText& add(const std::optional<double>& value) {
        return add(value ? shortest_text(*value) : std::string{});
    }
    CsvText& add(const std::optional<Date>& date) {
        return add(date ? date_text(*date) : std::string{});
    }
    void end_row() {
        text_ += '\n';
        at_row_start_ = true;
    }
    const std::string& text() const { return text_; }

  private:
    std::string text_;
    bool at_row_start_ = true;
};

/// A text in the basic form of TOML, which must escape quotes, backslashes and control characters.
std::string toml_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            quoted += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

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
    std::string sources;
    for (const std::string& name : data.source_names) {
        sources += (sources.empty() ? "" : ", ") + toml_text(name);
    }
    std::string text =
        fmt::format("name = {}\nbase_year = {}\nunit = {}\nsources = [{}]\n", toml_text(data.name),
                    data.base_year, toml_text(data.unit), sources);
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

std::string parameters_csv(const WorldData& data) {
    CsvText csv("name,value,unit,low,high,source");
    for (const Parameter& parameter : data.parameters) {
        csv.add(parameter.name)
            .add(parameter.value)
            .add(parameter.unit)
            .add(parameter.low)
            .add(parameter.high)
            .add(parameter.source)
            .end_row();
    }
    return csv.text();
}

std::string sources_csv(const WorldData& data) {
    CsvText csv("source,title,publisher,year,url,licence");
    for (const Source& source : data.sources) {
        csv.add(source.code)
            .add(source.title)
            .add(source.publisher)
            .add(source.year)
            .add(source.url)
            .add(source.licence)
            .end_row();
    }
    return csv.text();
}

std::string reference_csv(const WorldData& data) {
    CsvText csv("check,subject,value,unit,tolerance,source");
    for (const ReferenceValue& reference : data.reference_values) {
        csv.add(reference.check)
            .add(reference.subject)
            .add(reference.value)
            .add(reference.unit)
            .add(reference.tolerance)
            .add(reference.source)
            .end_row();
    }
    return csv.text();
}

/// Files of one pending folder.
class FolderWriter {
  public:
    FolderWriter(std::filesystem::path folder, bool packed)
        : folder_(std::move(folder)), packed_(packed) {
        std::error_code error;
        std::filesystem::create_directory(folder_, error);
        if (error) {
            throw FileError(
                fmt::format("{}: cannot make the folder: {}.", folder_.string(), error.message()));
        }
    }

    /// Not flushed: the folder is, as a whole, when it is kept.
    void write(const std::string& name, const std::string& text) const {
        std::ofstream stream(folder_ / name, std::ios::binary);
        stream.write(text.data(), static_cast<std::streamsize>(text.size()));
        stream.flush();
        if (!stream) throw FileError(fmt::format("{}: cannot write.", (folder_ / name).string()));
    }
    void write_csv(const std::string& name, const std::string& text) const {
        packed_ ? write(name + ".gz", gzip(text)) : write(name, text);
    }

  private:
    std::filesystem::path folder_;
    bool packed_;
};

}  // namespace

void write_tidy_folder(const World& world, const std::filesystem::path& folder, bool gzip) {
    if (std::filesystem::exists(folder) && !std::filesystem::is_empty(folder)) {
        throw FileError(fmt::format("{}: the folder is not empty.", folder.string()));
    }
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
    if (!data.parameters.empty()) writer.write_csv("parameters.csv", parameters_csv(data));
    if (!data.sources.empty()) writer.write_csv("sources.csv", sources_csv(data));
    if (!data.reference_values.empty()) writer.write_csv("reference.csv", reference_csv(data));
    pending.keep();
}

}  // namespace entente
