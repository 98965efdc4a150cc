#include "entente/world/content_hash.hpp"

namespace entente::detail {
namespace {

void add_optional(Sha256& hash, const std::optional<double>& value) {
    hash.add(static_cast<std::size_t>(value.has_value()));
    hash.add(value.value_or(0.0));
}

void add_date(Sha256& hash, const std::optional<Date>& date) {
    hash.add(date ? date_text(*date) : std::string{});
}

template <class QualityArray>
void add_quality(Sha256& hash, const QualityArray& quality) {
    hash.add(quality.values().size());
    hash.add_bytes(std::as_bytes(quality.values()));
}

}  // namespace

std::string content_hash(const WorldData& data) {
    Sha256 hash;
    hash.add(static_cast<std::size_t>(data.base_year));
    hash.add(data.unit);
    hash.add(data.source_names.size());
    for (const std::string& name : data.source_names) hash.add(name);
    hash.add(data.countries.size());
    for (const Country& country : data.countries) {
        hash.add(country.code);
        hash.add(country.name);
    }
    hash.add(data.sectors.size());
    for (const Sector& sector : data.sectors) {
        hash.add(sector.code);
        hash.add(sector.name);
        hash.add(static_cast<std::size_t>(sector.kind));
        hash.add(sector.trade_elasticity);
        add_optional(hash, sector.trade_elasticity_se);
        hash.add(sector.isic);
    }
    hash.add(data.trade_flow.values());
    hash.add(data.tariff_rate.values());
    add_quality(hash, data.trade_quality);
    hash.add(data.gross_output.values());
    hash.add(data.value_added_share.values());
    add_quality(hash, data.technology_quality);
    hash.add(data.input_share.values());
    hash.add(data.consumption_share.values());
    hash.add(data.alternative_tariffs.size());
    for (const auto& [label, rates] : data.alternative_tariffs) {
        hash.add(label);
        hash.add(rates.values());
    }
    hash.add(data.memberships.size());
    for (const Membership& membership : data.memberships) {
        hash.add(membership.group);
        hash.add(membership.country);
        add_date(hash, membership.valid_from);
        add_date(hash, membership.valid_to);
        hash.add(membership.source);
    }
    add_parameters(hash, data.parameters);
    add_sources(hash, data.sources);
    add_reference_values(hash, data.reference_values);
    return hash.hex_digest();
}

void add_parameters(Sha256& hash, const std::vector<Parameter>& parameters) {
    hash.add(parameters.size());
    for (const Parameter& parameter : parameters) {
        hash.add(parameter.name);
        hash.add(parameter.value);
        hash.add(parameter.unit);
        add_optional(hash, parameter.low);
        add_optional(hash, parameter.high);
        hash.add(parameter.source);
    }
}

void add_sources(Sha256& hash, const std::vector<Source>& sources) {
    hash.add(sources.size());
    for (const Source& source : sources) {
        for (const std::string* text : {&source.code, &source.title, &source.publisher,
                                        &source.year, &source.url, &source.licence}) {
            hash.add(*text);
        }
    }
}

void add_reference_values(Sha256& hash, const std::vector<ReferenceValue>& references) {
    hash.add(references.size());
    for (const ReferenceValue& reference : references) {
        hash.add(reference.check);
        hash.add(reference.subject);
        hash.add(reference.value);
        hash.add(reference.unit);
        add_optional(hash, reference.tolerance);
        hash.add(reference.source);
    }
}

}  // namespace entente::detail
