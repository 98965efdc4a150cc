#include "entente/base/problem_order.hpp"

#include <algorithm>
#include <tuple>

#include "entente/base/error.hpp"

namespace entente {

std::vector<Problem> by_place(const Problems& problems) {
    std::vector<Problem> sorted = problems.found();
    std::ranges::stable_sort(sorted, [](const Problem& a, const Problem& b) {
        return std::tie(a.file, a.line, a.character) < std::tie(b.file, b.line, b.character);
    });
    return sorted;
}

void throw_by_place(const Problems& problems) {
    if (!problems.empty()) throw DataError(by_place(problems));
}

}  // namespace entente
