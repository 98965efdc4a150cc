// Pages tell the truth about the tree: links lead somewhere, commands and columns exist.

#include <gmock/gmock.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "entente/report/heat_map/heat_map.hpp"
#include "rules/tree.hpp"

namespace entente::rules {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

constexpr std::size_t status_column = 5;
constexpr std::size_t command_column = 3;

std::vector<std::string> matches(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator hit(text.begin(), text.end(), expression), end; hit != end; ++hit) {
        found.push_back((*hit)[1]);
    }
    return found;
}

bool program_knows(const std::string& verb) {
    const std::string command =
        std::string(ENTENTE_PROGRAM) + " " + verb + " --help >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
}

std::string output_of(const std::string& arguments) {
    const std::string command = std::string(ENTENTE_PROGRAM) + " " + arguments + " 2>&1";
    std::string text;
    FILE* stream = popen(command.c_str(), "r");
    for (int letter; stream && (letter = std::fgetc(stream)) != EOF;) {
        text += static_cast<char>(letter);
    }
    if (stream) pclose(stream);
    return text;
}

HeatMap heat_map_of_default_poles() {
    HeatMap map;
    map.poles = {Pole{"USA", "United States"}, Pole{"CHN", "China"}};
    return map;
}

TEST(PageRule, every_relative_link_leads_to_a_file) {
    std::vector<std::string> findings;

    for (const SourceFile& page : files_below("", {".md"})) {
        const auto folder = std::filesystem::path(page.path).parent_path();
        for (const std::string& line : page.lines) {
            for (const std::string& target : matches(line, R"(\]\(([^)#]+)(?:#[^)]*)?\))")) {
                if (target.find("://") != std::string::npos) continue;
                if (!std::filesystem::exists(root() / folder / target)) {
                    findings.push_back(page.path + " leads to " + target);
                }
            }
        }
    }

    EXPECT_THAT(findings, IsEmpty()) << joined(findings);
}

TEST(PageRule, all_38_claims_have_a_status) {
    const std::set<std::string> words{"available", "planned"};
    const auto claims = markdown_table(read("docs/claims.md").lines);

    ASSERT_EQ(claims.size(), 39U);
    for (std::size_t k = 1; k < claims.size(); ++k) {
        const std::string& status = claims[k].at(status_column);
        EXPECT_EQ(claims[k][0], std::to_string(k));
        EXPECT_TRUE(words.contains(status) || status.starts_with("not measured: no data")) << k;
        EXPECT_EQ(status == "available", !claims[k][command_column].empty()) << k;
    }
}

TEST(PageRule, every_command_that_answers_a_claim_exists) {
    const auto claims = markdown_table(read("docs/claims.md").lines);

    for (const auto& row : claims) {
        for (const std::string& verb : matches(row.at(command_column), "`entente ([a-z]+)")) {
            EXPECT_TRUE(program_knows(verb)) << verb << " in claim " << row[0];
        }
    }
    EXPECT_FALSE(program_knows("no-such-verb"));
}

TEST(PageRule, readme_shows_what_the_program_prints) {
    const std::string printed = output_of("heatmap");
    std::size_t num_rows = 0;

    for (const std::string& line : read("README.md").lines) {
        if (!std::regex_search(line, std::regex("^[A-Z]{3}  +[A-Z].* [0-9.]+$"))) continue;
        ++num_rows;
        EXPECT_NE(printed.find(line + "\n"), std::string::npos) << line;
    }

    EXPECT_GT(num_rows, 4U);
}

TEST(PageRule, page_of_columns_has_the_columns_of_the_heat_map) {
    const HeatMap map = heat_map_of_default_poles();
    std::vector<std::string> names;
    for (const Column& column : heat_map_table(map).columns) names.push_back(column.name);
    std::vector<std::string> described;
    const auto page = markdown_table(read("docs/reference/columns.md").lines);
    for (std::size_t k = 1; k < page.size(); ++k) described.push_back(page[k][0]);

    EXPECT_THAT(described, ElementsAreArray(names));
}

TEST(PageRule, columns_called_not_measured_yet_are_empty) {
    const HeatMap map = heat_map_of_default_poles();
    std::vector<std::string> described;
    for (const auto& row : markdown_table(read("docs/reference/columns.md").lines)) {
        if (row.back() == "not measured yet") described.push_back(row[0]);
    }

    EXPECT_THAT(described, ElementsAreArray(columns_not_measured_yet(map)));
}

/// Checks of the measures by "name|expected", as the program computes them.
std::map<std::string, double> computed_checks() {
    std::map<std::string, double> checks;
    std::istringstream lines(output_of("verify measures --format csv"));
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string> cells;
        std::istringstream fields(line);
        for (std::string cell; cells.size() < 4 && std::getline(fields, cell, ',');) {
            cells.push_back(cell);
        }
        if (cells.size() < 4 || cells[0] == "check" || cells[3].empty()) continue;
        checks[cells[1] + "|" + cells[2]] = std::stod(cells[3]);
    }
    return checks;
}

TEST(PageRule, page_of_validation_has_the_figures_the_program_computes) {
    const auto computed = computed_checks();
    const std::regex row(R"(^\| ([A-Za-z_ ]+) \| ([^|]*) \| (-?[0-9]*\.([0-9]+)) \| .*)");
    std::size_t num_rows = 0;

    bool is_of_measures = false;
    for (const std::string& line : read("docs/validation.md").lines) {
        // Scenarios have sections of their own, with tests of their own.
        if (line.starts_with("## ")) {
            is_of_measures = line != "## Liberation day" && !line.starts_with("## Trade diversion");
        }
        std::smatch cells;
        if (!is_of_measures || !std::regex_match(line, cells, row)) continue;
        const std::string expected = std::regex_replace(cells[2].str(), std::regex(" +$"), "");
        const auto at = computed.find(cells[1].str() + "|" + expected);
        ASSERT_NE(at, computed.end()) << line;
        const double half_digit = 0.5 * std::pow(10.0, -static_cast<double>(cells[4].length()));
        EXPECT_NEAR(at->second, std::stod(cells[3]), half_digit + 1e-9) << line;
        ++num_rows;
    }

    EXPECT_EQ(num_rows, computed.size()) << "every check stands on the page, failures too";
}

}  // namespace
}  // namespace entente::rules
