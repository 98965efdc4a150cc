#pragma once

// The exceptions entente throws. Bad input or a broken file throws; a calculation that does not
// come to an end is a status in its result.

#include <stdexcept>
#include <string>
#include <vector>

#include "entente/base/problem.hpp"

namespace entente {

/// Base of all errors a caller can meet; what() is a complete sentence for the user.
class Error : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Input that was read and is wrong. Exit code 3.
class DataError : public Error {
  public:
    explicit DataError(std::vector<Problem> problems);
    const std::vector<Problem>& problems() const { return problems_; }

  private:
    std::vector<Problem> problems_;
};

/// A request that makes no sense: unknown country, option out of range. Exit code 2.
class OptionError : public Error {
    using Error::Error;
};

/// A file that cannot be opened or written. Exit code 1 when writing, 3 when reading.
class FileError : public Error {
    using Error::Error;
};

/// Arrays whose axes disagree: a mistake of the calling program. Exit code 1.
class ShapeError : public Error {
    using Error::Error;
};

}  // namespace entente
