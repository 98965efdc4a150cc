#include "entente/realignment/vote_passes.hpp"

#include <algorithm>
#include <utility>

#include "entente/base/parallel.hpp"

namespace entente::detail {
namespace {

constexpr std::size_t block_size = 8;
constexpr std::size_t num_sums = 3;

}  // namespace

VotePasses::VotePasses(const RollCallData& data, std::size_t threads, BridgeGroups bridges)
    : data_(data),
      threads_(threads),
      bridges_(std::move(bridges)),
      is_bridged_(data.roll_calls.size(), 0) {
    for (const auto& group : bridges_) {
        for (const std::size_t k : group) is_bridged_[k] = 1;
    }
    for (const UsableRollCall& roll_call : data.roll_calls) items_.push_back(flat_item(roll_call));
    for (std::size_t year = 0; year < data.years.size(); ++year) {
        block_begin_.push_back(blocks_.size());
        const std::size_t end = data.year_begin[year + 1];
        for (std::size_t begin = data.year_begin[year]; begin < end; begin += block_size) {
            blocks_.push_back({year, begin, std::min(begin + block_size, end)});
        }
    }
    block_begin_.push_back(blocks_.size());
    block_sums_ = Array2<double>(blocks_.size(), num_sums * data.states.size());
}

void VotePasses::update_bridge(const std::vector<std::size_t>& group,
                               const PositionBeliefs& positions, std::size_t num_steps) {
    std::vector<ItemVotes> votes;
    for (const std::size_t k : group) {
        const std::size_t year = data_.roll_calls[k].year;
        votes.push_back(
            {&data_.roll_calls[k], positions.mean.row(year), positions.variance.row(year)});
    }
    VoteItem item = items_[group.front()];
    for (std::size_t step = 0; step < num_steps; ++step) update_item(item, votes);
    for (const std::size_t k : group) items_[k] = item;
}

void VotePasses::run_block(const Block& block, const PositionBeliefs& positions,
                           std::size_t num_steps, std::span<double> sums) {
    std::ranges::fill(sums, 0.0);
    const std::span<const double> theta = positions.mean.row(block.year);
    for (std::size_t k = block.begin; k < block.end; ++k) {
        VoteItem& item = items_[k];
        for (std::size_t step = 0; step < num_steps && !is_bridged_[k]; ++step) {
            update_item(item, data_.roll_calls[k], theta, positions.variance.row(block.year));
        }
        const double square = item.slope * item.slope;
        for (const Vote& vote : data_.roll_calls[k].votes) {
            const OptionChances at = option_chances(item, theta[vote.state]);
            double* const sum = &sums[num_sums * vote.state];
            sum[0] += item.slope * at.score(vote.option);
            sum[1] += square;
            sum[2] += square * at.information();
        }
    }
}

void VotePasses::run(std::size_t begin, std::size_t end, const PositionBeliefs& positions,
                     std::size_t num_steps, VoteSums& sums) {
    parallel_for(bridges_.size(), threads_,
                 [&](std::size_t group) { update_bridge(bridges_[group], positions, num_steps); });
    const std::size_t first = block_begin_[begin];
    parallel_for(block_begin_[end] - first, threads_, [&](std::size_t piece) {
        const std::size_t b = first + piece;
        run_block(blocks_[b], positions, num_steps, block_sums_.row(b));
    });
    for (std::size_t year = begin; year < end; ++year) {
        std::ranges::fill(sums.score.row(year), 0.0);
        std::ranges::fill(sums.weight.row(year), 0.0);
        std::ranges::fill(sums.information.row(year), 0.0);
    }
    for (std::size_t b = first; b < block_begin_[end]; ++b) {
        const std::size_t year = blocks_[b].year;
        for (std::size_t state = 0; state < data_.states.size(); ++state) {
            sums.score(year, state) += block_sums_(b, num_sums * state);
            sums.weight(year, state) += block_sums_(b, num_sums * state + 1);
            sums.information(year, state) += block_sums_(b, num_sums * state + 2);
        }
    }
}

void VotePasses::rescale(std::size_t year, const YearScale& scale) {
    for (std::size_t k = data_.year_begin[year]; k < data_.year_begin[year + 1]; ++k) {
        items_[k].low_cut -= items_[k].slope * scale.shift;
        items_[k].high_cut -= items_[k].slope * scale.shift;
        items_[k].slope *= scale.divisor;
    }
}

}  // namespace entente::detail
