#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "program.hpp"

namespace entente::cli {

/// All verbs with an example each, and the exit codes.
std::string program_help(const std::vector<Verb>& verbs, std::size_t width);

/// The verbs that start with `first`, such as "world".
std::string family_help(const std::vector<Verb>& verbs, const std::string& first,
                        std::size_t width);

/// One verb: usage, options with defaults and ranges, an example.
std::string verb_help(const Verb& verb, const Arguments& arguments, std::size_t width);

}  // namespace entente::cli
