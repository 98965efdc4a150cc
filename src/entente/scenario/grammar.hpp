#pragma once

// The grammar of scenario files as tables: which keys stand where, what they may hold, and which
// belong to which kind of measure. The reader, the compact form and the JSON Schema for editors all
// use them, so that they cannot differ.

#include <string>
#include <utility>
#include <vector>

#include "entente/scenario/scenario.hpp"

namespace entente {

/// Words a file may use, with what they mean.
template <class Meaning>
using Words = std::vector<std::pair<std::string, Meaning>>;

/// The words alone, in their order.
template <class Meaning>
std::vector<std::string> names_of(const Words<Meaning>& words) {
    std::vector<std::string> names;
    for (const auto& [name, meaning] : words) names.push_back(name);
    return names;
}

enum class ValueType {
    text,
    /// One text or a list of texts.
    texts,
    number,
    /// true or false.
    truth,
    /// A TOML date without quotation marks.
    date,
    /// The word "long", or a whole number of years.
    horizon,
    /// A table of numbers from 0 to 1 that add up to 1.
    chances,
    table,
    tables,
};

struct KeyRule {
    std::string name{};
    ValueType type = ValueType::text;
    /// One sentence for people who write a file.
    std::string meaning{};
    bool is_required = false;
    /// The only texts allowed; empty = any.
    std::vector<std::string> words{};
};

/// Whether a kind of measure names whom it hits.
enum class TargetRule { required, optional, none };

/// A kind of measure and the keys that belong to it beside `common_keys`.
struct KindRule {
    MeasureKind kind{};
    std::string name{};
    std::string meaning{};
    std::vector<std::string> required{};
    std::vector<std::string> allowed{};
    /// Keys of which at least one must be given; empty = none.
    std::vector<std::string> one_of{};
    /// Of the key `on`.
    TargetRule target = TargetRule::required;
    /// Whether the model of trade knows it; if not it is checked and travels with the scenario.
    bool moves_trade = true;
};

const std::vector<KeyRule>& file_keys();
const std::vector<KeyRule>& model_keys();
const std::vector<KeyRule>& measure_keys();
const std::vector<KeyRule>& retaliation_keys();
const std::vector<KindRule>& kind_rules();
const KindRule& rule_of(MeasureKind kind);

/// Whether a kind requires or allows a key that not all kinds have.
bool belongs(MeasureKind kind, const std::string& key);
/// Whether the tariffs of an answer are chosen by those who answer.
bool is_chosen(RetaliationRule rule);
/// Keys that belong to some kinds of measures and not to others.
std::vector<std::string> keys_of_some_kinds();

/// The names of keys, in their order.
std::vector<std::string> names_of(const std::vector<KeyRule>& keys);

const Words<DeficitMode>& deficit_modes();
const Words<HorizonProfile>& horizon_profiles();
const Words<MeasureKind>& measure_kinds();
const Words<TradeDirection>& directions();
const Words<QuotaRent>& quota_rents();
const Words<RetaliationRule>& retaliation_rules();

/// The word for a meaning, which must be among the words.
template <class Meaning>
const std::string& word_for(const Words<Meaning>& words, Meaning meaning) {
    for (const auto& [word, other] : words) {
        if (other == meaning) return word;
    }
    return words.front().first;
}

}  // namespace entente
