#include <fmt/format.h>

#include <cmath>

#include "entente/base/whole_file.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "entente/world/tidy_text.hpp"

namespace entente {
namespace {

using detail::CsvText;

std::string heading_toml(const LayerData& data) {
    return fmt::format(
        "name = {}\nkind = \"layer\"\nlayout = {}\nversion = {}\ntitle = {}\nas_of = {}\n"
        "sources = {}\n",
        detail::toml_text(data.name), detail::toml_text(data.layout), data.version,
        detail::toml_text(data.title), detail::toml_text(date_text(data.as_of)),
        detail::toml_texts(data.source_names));
}

std::string table_csv(const LayerTable& table) {
    std::string header;
    for (const LayerColumn& column : table.columns) {
        header += (header.empty() ? "" : ",") + column.name();
    }
    CsvText csv(header);
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        for (const LayerColumn& column : table.columns) {
            if (!column.numeric()) {
                csv.add(column.text(row));
            } else if (std::isnan(column.number(row))) {
                csv.add("");
            } else {
                csv.add(column.number(row));
            }
        }
        csv.end_row();
    }
    return csv.text();
}

}  // namespace

void write_layer_folder(const Layer& layer, const std::filesystem::path& folder, bool gzip) {
    detail::require_new_or_empty(folder);
    const LayerData& data = layer.data();
    PendingPath pending(folder);
    const detail::FolderWriter writer(pending.temporary(), gzip);
    writer.write("layer.toml", heading_toml(data));
    for (const LayerTable& table : data.tables) {
        writer.write_csv(table.name + ".csv", table_csv(table));
    }
    if (!data.parameters.empty()) {
        writer.write_csv("parameters.csv", detail::parameters_csv(data.parameters));
    }
    if (!data.sources.empty()) {
        writer.write_csv("sources.csv", detail::sources_csv(data.sources));
    }
    if (!data.reference_values.empty()) {
        writer.write_csv("reference.csv", detail::reference_csv(data.reference_values));
    }
    pending.keep();
}

}  // namespace entente
