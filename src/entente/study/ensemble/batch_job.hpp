#pragma once

// Option --slurm of the task `ensemble`: a batch script in place of a run.

#include "entente/report/ensemble/batch_script.hpp"
#include "entente/study/ensemble/ensemble.hpp"

namespace entente {

/// The script for these options; nothing is opened or written.
/// @throws OptionError without a folder for the run, with a draw to replay or --force, which would
///         throw draws away each time the job is started, or for a time limit that is none.
BatchScript make_batch_script(const EnsembleOptions& options);

}  // namespace entente
