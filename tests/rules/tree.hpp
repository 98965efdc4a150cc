#pragma once

// The source tree as the rule tests see it: files with their lines, and the tables of the pages.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente::rules {

/// Root of the source tree under test.
const std::filesystem::path& root();

struct SourceFile {
    /// Path from the root with forward slashes, such as "src/entente/base/axis.cpp".
    std::string path;
    std::vector<std::string> lines;
};

/// The file at `path` from the root, with its lines.
SourceFile read(const std::string& path);

/// Every file below `folder` whose name ends in one of `endings`, sorted by path. An empty `folder`
/// is the whole tree; build results and version control are never part of it.
std::vector<SourceFile> files_below(const std::string& folder,
                                    const std::vector<std::string>& endings);

/// Paths only, for files that are not text.
std::vector<std::string> paths_below(const std::string& folder,
                                     const std::vector<std::string>& endings);

bool ends_with_any(std::string_view text, const std::vector<std::string>& endings);

/// Rows of the first table of a Markdown page, the header row first, cells trimmed. The rule
/// beneath the header is left out.
std::vector<std::vector<std::string>> markdown_table(const std::vector<std::string>& lines);

std::string trim(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);

/// Findings one a line, for the message of a failing test.
std::string joined(const std::vector<std::string>& findings);

}  // namespace entente::rules
