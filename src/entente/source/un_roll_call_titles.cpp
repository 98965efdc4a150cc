#include "entente/source/un_roll_call_titles.hpp"

#include <array>

#include "entente/source/csv_table.hpp"

namespace entente {

std::vector<UnRollCallTitle> read_un_roll_call_titles(const std::filesystem::path& file,
                                                      Problems& problems) {
    constexpr std::array<std::string_view, 4> heading{"rcid", "amend", "para", "short"};
    std::vector<UnRollCallTitle> titles;
    const auto table = CsvTable::read(file, heading, problems);
    if (!table) return titles;
    for (std::size_t row = 0; row < table->num_rows(); ++row) {
        const auto number = table->number(row, *table->column("rcid"), problems);
        if (!number) continue;
        const std::string_view title = table->text(row, *table->column("short"));
        titles.push_back({.number = static_cast<int>(*number),
                          .title = title == "NA" ? std::string{} : std::string(title),
                          .is_of_a_part = table->text(row, *table->column("amend")) == "1" ||
                                          table->text(row, *table->column("para")) == "1"});
    }
    return titles;
}

}  // namespace entente
