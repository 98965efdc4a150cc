#include "entente/world/recipe/layer/repeated_resolutions.hpp"

#include <algorithm>
#include <map>

namespace entente::detail {
namespace {

constexpr int longest_gap = 5;

/// The roll call of a title in one year.
struct YearOfTitle {
    int number = 0;
    int count = 0;
};

using YearsOfTitle = std::map<int, YearOfTitle>;

void add_groups(const YearsOfTitle& years, std::vector<RepeatedRollCall>& repeated) {
    std::vector<int> group;
    int last_year = 0;
    const auto close = [&] {
        if (group.size() > 1) {
            for (const int number : group) repeated.push_back({number, group.front()});
        }
        group.clear();
    };
    for (const auto& [year, roll_call] : years) {
        if (roll_call.count > 1) continue;
        if (!group.empty() && year - last_year > longest_gap) close();
        group.push_back(roll_call.number);
        last_year = year;
    }
    close();
}

}  // namespace

std::string plain_title(std::string_view title) {
    std::string plain;
    bool is_apart = false;
    for (char letter : title) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
        const bool is_kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (!is_kept) {
            is_apart = !plain.empty();
            continue;
        }
        if (is_apart) plain += ' ';
        is_apart = false;
        plain += letter;
    }
    return plain;
}

std::vector<RepeatedRollCall> repeated_resolutions(const std::vector<TitledRollCall>& roll_calls) {
    std::map<std::string, YearsOfTitle> titles;
    for (const TitledRollCall& roll_call : roll_calls) {
        const std::string title = plain_title(roll_call.title);
        if (title.empty()) continue;
        YearOfTitle& year = titles[title][roll_call.year];
        year.number = roll_call.number;
        ++year.count;
    }
    std::vector<RepeatedRollCall> repeated;
    for (const auto& [title, years] : titles) add_groups(years, repeated);
    std::ranges::sort(repeated, {}, &RepeatedRollCall::number);
    return repeated;
}

}  // namespace entente::detail
