#pragma once

// The members of all structs that a job is made of; see byte_archive.hpp.

#include "entente/ensemble/byte_archive.hpp"
#include "entente/ensemble/draw_solver.hpp"
#include "entente/scenario/scenario.hpp"
#include "entente/world/layer/us_products.hpp"
#include "entente/world/world_data.hpp"

namespace entente::detail {

template <class Archive, Either<Country> Record>
void fields(Archive& archive, Record& country) {
    auto& [code, name] = country;
    archive(code, name);
}

template <class Archive, Either<Sector> Record>
void fields(Archive& archive, Record& sector) {
    auto& [code, name, kind, trade_elasticity, trade_elasticity_se, isic] = sector;
    archive(code, name, kind, trade_elasticity, trade_elasticity_se, isic);
}

template <class Archive, Either<Membership> Record>
void fields(Archive& archive, Record& membership) {
    auto& [group, country, valid_from, valid_to, source] = membership;
    archive(group, country, valid_from, valid_to, source);
}

template <class Archive, Either<Parameter> Record>
void fields(Archive& archive, Record& parameter) {
    auto& [name, value, unit, low, high, source] = parameter;
    archive(name, value, unit, low, high, source);
}

template <class Archive, Either<Source> Record>
void fields(Archive& archive, Record& source) {
    auto& [code, title, publisher, year, url, licence] = source;
    archive(code, title, publisher, year, url, licence);
}

template <class Archive, Either<ReferenceValue> Record>
void fields(Archive& archive, Record& reference) {
    auto& [check, subject, value, unit, tolerance, source] = reference;
    archive(check, subject, value, unit, tolerance, source);
}

template <class Archive, Either<WorldData> Record>
void fields(Archive& archive, Record& data) {
    auto& [name, base_year, unit, source_names, countries, sectors, trade_flow, tariff_rate,
           trade_quality, gross_output, value_added_share, technology_quality, input_share,
           consumption_share, alternative_tariffs, memberships, parameters, sources,
           reference_values] = data;
    archive(name, base_year, unit, source_names, countries, sectors, trade_flow, tariff_rate,
            trade_quality, gross_output, value_added_share, technology_quality, input_share,
            consumption_share, alternative_tariffs, memberships, parameters, sources,
            reference_values);
}

template <class Archive, Either<FilePlace> Record>
void fields(Archive& archive, Record& place) {
    auto& [line, character] = place;
    archive(line, character);
}

template <class Archive, Either<MeasurePlaces> Record>
void fields(Archive& archive, Record& values) {
    auto& [places] = values;
    archive(places);
}

template <class Archive, Either<Measure> Record>
void fields(Archive& archive, Record& measure) {
    auto& [kind, by, on, sectors, change, tariff, trade_cost, quota, in_quota, out_of_quota, rent,
           direction, share, product_share, valid_from, valid_until, source, line, values, file] =
        measure;
    archive(kind, by, on, sectors, change, tariff, trade_cost, quota, in_quota, out_of_quota, rent,
            direction, share, product_share, valid_from, valid_until, source, line, values, file);
}

template <class Archive, Either<Retaliation> Record>
void fields(Archive& archive, Record& retaliation) {
    auto& [rule, by, against, factor, sectors, is_by_sector, source, line, values, file] =
        retaliation;
    archive(rule, by, against, factor, sectors, is_by_sector, source, line, values, file);
}

template <class Archive, Either<Horizon> Record>
void fields(Archive& archive, Record& horizon) {
    auto& [years, profile] = horizon;
    archive(years, profile);
}

template <class Archive, Either<PolicyPath> Record>
void fields(Archive& archive, Record& path) {
    auto& [until, from, zeta, short_run, risk_response, regime] = path;
    archive(until, from, zeta, short_run, risk_response, regime);
}

template <class Archive, Either<PolicyRegime> Record>
void fields(Archive& archive, Record& regime) {
    auto& [name, measures, retaliation, next, line] = regime;
    archive(name, measures, retaliation, next, line);
}

template <class Archive, Either<ElasticitySpread> Record>
void fields(Archive& archive, Record& spread) {
    auto& [distribution, without_se] = spread;
    archive(distribution, without_se);
}

template <class Archive, Either<FlowErrors> Record>
void fields(Archive& archive, Record& errors) {
    auto& [observed, scaled, estimated] = errors;
    archive(observed, scaled, estimated);
}

template <class Archive, Either<ComplianceSpread> Record>
void fields(Archive& archive, Record& spread) {
    auto& [low, high] = spread;
    archive(low, high);
}

template <class Archive, Either<RetaliationChance> Record>
void fields(Archive& archive, Record& chance) {
    auto& [by, probability, rules] = chance;
    archive(by, probability, rules);
}

template <class Archive, Either<HorizonChances> Record>
void fields(Archive& archive, Record& chances) {
    auto& [years, profiles] = chances;
    archive(years, profiles);
}

template <class Archive, Either<RegimeYear> Record>
void fields(Archive& archive, Record& year) {
    auto& [at] = year;
    archive(at);
}

template <class Archive, Either<Uncertainty> Record>
void fields(Archive& archive, Record& uncertainty) {
    auto& [vary, trade_elasticity, data_error, compliance, retaliation, horizon, regime] =
        uncertainty;
    archive(vary, trade_elasticity, data_error, compliance, retaliation, horizon, regime);
}

template <class Archive, Either<Scenario> Record>
void fields(Archive& archive, Record& scenario) {
    auto& [title, world, deficits, tolerance, supply_elasticity, theta_cap, horizon, measures,
           retaliation, uncertainty, path, regimes, file] = scenario;
    archive(title, world, deficits, tolerance, supply_elasticity, theta_cap, horizon, measures,
            retaliation, uncertainty, path, regimes, file);
}

template <class Archive, Either<UsProducts> Record>
void fields(Archive& archive, Record& products) {
    auto& [imports] = products;
    archive(imports);
}

template <class Archive, Either<TransitionEstimate> Record>
void fields(Archive& archive, Record& estimate) {
    auto& [count, mean, low, high, prior] = estimate;
    archive(count, mean, low, high, prior);
}

template <class Archive, Either<RegimePast> Record>
void fields(Archive& archive, Record& past) {
    auto& [transitions, last] = past;
    archive(transitions, last);
}

template <class Archive, Either<DrawPlan> Record>
void fields(Archive& archive, Record& plan) {
    auto& [sampler, seed, indices, deficits, sector_countries, past] = plan;
    archive(sampler, seed, indices, deficits, sector_countries, past);
}

}  // namespace entente::detail
