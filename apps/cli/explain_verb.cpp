#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_explain_verb(Program& program) {
    program.add(study_verb<ExplainOptions>(
        "explain", "Where one figure comes from: formula, cells, sources, parts, interval",
        "entente explain VNM exposure_us_pct"));
}

}  // namespace entente::cli
