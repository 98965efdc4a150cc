#include "rules/source_row_rule.hpp"

#include <algorithm>
#include <cctype>

#include "rules/tree.hpp"

namespace entente::rules {
namespace {

const std::vector<std::string> columns{"tables", "source",  "title", "publisher",
                                       "year",   "licence", "url",   "changes"};
constexpr std::size_t licence_column = 5;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

bool covers(const std::string& entry, const std::string& table) {
    return table == entry || table.starts_with(entry + "/");
}

bool is_unclear(const std::string& licence) {
    const std::string words = lower(licence);
    return words.empty() || words == "-" || words.find("unclear") != std::string::npos ||
           words.find("unknown") != std::string::npos;
}

std::vector<std::string> row_faults(const std::vector<std::string>& row,
                                    const std::vector<std::string>& shipped) {
    if (row.size() != columns.size()) {
        return {"row \"" + row.front() + "\" has " + std::to_string(row.size()) + " cells, not 8"};
    }
    std::vector<std::string> faults;
    for (std::size_t k = 0; k < columns.size(); ++k) {
        if (row[k].empty()) faults.push_back("row \"" + row[1] + "\": " + columns[k] + " is empty");
    }
    if (is_unclear(row[licence_column]))
        faults.push_back("row \"" + row[1] + "\": licence unclear");
    for (const std::string& entry : split(row[0], ',')) {
        const bool is_used = std::any_of(shipped.begin(), shipped.end(),
                                         [&](const auto& table) { return covers(entry, table); });
        if (!is_used) faults.push_back("row \"" + row[1] + "\" names " + entry + ", not shipped");
    }
    return faults;
}

}  // namespace

std::vector<std::string> source_row_faults(const Table& sources,
                                           const std::vector<std::string>& shipped) {
    if (sources.empty() || sources.front() != columns)
        return {"the columns are not the eight named"};
    std::vector<std::string> faults;
    std::vector<std::string> entries;
    for (std::size_t k = 1; k < sources.size(); ++k) {
        for (std::string& fault : row_faults(sources[k], shipped))
            faults.push_back(std::move(fault));
        for (std::string& entry : split(sources[k].front(), ','))
            entries.push_back(std::move(entry));
    }
    for (const std::string& table : shipped) {
        const bool has_row = std::any_of(entries.begin(), entries.end(),
                                         [&](const auto& entry) { return covers(entry, table); });
        if (!has_row) faults.push_back("data/" + table + " has no row");
    }
    return faults;
}

}  // namespace entente::rules
