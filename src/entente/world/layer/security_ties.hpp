#pragma once

// Obligations of states toward the United States, China and Russia, and American troops abroad.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/world/layer/layer.hpp"

namespace entente {

/// One state in one year. Our own variables from treaties in force [D]: 1 = a defence obligation,
/// .25 = one that rests on the Rio Treaty alone, 0 = none.
struct SecurityYear {
    std::string state;
    int year = 0;
    double defence_usa = 0.0;
    double defence_chn = 0.0;
    double defence_rus = 0.0;
    /// Defence, neutrality or consultation obligation; non-aggression alone does not count.
    bool tie_chn = false;
    bool tie_rus = false;
    /// "observed" to 2018, "carried" after, "added" where we list an accession ourselves.
    std::string basis;
};

/// Active-duty personnel of the United States in a state.
struct TroopsYear {
    std::string state;
    int year = 0;
    int active_duty = 0;
};

struct SecurityTies {
    /// By state and year, 1950 to 2024. A state without a row in a year had no tie of these kinds.
    std::vector<SecurityYear> years;
    /// By state and year. A state without a row had none that year.
    std::vector<TroopsYear> troops;

    /// Null = no tie that year.
    const SecurityYear* find(std::string_view state, int year) const;
    /// 0 without a row.
    int troops_in(std::string_view state, int year) const;
};

/// @param layer  of layout "security"; @throws ShapeError if it is another.
SecurityTies read_security_ties(const Layer& layer);

}  // namespace entente
