#pragma once

// Draws as bytes: in blocks on the disk, and on their way from another process.

#include "entente/ensemble/byte_archive.hpp"
#include "entente/ensemble/draw_record.hpp"

namespace entente::detail {

template <class Archive, Either<QuotaRecord> Record>
void fields(Archive& archive, Record& quota) {
    auto& [i, n, s, regime, fill_rate, shadow_rate, rent] = quota;
    archive(i, n, s, regime, fill_rate, shadow_rate, rent);
}

template <class Archive, Either<ChosenRecord> Record>
void fields(Archive& archive, Record& chosen) {
    auto& [party, sector, rate] = chosen;
    archive(party, sector, rate);
}

template <class Archive, Either<ResponseRecord> Record>
void fields(Archive& archive, Record& response) {
    auto& [quotas, chosen, largest_gain, num_solves] = response;
    archive(quotas, chosen, largest_gain, num_solves);
}

template <class Archive, Either<Evaluation> Record>
void fields(Archive& archive, Record& evaluation) {
    auto& [is_usable, reason, figures, sector_output, response] = evaluation;
    archive(is_usable, reason, figures, sector_output, response);
}

template <class Archive, Either<DrawRecord> Record>
void fields(Archive& archive, Record& record) {
    auto& [draw, evaluations] = record;
    archive(draw, evaluations);
}

}  // namespace entente::detail
