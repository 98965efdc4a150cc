#include "entente/world/layer/un_votes.hpp"

#include <map>

namespace entente {

UnVotes read_un_votes(const Layer& layer) {
    UnVotes votes;
    const LayerColumn& states = layer.table("states")["iso3"];
    std::vector<std::string> codes;
    for (std::size_t row = 0; row < states.size(); ++row) codes.push_back(states.text(row));
    votes.states = Axis(std::move(codes));
    const LayerTable& repeats = layer.table("repeats");
    std::map<int, int> first_of;
    for (std::size_t row = 0; row < repeats.num_rows(); ++row) {
        first_of.emplace(static_cast<int>(repeats["roll_call"].number(row)),
                         static_cast<int>(repeats["first"].number(row)));
    }
    const LayerTable& table = layer.table("roll_calls");
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        const auto number = static_cast<int>(table["roll_call"].number(row));
        const auto repeated = first_of.find(number);
        votes.roll_calls.push_back(
            {.number = number,
             .date = parse_date(table["date"].text(row)).value_or(Date{}),
             .issues = table["issues"].text(row),
             .choices = table["choices"].text(row),
             .first_of_repeats = repeated == first_of.end() ? 0 : repeated->second});
    }
    return votes;
}

}  // namespace entente
