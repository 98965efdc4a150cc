#include "entente/source/bls_consumer_prices.hpp"

#include "entente/source/typed_rows.hpp"

namespace entente {

std::vector<ConsumerPrice> read_consumer_prices(const std::filesystem::path& file,
                                                Problems& problems) {
    static constexpr std::array<RowField<ConsumerPrice>, 2> fields{{
        {"Date", &ConsumerPrice::date},
        {"Index", &ConsumerPrice::index},
    }};
    return read_rows(file, fields, problems);
}

}  // namespace entente
