#include "rules/tree.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace entente::rules {
namespace {

bool is_left_out(const std::filesystem::path& folder) {
    const std::string name = folder.filename().string();
    return name == "build" || name == "out" || name == "node_modules" || name == ".git" ||
           name == ".cache";
}

}  // namespace

const std::filesystem::path& root() {
    static const std::filesystem::path path{ENTENTE_SOURCE_DIR};
    return path;
}

SourceFile read(const std::string& path) {
    std::ifstream stream(root() / path);
    if (!stream) throw std::runtime_error("cannot read " + path);
    SourceFile file{path, {}};
    for (std::string line; std::getline(stream, line);) file.lines.push_back(line);
    return file;
}

bool ends_with_any(std::string_view text, const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](const std::string& ending) { return text.ends_with(ending); });
}

std::vector<std::string> paths_below(const std::string& folder,
                                     const std::vector<std::string>& endings) {
    std::vector<std::string> paths;
    if (!std::filesystem::exists(root() / folder)) return paths;
    std::filesystem::recursive_directory_iterator walk(root() / folder);
    for (const auto& entry : walk) {
        if (entry.is_directory() && is_left_out(entry.path())) walk.disable_recursion_pending();
        if (!entry.is_regular_file()) continue;
        const std::string path = entry.path().lexically_relative(root()).generic_string();
        if (ends_with_any(path, endings)) paths.push_back(path);
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::vector<SourceFile> files_below(const std::string& folder,
                                    const std::vector<std::string>& endings) {
    std::vector<SourceFile> files;
    for (const std::string& path : paths_below(folder, endings)) files.push_back(read(path));
    return files;
}

std::string trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.push_back(trim(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::vector<std::string>> markdown_table(const std::vector<std::string>& lines) {
    std::vector<std::vector<std::string>> rows;
    for (const std::string& line : lines) {
        if (!line.starts_with("|")) {
            if (rows.empty()) continue;
            break;
        }
        if (line.find_first_not_of("|-: ") == std::string::npos) continue;
        auto cells = split(line, '|');
        cells.erase(cells.begin());
        if (!cells.empty() && cells.back().empty()) cells.pop_back();
        rows.push_back(std::move(cells));
    }
    return rows;
}

std::string joined(const std::vector<std::string>& findings) {
    std::string text;
    for (const std::string& finding : findings) text += "\n  " + finding;
    return text;
}

}  // namespace entente::rules
