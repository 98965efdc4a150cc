#include "entente/world/world_catalog.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <string_view>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"
#include "entente/world/layer/layer_files.hpp"
#include "entente/world/sqlite_reader.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".world";

std::vector<fs::path> folders_of_environment() {
    std::vector<fs::path> folders;
    const char* value = std::getenv("ENTENTE_WORLDS");
    std::string_view rest = value == nullptr ? "" : value;
    while (!rest.empty()) {
        const std::size_t length = std::min(rest.find(':'), rest.size());
        if (length > 0) folders.emplace_back(rest.substr(0, length));
        rest.remove_prefix(std::min(length + 1, rest.size()));
    }
    return folders;
}

/// A program found through PATH knows only its name; the system knows where it lies.
fs::path folder_of_program(const fs::path& executable) {
    std::error_code error;
    fs::path program = executable.has_parent_path() ? fs::canonical(executable, error)
                                                    : fs::read_symlink("/proc/self/exe", error);
    return (error ? fs::absolute(executable) : program).parent_path();
}

/// Files of the folders by the name they go by; a name in an earlier folder hides a later one.
std::map<std::string, fs::path> files_by_name(const std::vector<fs::path>& folders) {
    std::map<std::string, fs::path> files;
    for (const fs::path& folder : folders) {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            const std::string name = entry.path().filename().string();
            if (!name.ends_with(ending) || name.starts_with('.')) continue;
            files.emplace(name.substr(0, name.size() - ending.size()), entry.path());
        }
    }
    return files;
}

}  // namespace

WorldCatalog::WorldCatalog(std::vector<fs::path> folders) : folders_(std::move(folders)) {}

WorldCatalog WorldCatalog::for_program(const fs::path& executable) {
    std::vector<fs::path> folders = folders_of_environment();
    const fs::path folder = folder_of_program(executable);
    for (const char* place : {"../worlds", "../../worlds", "../share/entente/worlds"}) {
        folders.push_back((folder / place).lexically_normal());
    }
    return WorldCatalog(std::move(folders));
}

std::vector<CatalogEntry> WorldCatalog::list() const {
    std::vector<CatalogEntry> entries;
    for (const auto& [name, file] : files_by_name(folders_)) {
        CatalogEntry entry{.name = name, .kind = "damaged", .file = file};
        try {
            entry = detail::read_catalog_entry(file);
            entry.name = name;
        } catch (const DataError&) {
            // A list still has to show the sound worlds; opening this one says what is wrong.
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

bool WorldCatalog::is_layer(const std::string& name_file_or_folder) const {
    const std::map<std::string, fs::path> files = files_by_name(folders_);
    const auto found = files.find(name_file_or_folder);
    const fs::path path = found == files.end() ? fs::path(name_file_or_folder) : found->second;
    if (fs::is_directory(path)) return is_layer_folder(path);
    return fs::is_regular_file(path) && is_layer_file(path);
}

World WorldCatalog::open(const std::string& name_file_or_folder) const {
    if (is_layer(name_file_or_folder)) {
        throw OptionError(fmt::format(
            "{} is a layer: it has no trade flows and cannot be measured or solved. Name a trade "
            "world with --world, such as world-2023, and a layer with --layers.",
            name_file_or_folder));
    }
    const std::map<std::string, fs::path> files = files_by_name(folders_);
    if (const auto found = files.find(name_file_or_folder); found != files.end()) {
        return read_world_file(found->second);
    }
    const fs::path path = name_file_or_folder;
    if (fs::is_directory(path)) return read_tidy_folder(path);
    if (fs::exists(path)) return read_world_file(path);
    std::vector<std::string> names;
    names.reserve(files.size());
    for (const auto& [name, file] : files) names.push_back(name);
    const std::string known =
        names.empty()
            ? fmt::format(
                  "No worlds were found in {}.",
                  fmt::join(std::vector<std::string>(folders_.begin(), folders_.end()), ", "))
            : fmt::format("Worlds there are: {}.", fmt::join(names, ", "));
    throw OptionError(fmt::format("There is no world, world file or folder {}.{} {}",
                                  name_file_or_folder, did_you_mean(name_file_or_folder, names),
                                  known));
}

}  // namespace entente
