#include "rules/duplicate_rule.hpp"

#include <map>

namespace entente::rules {
namespace {

struct Place {
    const SourceFile* file;
    /// Position among the counted lines of the file.
    std::size_t first;
    /// Line in the file, from 1.
    std::size_t line;
};

struct CountedLine {
    std::string text;
    std::size_t line;
};

std::vector<CountedLine> counted_lines(const SourceFile& file) {
    std::vector<CountedLine> counted;
    for (std::size_t k = 0; k < file.lines.size(); ++k) {
        std::string text = trim(file.lines[k]);
        const bool is_code = text.find_first_not_of("{}();, ") != std::string::npos;
        if (!is_code || text.starts_with("//") || text.starts_with("#") ||
            text.starts_with("using ") || text.starts_with("namespace") ||
            text.starts_with("}  // namespace")) {
            continue;
        }
        counted.push_back({std::move(text), k + 1});
    }
    return counted;
}

std::string described(const Place& one, const Place& other) {
    return one.file->path + ":" + std::to_string(one.line) + " = " + other.file->path + ":" +
           std::to_string(other.line);
}

}  // namespace

std::vector<std::string> copied_code(const std::vector<SourceFile>& files, std::size_t num_lines) {
    std::map<std::string, Place> seen;
    std::vector<std::string> findings;
    for (const SourceFile& file : files) {
        const auto lines = counted_lines(file);
        std::size_t next = 0;
        for (std::size_t first = 0; first + num_lines <= lines.size(); ++first) {
            std::string window;
            for (std::size_t k = first; k < first + num_lines; ++k) window += lines[k].text + "\n";
            const Place here{&file, first, lines[first].line};
            const auto [entry, is_new] = seen.emplace(std::move(window), here);
            const Place& there = entry->second;
            if (is_new || (there.file == &file && first < there.first + num_lines)) continue;
            if (first >= next) findings.push_back(described(there, here));
            // The windows that follow belong to the same run.
            next = first + num_lines;
        }
    }
    return findings;
}

}  // namespace entente::rules
