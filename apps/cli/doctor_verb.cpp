#include "show_study.hpp"
#include "verbs.hpp"

namespace entente::cli {

void add_doctor_verb(Program& program) {
    program.add(study_verb<DoctorOptions>(
        "doctor",
        "Whether this copy can work: version, compiler, worlds and their hashes, terminal",
        "entente doctor"));
}

}  // namespace entente::cli
