#pragma once

// A copy of the good tidy folder that a test spoils in one place or more, and what the reader says.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "entente/base/error.hpp"
#include "entente/base/whole_file.hpp"
#include "entente/source/text_file.hpp"
#include "entente/world/world_files.hpp"
#include "support/problem_matchers.hpp"
#include "support/scratch_folder.hpp"

namespace entente::testing {

class TidyCopy {
  public:
    TidyCopy() : folder_(scratch_.path() / "broken") {
        std::filesystem::copy(std::filesystem::path(ENTENTE_TEST_DATA) / "tidy" / "good", folder_);
    }

    const std::filesystem::path& folder() const { return folder_; }
    std::string path(const std::string& file) const { return (folder_ / file).string(); }
    std::string text(const std::string& file) const { return read_whole_file(folder_ / file); }

    /// Puts `after` in the one place where `before` stands.
    void replace(const std::string& file, const std::string& before, const std::string& after) {
        std::string content = text(file);
        const std::size_t at = content.find(before);
        ASSERT_NE(at, std::string::npos) << before << " is not in " << file;
        ASSERT_EQ(content.find(before, at + 1), std::string::npos) << before << " comes twice";
        write(file, content.replace(at, before.size(), after));
    }
    void replace_all(const std::string& file, const std::string& before, const std::string& after) {
        std::string content = text(file);
        for (std::size_t at = 0; (at = content.find(before, at)) != std::string::npos;
             at += after.size()) {
            content.replace(at, before.size(), after);
        }
        write(file, content);
    }
    void append(const std::string& file, const std::string& line) {
        write(file, text(file) + line + "\n");
    }
    void write(const std::string& file, const std::string& content) {
        write_whole_file(folder_ / file, content);
    }
    void remove(const std::string& file) { std::filesystem::remove(folder_ / file); }
    void pack(const std::string& file) {
        write(file + ".gz", gzip(text(file)));
        remove(file);
    }

    World read() const { return read_tidy_folder(folder_); }
    std::vector<Problem> problems() const {
        return problems_thrown_by([&] { read_tidy_folder(folder_); });
    }

  private:
    ScratchFolder scratch_;
    std::filesystem::path folder_;
};

}  // namespace entente::testing
