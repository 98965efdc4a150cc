#pragma once

// An empty folder of its own for each test, removed afterwards: tests run side by side.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace entente::testing {

class ScratchFolder {
  public:
    ScratchFolder() : path_(std::filesystem::path(::testing::TempDir()) / name()) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~ScratchFolder() { std::filesystem::remove_all(path_); }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::size_t num_entries() const {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(path_), {}));
    }

  private:
    static std::string name() {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        return std::string("entente_") + test->test_suite_name() + "_" + test->name();
    }
    std::filesystem::path path_;
};

}  // namespace entente::testing
