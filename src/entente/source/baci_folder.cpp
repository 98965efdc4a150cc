#include "entente/source/baci_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <regex>

#include "entente/source/csv_table.hpp"
#include "entente/source/iso_countries.hpp"
#include "entente/source/text_file.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

/// What the name of a file says of it.
struct NamedFile {
    std::string nomenclature;
    std::string release;
    int year = 0;
    fs::path file;

    std::string edition() const { return fmt::format("{}, {}", nomenclature, release); }
};

std::optional<NamedFile> named(const fs::path& file) {
    static const std::regex form("BACI_(HS[0-9]{2})_Y([0-9]{4})_(V[A-Za-z0-9.-]+?)\\.csv(\\.gz)?");
    std::smatch match;
    const std::string name = file.filename().string();
    if (!std::regex_match(name, match, form)) return {};
    return NamedFile{match[1], match[3], std::stoi(match[2]), file};
}

/// By name, so that problems come in an order of their own.
std::vector<NamedFile> files_of(const fs::path& folder) {
    std::vector<NamedFile> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (auto file = named(entry.path())) files.push_back(std::move(*file));
    }
    std::ranges::sort(files, {}, &NamedFile::file);
    return files;
}

void add_years(const std::vector<NamedFile>& files, BaciFolder& found, Problems& problems) {
    found.nomenclature = files.front().nomenclature;
    found.release = files.front().release;
    std::map<int, fs::path> years;
    for (const NamedFile& file : files) {
        if (file.edition() != files.front().edition()) {
            problems.add({.kind = ProblemKind::different_series,
                          .file = file.file.string(),
                          .value = file.edition(),
                          .expected = files.front().edition(),
                          .fix = "keep files of one edition and release in the folder"});
        } else if (!years.emplace(file.year, file.file).second) {
            problems.add({.kind = ProblemKind::duplicate_row,
                          .file = file.file.string(),
                          .value = fmt::format("{}", file.year),
                          .expected = "one file a year",
                          .fix = "keep the plain or the compressed file"});
        }
    }
    for (const auto& [year, file] : years) found.years.push_back({year, file});
}

std::optional<int> country_number(std::string_view text) {
    int number = -1;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
    if (!is_number || number < 0 || number > 999) return {};
    return number;
}

void read_countries(const fs::path& file, BaciFolder& found, Problems& problems) {
    constexpr std::array<std::string_view, 2> columns{"country_code", "country_iso3"};
    const auto table = CsvTable::read(file, columns, problems);
    if (!table) return;
    const std::size_t number_at = *table->column("country_code");
    const std::size_t iso3_at = *table->column("country_iso3");
    std::vector<std::string> codes;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        const std::string_view text = table->text(row, number_at);
        const auto number = country_number(text);
        if (!number) {
            Problem problem = table->problem_at(ProblemKind::value_out_of_range, row, number_at);
            problem.expected = "a number from 0 to 999";
            problems.add(std::move(problem));
            continue;
        }
        // The trade statistics' own numbers first: the file calls Taiwan "S19".
        const std::string code =
            iso3_from_number(text).value_or(std::string(table->text(row, iso3_at)));
        const auto at = std::ranges::find(codes, code);
        found.position[static_cast<std::size_t>(*number)] = static_cast<int>(at - codes.begin());
        if (at == codes.end()) codes.push_back(code);
    }
    found.economies = Axis(std::move(codes));
}

}  // namespace

BaciFolder find_baci_folder(const fs::path& folder, Problems& problems) {
    BaciFolder found;
    found.position.fill(-1);
    if (!fs::is_directory(folder)) {
        problems.add({.kind = ProblemKind::file_missing,
                      .file = folder.string(),
                      .expected = "a folder",
                      .fix = "name the folder that holds the files of BACI"});
        return found;
    }
    const std::vector<NamedFile> files = files_of(folder);
    if (files.empty()) {
        problems.add({.kind = ProblemKind::file_missing,
                      .file = (folder / "BACI_HS??_Y????_V*.csv").string(),
                      .fix = "unpack the archive of CEPII into the folder"});
        return found;
    }
    add_years(files, found, problems);
    const std::string countries = fmt::format("country_codes_{}.csv", found.release);
    if (const auto file = find_plain_or_gzip(folder, countries)) {
        read_countries(*file, found, problems);
    } else {
        problems.add({.kind = ProblemKind::file_missing,
                      .file = (folder / countries).string(),
                      .fix = "copy it from the archive of the same release"});
    }
    return found;
}

}  // namespace entente
