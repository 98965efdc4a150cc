#include "entente/report/format.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "entente/base/error.hpp"
#include "entente/base/nearest_code.hpp"

namespace entente {

const std::vector<std::string>& format_names() {
    static const std::vector<std::string> names{"text", "csv", "json", "md", "html", "svg"};
    return names;
}

Format format_named(std::string_view name) {
    const auto found = std::ranges::find(format_names(), name);
    if (found == format_names().end()) {
        throw OptionError(fmt::format("There is no format {}. The formats are {}.{}", name,
                                      fmt::join(format_names(), ", "),
                                      did_you_mean(name, format_names())));
    }
    return static_cast<Format>(found - format_names().begin());
}

Format format_of_file(const std::filesystem::path& file) {
    const std::string ending = file.extension().string();
    if (ending.empty() || ending == ".txt") return Format::text;
    if (ending == ".htm") return Format::html;
    return format_named(std::string_view(ending).substr(1));
}

}  // namespace entente
