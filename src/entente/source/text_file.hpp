#pragma once

// Text of a file, plain or gzip, with the damage a download can do to it reported.

#include <filesystem>
#include <optional>
#include <string>

#include "entente/base/problem.hpp"

namespace entente {

/// Reads a file, unpacking it if it is gzip (told by its first bytes, not its name).
///
/// A byte-order mark is dropped. Missing, damaged, oversized (over 2 GB unpacked) and non-UTF-8
/// files are added to `problems` under the name `shown_as` and give no text.
std::optional<std::string> read_text_file(const std::filesystem::path& path,
                                          const std::string& shown_as, Problems& problems);

/// Packs text as gzip without a time stamp, so that equal text gives equal bytes.
std::string gzip(std::string_view text);

/// `folder/name` if it exists, else `folder/name.gz` if that exists, else nothing.
std::optional<std::filesystem::path> find_plain_or_gzip(const std::filesystem::path& folder,
                                                        const std::string& name);

}  // namespace entente
