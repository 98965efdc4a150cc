#include <mpi.h>

#include <chrono>
#include <thread>

#include "entente/ensemble/ranks.hpp"

namespace entente::detail {
namespace {

class MpiRanks : public Ranks {
  public:
    MpiRanks() {
        int provided = 0;
        // Threads solve; this one alone talks.
        MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
        MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
        MPI_Comm_size(MPI_COMM_WORLD, &size_);
        MPI_Comm machine{};
        MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
        MPI_Comm_size(machine, &size_on_machine_);
        MPI_Comm_free(&machine);
    }
    ~MpiRanks() override {
        if (rank_ == 0) dismiss();
        MPI_Finalize();
    }
    MpiRanks(const MpiRanks&) = delete;
    MpiRanks& operator=(const MpiRanks&) = delete;

    std::size_t rank() const override { return static_cast<std::size_t>(rank_); }
    std::size_t size() const override { return static_cast<std::size_t>(size_); }
    std::size_t size_on_machine() const override {
        return static_cast<std::size_t>(size_on_machine_);
    }

    void send(std::size_t to, LetterKind kind, const std::string& text) override {
        MPI_Send(text.data(), static_cast<int>(text.size()), MPI_BYTE, static_cast<int>(to),
                 static_cast<int>(kind), MPI_COMM_WORLD);
    }

    std::optional<Letter> receive() override {
        int has_come = 0;
        MPI_Status status{};
        MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &has_come, &status);
        if (has_come == 0) return std::nullopt;
        int size = 0;
        MPI_Get_count(&status, MPI_BYTE, &size);
        Letter letter{.from = static_cast<std::size_t>(status.MPI_SOURCE),
                      .kind = static_cast<LetterKind>(status.MPI_TAG),
                      .text = std::string(static_cast<std::size_t>(size), '\0')};
        MPI_Recv(letter.text.data(), size, MPI_BYTE, status.MPI_SOURCE, status.MPI_TAG,
                 MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        return letter;
    }

    std::string broadcast(const std::string& text) override {
        auto size = static_cast<unsigned long long>(text.size());
        MPI_Bcast(&size, 1, MPI_UNSIGNED_LONG_LONG, 0, MPI_COMM_WORLD);
        std::string received = rank_ == 0 ? text : std::string(size, '\0');
        // Counts of MPI are ints.
        constexpr std::size_t longest = 1U << 30U;
        for (std::size_t start = 0; start < received.size(); start += longest) {
            MPI_Bcast(received.data() + start,
                      static_cast<int>(std::min(longest, received.size() - start)), MPI_BYTE, 0,
                      MPI_COMM_WORLD);
        }
        return received;
    }

  private:
    /// Letters on their way are taken, so that nobody waits for ever to send one.
    void dismiss() {
        for (int other = 1; other < size_; ++other) {
            send(static_cast<std::size_t>(other), LetterKind::leave, {});
        }
        for (int num_here = size_ - 1; num_here > 0;) {
            const auto letter = receive();
            if (letter && letter->kind == LetterKind::gone) --num_here;
            if (!letter) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

    int rank_ = 0;
    int size_ = 1;
    int size_on_machine_ = 1;
};

}  // namespace

std::unique_ptr<Ranks> join_mpi_ranks() {
    return std::make_unique<MpiRanks>();
}

}  // namespace entente::detail
