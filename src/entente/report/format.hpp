#pragma once

// The formats results are written in.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class Format { text, csv, json, md, html, svg };

/// Names of the formats, in the order of the enumeration.
const std::vector<std::string>& format_names();

/// @throws OptionError listing the formats, with the nearest one.
Format format_named(std::string_view name);

/// The format a file's name asks for by its ending; no ending, `.txt` and `.text` mean text.
/// @throws OptionError for an ending that is no format.
Format format_of_file(const std::filesystem::path& file);

/// How a result is to be written.
struct Rendering {
    Format format = Format::text;
    /// Columns of the terminal; 0 = as wide as the text needs.
    std::size_t width = 0;
    /// Whether to colour plain text.
    bool colour = false;
};

}  // namespace entente
