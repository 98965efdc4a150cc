#include "entente/ensemble/netcdf_file.hpp"

#include <fmt/format.h>
#include <netcdf.h>

#include <array>
#include <limits>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"

namespace entente {
namespace {

/// One file being written; closed when it goes.
class NetcdfWriter {
  public:
    NetcdfWriter(const std::filesystem::path& path, const std::filesystem::path& shown)
        : shown_(shown) {
        check(nc_create(path.c_str(), NC_NETCDF4 | NC_CLOBBER, &file_));
    }
    ~NetcdfWriter() {
        if (file_ >= 0) nc_close(file_);
    }
    NetcdfWriter(const NetcdfWriter&) = delete;
    NetcdfWriter& operator=(const NetcdfWriter&) = delete;

    void close() {
        const int file = file_;
        file_ = -1;
        check(nc_close(file));
    }

    int dimension(const std::string& name, std::size_t size) {
        int id = 0;
        check(nc_def_dim(file_, name.c_str(), size, &id));
        return id;
    }
    int variable(const std::string& name, nc_type type, const std::vector<int>& dimensions) {
        int id = 0;
        check(nc_def_var(file_, name.c_str(), type, static_cast<int>(dimensions.size()),
                         dimensions.data(), &id));
        return id;
    }
    void fill_with_nan(int variable) {
        const double fill = std::numeric_limits<double>::quiet_NaN();
        check(nc_def_var_fill(file_, variable, NC_FILL, &fill));
    }
    /// @param variable  NC_GLOBAL = of the file.
    void note(int variable, const std::string& name, const std::string& text) {
        check(nc_put_att_text(file_, variable, name.c_str(), text.size(), text.c_str()));
    }
    void put(int variable, const std::vector<std::string>& words) {
        std::vector<const char*> pointers;
        pointers.reserve(words.size());
        for (const std::string& word : words) pointers.push_back(word.c_str());
        check(nc_put_var_string(file_, variable, pointers.data()));
    }
    void put(int variable, const std::vector<double>& values) {
        check(nc_put_var_double(file_, variable, values.data()));
    }
    void put(int variable, const std::vector<unsigned>& values) {
        check(nc_put_var_uint(file_, variable, values.data()));
    }

  private:
    void check(int status) const {
        if (status == NC_NOERR) return;
        throw FileError(fmt::format("Cannot write {}: {}.", shown_.string(), nc_strerror(status)));
    }

    std::filesystem::path shown_;
    int file_ = -1;
};

/// Entities of one kind along one dimension.
struct Part {
    std::string dimension;
    std::string ending;
    std::vector<std::size_t> entities;
    std::vector<std::string> codes;
};

Part part_of(const std::vector<EnsembleEntity>& entities, bool is_group) {
    Part part{.dimension = is_group ? "group" : "country",
              .ending = is_group ? "_of_group" : "",
              .entities = {},
              .codes = {}};
    for (std::size_t e = 0; e < entities.size(); ++e) {
        if (entities[e].is_group != is_group) continue;
        part.entities.push_back(e);
        part.codes.push_back(entities[e].code);
    }
    return part;
}

std::vector<double> values_of(const Part& part, std::size_t figure,
                              std::span<const DrawRecord> records) {
    std::vector<double> values;
    for (const DrawRecord& record : records) {
        for (const std::size_t e : part.entities) {
            values.push_back(record.is_usable() ? record.evaluations.front().figures(e, figure)
                                                : std::numeric_limits<double>::quiet_NaN());
        }
    }
    return values;
}

int write_codes(NetcdfWriter& writer, const std::string& dimension, const std::string& meaning,
                const std::vector<std::string>& codes) {
    const int id = writer.dimension(dimension, codes.size());
    const int names = writer.variable(dimension, NC_STRING, {id});
    writer.note(names, "long_name", meaning);
    writer.put(names, codes);
    return id;
}

void write_part(NetcdfWriter& writer, int draw_dimension, const Part& part,
                std::span<const DrawRecord> records) {
    // A world without groups has no such dimension: size 0 would mean that it can grow.
    if (part.entities.empty()) return;
    const int dimension = write_codes(writer, part.dimension, part.dimension + " code", part.codes);
    for (std::size_t f = 0; f < ensemble_figures.size(); ++f) {
        const int variable = writer.variable(ensemble_figures[f].column + part.ending, NC_DOUBLE,
                                             {draw_dimension, dimension});
        writer.fill_with_nan(variable);
        writer.note(variable, "units", "percent");
        writer.note(variable, "long_name", ensemble_figures[f].meaning);
        writer.put(variable, values_of(part, f, records));
    }
}

void write_sectors(NetcdfWriter& writer, int draw_dimension, const NetcdfHeading& heading,
                   std::span<const DrawRecord> records) {
    if (heading.sector_countries.empty()) return;
    const int countries = write_codes(writer, "sector_country", "country code of output by sector",
                                      heading.sector_countries);
    const int sectors = write_codes(writer, "sector", "sector code", heading.sectors);
    const int variable =
        writer.variable("output_pct", NC_DOUBLE, {draw_dimension, countries, sectors});
    writer.fill_with_nan(variable);
    writer.note(variable, "units", "percent");
    writer.note(variable, "long_name", "change of the volume of output");
    const std::vector<double> failed(heading.sector_countries.size() * heading.sectors.size(),
                                     std::numeric_limits<double>::quiet_NaN());
    std::vector<double> values;
    for (const DrawRecord& record : records) {
        const auto output = record.is_usable() ? record.evaluations.front().sector_output.values()
                                               : std::span<const double>(failed);
        values.insert(values.end(), output.begin(), output.end());
    }
    writer.put(variable, values);
}

}  // namespace

void write_netcdf(const std::filesystem::path& path, const NetcdfHeading& heading,
                  const std::vector<EnsembleEntity>& entities,
                  std::span<const DrawRecord> records) {
    PendingPath pending(path);
    NetcdfWriter writer(pending.temporary(), path);
    writer.note(NC_GLOBAL, "title", heading.title);
    writer.note(NC_GLOBAL, "source", heading.source);
    writer.note(NC_GLOBAL, "world", heading.world);
    writer.note(NC_GLOBAL, "world_hash", heading.world_hash);
    writer.note(NC_GLOBAL, "seed", std::to_string(heading.seed));
    const int draws = writer.dimension("draw", records.size());
    const int numbers = writer.variable("draw", NC_UINT, {draws});
    writer.note(numbers, "long_name", "number of the draw");
    std::vector<unsigned> draw_numbers;
    for (const DrawRecord& record : records) draw_numbers.push_back(record.draw);
    writer.put(numbers, draw_numbers);
    write_part(writer, draws, part_of(entities, false), records);
    write_part(writer, draws, part_of(entities, true), records);
    write_sectors(writer, draws, heading, records);
    writer.close();
    pending.keep();
}

}  // namespace entente
