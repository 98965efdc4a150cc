#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_profile_verb(Program& program) {
    program.add(study_verb<ProfileOptions>(
        "profile", "One country: losses by scope and sector, shares, partners, quality",
        "entente profile DEU"));
}

}  // namespace entente::cli
