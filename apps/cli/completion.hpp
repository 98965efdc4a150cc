#pragma once

#include <string>
#include <vector>

#include "program.hpp"

namespace entente::cli {

/// A script that teaches a shell the verbs and options. `shell` is bash, zsh or fish.
std::string completion_script(const std::vector<Verb>& verbs, const std::string& shell);

}  // namespace entente::cli
