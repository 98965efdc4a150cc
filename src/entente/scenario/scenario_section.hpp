#pragma once

// One table of a scenario file. Getters report what is wrong with a value, with its line, and
// return nothing in its place, so that a whole file is read before it is refused.

#include <toml++/toml.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/base/date.hpp"
#include "entente/base/problem.hpp"
#include "entente/scenario/grammar.hpp"
#include "entente/scenario/scenario.hpp"

namespace entente::detail {

class Section {
  public:
    /// @param path  name of the table in problems, such as "measure[2]"; empty for the file itself.
    Section(const toml::table& table, std::string path, std::string file, Problems& problems)
        : table_(table), path_(std::move(path)), file_(std::move(file)), problems_(problems) {}

    std::size_t line() const { return table_.source().begin.line; }
    bool has(std::string_view key) const { return table_.contains(key); }
    bool is_text(std::string_view key, std::string_view expected) const {
        return table_[key].value_exact<std::string>() == expected;
    }
    /// Reports a key that is not there.
    void require(std::string_view key) const;
    /// Reports keys that are not among the known ones, with the nearest of those.
    void report_unknown_keys(const std::vector<KeyRule>& rules) const;
    void report_unknown_keys(const std::vector<std::string>& known) const;
    /// Reports keys that the rules require and that are not there.
    void report_missing_keys(const std::vector<KeyRule>& rules) const;
    void report(std::string_view key, Problem problem) const;

    std::optional<std::string> text(std::string_view key) const;
    std::optional<double> number(std::string_view key) const;
    std::optional<bool> truth(std::string_view key) const;
    /// Nothing, and no report, if it is no whole number.
    std::optional<std::int64_t> whole_number(std::string_view key) const {
        return table_[key].value_exact<std::int64_t>();
    }
    std::optional<Date> date(std::string_view key) const;
    /// One text or a list of them; empty if the key is missing or wrong.
    std::vector<std::string> texts(std::string_view key) const;
    template <class Meaning>
    std::optional<Meaning> word(std::string_view key, const Words<Meaning>& words) const {
        std::vector<std::string> known;
        for (const auto& [name, meaning] : words) known.push_back(name);
        const std::optional<std::size_t> position = position_of(key, known);
        return position ? std::optional(words[*position].second) : std::nullopt;
    }

    /// By key: where its value stands, or each entry of a list.
    std::map<std::string, std::vector<FilePlace>> places() const;

    /// The table under a key, if there is one.
    std::optional<Section> table(std::string_view key) const;
    /// The tables of a list such as [[measure]].
    std::vector<Section> tables(std::string_view key) const;

  private:
    std::string path_to(std::string_view key) const;
    std::optional<std::size_t> position_of(std::string_view key,
                                           const std::vector<std::string>& known) const;
    const toml::table& table_;
    std::string path_;
    std::string file_;
    Problems& problems_;
};

}  // namespace entente::detail
