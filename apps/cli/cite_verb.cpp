#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_cite_verb(Program& program) {
    program.add(study_verb<CiteOptions>(
        "cite", "Every source of the tables that come with entente, with licence and changes",
        "entente cite --format md"));
}

}  // namespace entente::cli
