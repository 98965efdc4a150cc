#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_hedging_verbs(Program& program) {
    program.add(study_verb<HedgingOptions>(
        "hedging", "Where hedging scores come from, their ranks, and what makes them uncertain",
        "entente hedging KOR,DEU --show break-even"));
    program.add(study_verb<HistoryOptions>(
        "history", "Hedging at the times there are figures for: marks and gaps",
        "entente history VNM -o history.html"));
    program.add(study_verb<AlignmentOptions>(
        "alignment", "With whom states vote in the United Nations, and how that drifts",
        "entente alignment DEU,FRA --to USA,CHN"));
    program.add(study_verb<IsolationOptions>(
        "isolation", "How often a state loses votes in the United Nations, and with how many",
        "entente isolation USA --since 2010"));
    program.add(study_verb<PoleOptions>(
        "poles", "What powers hold over others, and how many powers that amounts to",
        "entente poles --powers USA,CHN,EU27"));
    program.add(study_verb<LinkOptions>(
        "links", "Agreements of others among themselves, beside those with the powers",
        "entente links --by pair"));
}

}  // namespace entente::cli
