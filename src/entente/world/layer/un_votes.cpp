#include "entente/world/layer/un_votes.hpp"

namespace entente {

UnVotes read_un_votes(const Layer& layer) {
    UnVotes votes;
    const LayerColumn& states = layer.table("states")["iso3"];
    std::vector<std::string> codes;
    for (std::size_t row = 0; row < states.size(); ++row) codes.push_back(states.text(row));
    votes.states = Axis(std::move(codes));
    const LayerTable& table = layer.table("roll_calls");
    for (std::size_t row = 0; row < table.num_rows(); ++row) {
        votes.roll_calls.push_back({.number = static_cast<int>(table["roll_call"].number(row)),
                                    .date = parse_date(table["date"].text(row)).value_or(Date{}),
                                    .issues = table["issues"].text(row),
                                    .choices = table["choices"].text(row)});
    }
    return votes;
}

}  // namespace entente
