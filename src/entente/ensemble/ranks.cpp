#include "entente/ensemble/ranks.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "entente/base/error.hpp"

namespace entente {
namespace {

class Alone : public Ranks {
  public:
    std::size_t rank() const override { return 0; }
    std::size_t size() const override { return 1; }
    std::size_t size_on_machine() const override { return 1; }
    void send(std::size_t, LetterKind, const std::string&) override {}
    std::optional<Letter> receive() override { return std::nullopt; }
    std::string broadcast(const std::string& text) override { return text; }
};

}  // namespace

namespace detail {

std::size_t launched_processes() {
    // Open MPI; the process manager of MPICH and of Slurm.
    for (const char* const name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"}) {
        const char* const value = std::getenv(name);
        if (value == nullptr) continue;
        const std::string_view text(value);
        std::size_t size = 0;
        std::from_chars(text.data(), text.data() + text.size(), size);
        if (size > 0) return size;
    }
    // srun --mpi=pmix says which process this is, and how many there are in its own variable.
    const char* const steps = std::getenv("SLURM_STEP_NUM_TASKS");
    if (std::getenv("PMIX_RANK") == nullptr || steps == nullptr) return 1;
    return static_cast<std::size_t>(std::strtoul(steps, nullptr, 10));
}

}  // namespace detail

std::unique_ptr<Ranks> join_ranks() {
    // Without a launcher MPI would start a server of its own.
    if (detail::launched_processes() <= 1) return std::make_unique<Alone>();
#ifdef ENTENTE_HAS_MPI
    return detail::join_mpi_ranks();
#else
    throw OptionError(
        "mpirun started several processes, and this entente was built without MPI. Build it with "
        "cmake --preset mpi, or start one process with --threads.");
#endif
}

}  // namespace entente
