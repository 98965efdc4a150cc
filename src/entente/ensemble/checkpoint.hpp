#pragma once

// Finished draws on the disk: one file for each block of draws, written whole or not at all, so
// that a run that is killed goes on where it was.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "entente/ensemble/draw_record.hpp"

namespace entente {

/// Draws of one file. Fixed, so that files do not depend on the number of threads.
inline constexpr std::size_t draws_per_block = 16;

/// The draws of a block, in order; those not solved yet are left out.
using Block = std::vector<DrawRecord>;

class Checkpoint {
  public:
    /// @param identity  hash of everything the draws depend on: blocks of another identity are not
    ///                  read.
    Checkpoint(std::filesystem::path folder, std::string identity)
        : folder_(std::move(folder)), identity_(std::move(identity)) {}

    /// @throws FileError if the file cannot be written.
    void write(std::size_t block, const Block& draws) const;
    /// Nothing if there is no such file, or it is damaged or of another run: its draws are then
    /// solved again.
    std::optional<Block> read(std::size_t block) const;

  private:
    std::filesystem::path file_of(std::size_t block) const;

    std::filesystem::path folder_;
    std::string identity_;
};

}  // namespace entente
