#pragma once

// One event of partial reversal [D]: the state, the year, the rule that caught it.

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// docs/theory/realignment.md says what each asks for.
enum class EventRule {
    /// E1: positions in the General Assembly move toward the rival beyond what the year explains.
    vote_shift,
    /// E2: American troops end. Not "expelled": who ended it is not in the data.
    presence_ended,
    /// E3: a new defence, neutrality or consultation obligation with Russia or China.
    rival_tie,
    /// E4: an obligation of defence with the United States is there no more.
    obligation_ended,
    /// E5: Russian or Chinese troops arrive.
    rival_troops,
};
inline constexpr std::size_t num_event_rules = 5;

/// "E1" to "E5"
std::string_view event_rule_code(EventRule rule);
/// "vote shift", "presence ended", ...
std::string_view event_rule_title(EventRule rule);

struct RiskEvent {
    std::string state;
    int year = 0;
    EventRule rule{};
    /// E1: z of the shift. E2: share of the troops that are left. Else 0.
    double size = 0.0;
    /// What the data show, in a few words.
    std::string text{};
    /// 1 drift, 2 loosening, 3 break.
    int grade = 0;
    /// Of the state in the year before.
    bool is_partner = false;
    bool is_treaty_ally = false;
};

/// Whether ties with a rival count in a year: those with Russia not in 1988-99, with China not in
/// 1972-88, when the power was no rival of the United States [D].
bool is_rival_year(std::string_view power, int year);

/// Where the rival stands in the General Assembly: Russia to 1990, the mean of Russia and China
/// after [D].
double rival_position(int year, double russia, double china);

}  // namespace entente
