#pragma once

// Draws as bytes: in blocks on the disk, and on their way from another process.

#include "entente/ensemble/byte_archive.hpp"
#include "entente/ensemble/draw_record.hpp"

namespace entente::detail {

template <class Archive, Either<Evaluation> Record>
void fields(Archive& archive, Record& evaluation) {
    auto& [is_usable, reason, figures, sector_output] = evaluation;
    archive(is_usable, reason, figures, sector_output);
}

template <class Archive, Either<DrawRecord> Record>
void fields(Archive& archive, Record& record) {
    auto& [draw, evaluations] = record;
    archive(draw, evaluations);
}

}  // namespace entente::detail
