#include "rules/include_rule.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string_view>

namespace entente::rules {
namespace {

using Names = std::set<std::string>;

struct FolderRule {
    /// Folders of ours it may include, besides itself.
    Names folders;
    /// Third-party libraries, as named by library_of.
    Names libraries;
};

const Names analysis{"base", "numerics", "world", "scenario"};
const Names up_to_analysis{"base",     "numerics", "source",      "world", "scenario",
                           "measures", "gravity",  "realignment", "model"};

Names with(Names names, const Names& more) {
    names.insert(more.begin(), more.end());
    return names;
}

/// fmt comes with base and is open to all; the other libraries only where they stand here.
const std::map<std::string, FolderRule>& folder_rules() {
    static const std::map<std::string, FolderRule> rules{
        {"base", {{}, {"spdlog", "Random123", "oneTBB", "OpenSSL", "POSIX"}}},
        {"numerics", {{"base"}, {"Eigen"}}},
        {"source", {{"base"}, {"zlib", "ReadStat", "JSON", "expat", "minizip"}}},
        {"world", {{"base", "numerics", "source"}, {"SQLite", "toml++"}}},
        {"scenario", {{"base", "world"}, {"toml++", "JSON"}}},
        {"measures", {analysis, {"Eigen"}}},
        {"gravity", {analysis, {"Eigen"}}},
        {"realignment", {analysis, {"Eigen"}}},
        {"model", {analysis, {"Eigen"}}},
        {"ensemble", {up_to_analysis, {"MPI", "NetCDF"}}},
        {"report",
         {with(up_to_analysis, {"ensemble"}), {"JSON", "mustache", "xlsxwriter", "ReadStat"}}},
        {"study", {with(up_to_analysis, {"ensemble", "report"}), {}}},
        {"apps",
         {{"base", "world", "scenario", "measures", "report", "study"},
          {"CLI11", "Beast", "POSIX"}}},
    };
    return rules;
}

/// Libraries that a folder may use in some of its files only: name, folder, files.
struct NarrowRule {
    std::string_view library;
    std::string_view folder;
    std::string_view files;
    std::string_view words;
};
constexpr std::array narrow_rules{
    NarrowRule{"OpenSSL", "base", R"(sha256\.cpp)", "base/sha256.cpp"},
    NarrowRule{"SQLite", "world", R"(sqlite_[a-z0-9_]+\.cpp)", "world/sqlite_*.cpp"},
    NarrowRule{"MPI", "ensemble", R"(mpi_[a-z0-9_]+\.cpp)", "ensemble/mpi_*.cpp"},
    NarrowRule{"NetCDF", "ensemble", R"(netcdf_[a-z0-9_]+\.cpp)", "ensemble/netcdf_*.cpp"},
    NarrowRule{"CLI11", "apps", R"(arguments\.cpp)", "apps/cli/arguments.cpp"},
};

/// Start of a header's name and the library it belongs to.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> prefixes{{
    {"fmt/", "fmt"},
    {"spdlog/", "spdlog"},
    {"Random123/", "Random123"},
    {"tbb/", "oneTBB"},
    {"oneapi/", "oneTBB"},
    {"openssl/", "OpenSSL"},
    {"Eigen/", "Eigen"},
    {"zlib.h", "zlib"},
    {"readstat.h", "ReadStat"},
    {"nlohmann/", "JSON"},
    {"expat.h", "expat"},
    {"minizip/", "minizip"},
    {"sqlite3.h", "SQLite"},
    {"SQLiteCpp/", "SQLite"},
    {"toml++/", "toml++"},
    {"mpi.h", "MPI"},
    {"netcdf", "NetCDF"},
    {"kainjow/", "mustache"},
    {"xlsxwriter", "xlsxwriter"},
    {"CLI/", "CLI11"},
    {"boost/beast", "Beast"},
    {"boost/asio", "Beast"},
    {"pybind11/", "pybind11"},
    {"unistd.h", "POSIX"},
    {"fcntl.h", "POSIX"},
    {"sys/", "POSIX"},
}};

/// Name of the library of an include in angle brackets; empty for the standard library.
std::optional<std::string> library_of(const std::string& header) {
    for (const auto& [prefix, library] : prefixes) {
        if (header.starts_with(prefix)) return std::string(library);
    }
    if (header.find_first_of("./") == std::string::npos) return std::string{};
    return std::nullopt;
}

/// "world" of "src/entente/world/world.cpp", "apps" of "apps/cli/main.cpp".
std::string folder_of(const std::string& path) {
    const auto parts = split(path, '/');
    if (parts.size() > 3 && parts[0] == "src") return parts[2];
    return parts[0];
}

std::string list(const Names& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "nothing" : text;
}

std::string own_include_fault(const std::string& folder, const FolderRule& rule,
                              const std::string& header) {
    const std::string other = split(header, '/').at(1);
    if (other == folder || rule.folders.contains(other)) return {};
    return folder + " includes " + other + "; of ours it may include " + list(rule.folders);
}

std::string library_fault(const std::string& path, const std::string& folder,
                          const FolderRule& rule, const std::string& header) {
    const auto library = library_of(header);
    if (!library) return "<" + header + "> belongs to no library of the table";
    if (library->empty() || *library == "fmt") return {};
    if (!rule.libraries.contains(*library)) return folder + " may not use " + *library;
    const std::string name = split(path, '/').back();
    for (const NarrowRule& narrow : narrow_rules) {
        if (narrow.library != *library || narrow.folder != folder) continue;
        if (!std::regex_match(name, std::regex(std::string(narrow.files)))) {
            return *library + " may only be included by " + std::string(narrow.words);
        }
    }
    return {};
}

}  // namespace

std::vector<std::string> forbidden_includes(const SourceFile& file) {
    static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    const std::string folder = folder_of(file.path);
    const auto rule = folder_rules().find(folder);
    if (rule == folder_rules().end()) return {file.path + ": " + folder + " has no include rule"};

    std::vector<std::string> findings;
    for (std::size_t k = 0; k < file.lines.size(); ++k) {
        std::smatch match;
        if (!std::regex_search(file.lines[k], match, include)) continue;
        const std::string header = match[2];
        std::string fault;
        if (header.starts_with("entente/")) {
            fault = own_include_fault(folder, rule->second, header);
        } else if (match[1] == "<") {
            fault = library_fault(file.path, folder, rule->second, header);
        } else if (folder != "apps") {
            fault = "\"" + header + "\" must be written from the root: \"entente/folder/file.hpp\"";
        }
        if (!fault.empty()) {
            findings.push_back(file.path + ":" + std::to_string(k + 1) + ": " + fault);
        }
    }
    return findings;
}

}  // namespace entente::rules
