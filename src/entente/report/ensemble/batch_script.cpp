#include "entente/report/ensemble/batch_script.hpp"

#include <fmt/format.h>

namespace entente {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + quoted_for_shell(word);
    }
    return text;
}

constexpr const char* head = R"(#!/bin/bash
#SBATCH --job-name={name}
#SBATCH --nodes={nodes}
#SBATCH --ntasks={ranks}
#SBATCH --cpus-per-task=1
#SBATCH --time={time}
#SBATCH --signal=B:TERM@60
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output={name}-%j.log

# Submit with sbatch. entente and mpirun must be found: load the modules of your cluster here, or
# give them in the environment. One thread a process; to use fewer processes with more threads,
# change --ntasks, --cpus-per-task and --threads together.
entente=${{ENTENTE:-entente}}
mpirun=${{MPIRUN:-mpirun}}
folder={folder}

if [[ -s $folder/manifest.json ]]; then
    words=({resume})
else
    words=({begin})
fi
"$mpirun" -n {ranks} "$entente" "${{words[@]}}" &
run=$!

# Slurm sends TERM to this script a minute before the limit. mpirun passes USR1 on to its processes,
# which keep the draws begun; TERM it would follow with a kill.
told=0
trap 'told=$((told + 1)); kill -USR1 "$run" 2>/dev/null' TERM
heard=-1
# A signal ends the wait, not the run: wait again.
while ((heard != told)); do
    heard=$told
    wait "$run"
    status=$?
done

# 5 = interrupted, with draws kept: back into the queue, where this script goes on with them.
if ((status == 5)); then
    scontrol requeue "$SLURM_JOB_ID"
fi
exit "$status"
)";

}  // namespace

std::string quoted_for_shell(const std::string& word) {
    std::string text = "'";
    for (const char letter : word) {
        if (letter == '\'') {
            text += R"('\'')";
        } else {
            text += letter;
        }
    }
    return text + "'";
}

std::string render(const BatchScript& script, const Rendering&) {
    return fmt::format(
        fmt::runtime(head), fmt::arg("name", script.name), fmt::arg("nodes", script.num_nodes),
        fmt::arg("ranks", script.num_ranks), fmt::arg("time", script.time_limit),
        fmt::arg("folder", quoted_for_shell(script.folder)),
        fmt::arg("resume", joined(script.resume)), fmt::arg("begin", joined(script.begin)));
}

}  // namespace entente
