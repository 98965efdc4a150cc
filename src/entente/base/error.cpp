#include "entente/base/error.hpp"

namespace entente {

DataError::DataError(std::vector<Problem> problems)
    : Error(describe(problems)), problems_(std::move(problems)) {}

}  // namespace entente
