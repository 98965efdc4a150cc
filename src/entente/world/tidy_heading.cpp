#include <fmt/format.h>
#include <toml++/toml.h>

#include "entente/source/text_file.hpp"
#include "entente/world/limits.hpp"
#include "entente/world/tidy_parts.hpp"

namespace entente::detail {
namespace {

std::string line_of(const std::string& text, std::size_t line) {
    std::size_t start = 0;
    for (std::size_t passed = 1; passed < line && start != std::string::npos; ++passed) {
        start = text.find('\n', start);
        if (start != std::string::npos) ++start;
    }
    if (start == std::string::npos) return {};
    return text.substr(start, text.find('\n', start) - start);
}

/// Keys of world.toml, with the line of each value that is not what it should be.
class Heading {
  public:
    Heading(const toml::table& table, std::string file, Problems& problems)
        : table_(table), file_(std::move(file)), problems_(problems) {}

    std::string text(std::string_view key) {
        const toml::node* node = require(key);
        if (node == nullptr) return {};
        const auto value = node->value_exact<std::string>();
        if (!value) {
            add(ProblemKind::wrong_type, key, *node, "a text in quotation marks");
        } else if (value->empty()) {
            add(ProblemKind::empty_value, key, *node, "a text");
        }
        return value.value_or(std::string{});
    }

    int year(std::string_view key) {
        const toml::node* node = require(key);
        if (node == nullptr) return 0;
        const auto value = node->value_exact<std::int64_t>();
        if (!value) {
            add(ProblemKind::wrong_type, key, *node, "a year as a whole number, such as 2023");
        } else if (*value < first_year || *value > last_year) {
            add(ProblemKind::value_out_of_range, key, *node,
                fmt::format("a year from {} to {}", first_year, last_year));
            return 0;
        }
        return static_cast<int>(value.value_or(0));
    }

    std::vector<std::string> texts(std::string_view key) {
        std::vector<std::string> texts;
        const toml::node* node = require(key);
        if (node == nullptr) return texts;
        const toml::array* list = node->as_array();
        if (list == nullptr) {
            add(ProblemKind::wrong_type, key, *node, "a list of texts");
            return texts;
        }
        for (const toml::node& entry : *list) {
            if (const auto value = entry.value_exact<std::string>()) {
                texts.push_back(*value);
            } else {
                add(ProblemKind::wrong_type, key, entry, "a text in quotation marks");
            }
        }
        return texts;
    }

    TariffUnit tariff_unit() {
        const toml::node* node = table_.get("tariff_unit");
        if (node == nullptr) return TariffUnit::unstated;
        const auto word = node->value_exact<std::string>();
        const auto unit = word ? tariff_unit_of_word(*word) : std::nullopt;
        if (!unit || *unit == TariffUnit::unstated) {
            add(ProblemKind::value_out_of_range, "tariff_unit", *node,
                "\"ratio\" (0.25), \"percent\" (25) or \"factor\" (1.25)");
        }
        return unit.value_or(TariffUnit::unstated);
    }

  private:
    const toml::node* require(std::string_view key) {
        const toml::node* node = table_.get(key);
        if (node == nullptr) {
            problems_.add({.kind = ProblemKind::missing_key,
                           .file = file_,
                           .column = std::string(key),
                           .expected = "the keys name, base_year, unit and sources"});
        }
        return node;
    }

    void add(ProblemKind kind, std::string_view key, const toml::node& node, std::string expected) {
        std::ostringstream shown;
        node.visit([&](const auto& value) { shown << value; });
        problems_.add({.kind = kind,
                       .file = file_,
                       .line = node.source().begin.line,
                       .column = std::string(key),
                       .value = shown.str(),
                       .expected = std::move(expected)});
    }

    const toml::table& table_;
    std::string file_;
    Problems& problems_;
};

}  // namespace

void read_heading(TidyInput& input) {
    const std::filesystem::path path = input.folder / "world.toml";
    const auto text = read_text_file(path, path.string(), input.problems);
    if (!text) return;
    try {
        const toml::table table = toml::parse(*text, path.string());
        Heading heading(table, path.string(), input.problems);
        input.data.name = heading.text("name");
        input.data.base_year = heading.year("base_year");
        input.data.unit = heading.text("unit");
        input.data.source_names = heading.texts("sources");
        input.tariff_unit = heading.tariff_unit();
    } catch (const toml::parse_error& error) {
        const auto place = error.source().begin;
        input.problems.add({.kind = ProblemKind::bad_toml,
                            .file = path.string(),
                            .line = place.line,
                            .column = std::to_string(place.column),
                            .value = line_of(*text, place.line),
                            .fix = fmt::format("mend the line named. The TOML reader says: {}",
                                               error.description())});
    }
}

}  // namespace entente::detail
