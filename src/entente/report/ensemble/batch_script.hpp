#pragma once

// An ensemble as a batch script for Slurm: it starts the run, stops it ahead of the time limit,
// puts itself in the queue again and goes on. study/ensemble/batch_job.hpp says what goes into it.

#include <cstddef>
#include <string>
#include <vector>

#include "entente/report/format.hpp"

namespace entente {

struct BatchScript {
    /// Name of the job.
    std::string name;
    std::size_t num_nodes = 1;
    /// Processes in all.
    std::size_t num_ranks = 1;
    /// As Slurm writes it: hours:minutes:seconds or days-hours:minutes:seconds.
    std::string time_limit;
    /// Folder of the run.
    std::string folder;
    /// Words after `entente` that begin the run, and that go on with it.
    std::vector<std::string> begin;
    std::vector<std::string> resume;
};

/// The script, whatever the format asked for.
std::string render(const BatchScript& script, const Rendering& how);

/// A word as bash reads it back.
std::string quoted_for_shell(const std::string& word);

}  // namespace entente
