#pragma once

// Sets of places that are joined as one goes along (union-find).

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace entente::detail {

/// Every place starts as a set of its own. The root of a set is its smallest member, so that it
/// does not depend on the order of joins.
class JoinedSets {
  public:
    explicit JoinedSets(std::size_t num_places) : parents_(num_places) {
        std::iota(parents_.begin(), parents_.end(), std::uint32_t{0});
    }

    std::uint32_t root(std::uint32_t place) {
        while (parents_[place] != place) {
            parents_[place] = parents_[parents_[place]];
            place = parents_[place];
        }
        return place;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a > b) std::swap(a, b);
        parents_[b] = a;
    }

  private:
    std::vector<std::uint32_t> parents_;
};

}  // namespace entente::detail
