#include "entente/base/error.hpp"
#include "entente/world/tidy_parts.hpp"
#include "entente/world/world_files.hpp"

namespace entente {
namespace {

/// What only the finished data show: no line to point at, but a folder.
[[noreturn]] void throw_from(const std::filesystem::path& folder, const DataError& error) {
    Problems problems;
    for (Problem problem : error.problems()) {
        problem.file = (problem.file.empty() ? folder : folder / problem.file).string();
        problems.add(std::move(problem));
    }
    throw DataError(problems.found());
}

}  // namespace

World read_tidy_folder(const std::filesystem::path& folder) {
    detail::TidyInput input{.folder = folder};
    if (!std::filesystem::is_directory(folder)) {
        input.problems.add({.kind = ProblemKind::file_missing,
                            .file = folder.string(),
                            .expected = "a folder with world.toml and its tables"});
        input.problems.throw_if_any();
    }
    detail::read_heading(input);
    detail::read_axes(input);
    detail::read_accounts(input);
    detail::read_records(input);
    input.problems.throw_if_any();
    try {
        return World(std::move(input.data));
    } catch (const DataError& error) {
        throw_from(folder, error);
    }
}

}  // namespace entente
