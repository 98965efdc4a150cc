#include "entente/source/signal_rows.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<SignalRow> read_signal_rows(const std::filesystem::path& file, Problems& problems) {
    static constexpr std::array<RowField<SignalRow>, 15> fields{{
        {"id", &SignalRow::id},
        {"date", &SignalRow::date},
        {"actor", &SignalRow::actor},
        {"counterpart", &SignalRow::counterpart},
        {"kind", &SignalRow::kind},
        {"channel", &SignalRow::channel},
        {"direction", &SignalRow::direction},
        {"magnitude", &SignalRow::magnitude},
        {"status", &SignalRow::status},
        {"sector", &SignalRow::sector},
        {"text", &SignalRow::text},
        {"value_usd_bn", &SignalRow::value_usd_bn},
        {"source_title", &SignalRow::source_title},
        {"source_url", &SignalRow::source_url},
        {"confidence", &SignalRow::confidence},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
