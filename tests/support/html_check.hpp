#pragma once

// Whether a page is sound: tags closed in order, nothing fetched from elsewhere.

#include <regex>
#include <set>
#include <string>
#include <vector>

namespace entente::testing {

/// What is wrong with the nesting of tags, or empty. Scripts and styles are passed over.
inline std::string nesting_fault(std::string page) {
    page = std::regex_replace(page, std::regex(R"(<script>[^]*?</script>)"), "");
    page = std::regex_replace(page, std::regex(R"(<style>[^]*?</style>)"), "");
    const std::set<std::string> never_closed{"meta", "input", "br", "link", "!DOCTYPE"};
    const std::regex tag(R"(<(/?)([!A-Za-z0-9]+)([^<>]*)>)");
    std::vector<std::string> open;
    for (std::sregex_iterator at(page.begin(), page.end(), tag), end; at != end; ++at) {
        const std::string name = (*at)[2];
        if (never_closed.contains(name)) continue;
        if ((*at)[1] == "") {
            open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            return "</" + name + "> closes " + (open.empty() ? "nothing" : "<" + open.back() + ">");
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? std::string{} : "<" + open.back() + "> is not closed";
}

/// References that a browser would fetch: src, href to files, url() and @import.
inline std::vector<std::string> outside_references(const std::string& page) {
    const std::regex reference(
        R"((src|href|data)\s*=\s*["'][^#"'][^"']*["']|url\([^)]*\)|@import)");
    std::vector<std::string> found;
    for (std::sregex_iterator at(page.begin(), page.end(), reference), end; at != end; ++at) {
        found.push_back((*at)[0]);
    }
    return found;
}

inline std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace entente::testing
