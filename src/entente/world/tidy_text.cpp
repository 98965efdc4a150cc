#include "entente/world/tidy_text.hpp"

#include <fmt/format.h>

#include <fstream>

#include "entente/base/error.hpp"
#include "entente/source/text_file.hpp"

namespace entente::detail {

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

std::string toml_texts(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + toml_text(text);
    return "[" + list + "]";
}

std::string parameters_csv(const std::vector<Parameter>& parameters) {
    CsvText csv("name,value,unit,low,high,source");
    for (const Parameter& parameter : parameters) {
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

std::string sources_csv(const std::vector<Source>& sources) {
    CsvText csv("source,title,publisher,year,url,licence");
    for (const Source& source : sources) {
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

std::string reference_csv(const std::vector<ReferenceValue>& references) {
    CsvText csv("check,subject,value,unit,tolerance,source");
    for (const ReferenceValue& reference : references) {
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

FolderWriter::FolderWriter(std::filesystem::path folder, bool packed)
    : folder_(std::move(folder)), packed_(packed) {
    std::error_code error;
    std::filesystem::create_directory(folder_, error);
    if (error) {
        throw FileError(
            fmt::format("{}: cannot make the folder: {}.", folder_.string(), error.message()));
    }
}

void FolderWriter::write(const std::string& name, const std::string& text) const {
    std::ofstream stream(folder_ / name, std::ios::binary);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    stream.flush();
    if (!stream) throw FileError(fmt::format("{}: cannot write.", (folder_ / name).string()));
}

void FolderWriter::write_csv(const std::string& name, const std::string& text) const {
    packed_ ? write(name + ".gz", gzip(text)) : write(name, text);
}

void require_new_or_empty(const std::filesystem::path& folder) {
    if (std::filesystem::exists(folder) && !std::filesystem::is_empty(folder)) {
        throw FileError(fmt::format("{}: the folder is not empty.", folder.string()));
    }
}

}  // namespace entente::detail
