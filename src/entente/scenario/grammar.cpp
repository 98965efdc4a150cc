#include "entente/scenario/grammar.hpp"

#include <algorithm>

#include "entente/base/error.hpp"

namespace entente {

const Words<HorizonProfile>& horizon_profiles() {
    static const Words<HorizonProfile> words = [] {
        Words<HorizonProfile> made;
        for (const std::string& name : profile_names()) {
            made.emplace_back(name, horizon_named("long", name).profile);
        }
        return made;
    }();
    return words;
}

const Words<DeficitMode>& deficit_modes() {
    static const Words<DeficitMode> words{{"balanced", DeficitMode::balanced},
                                          {"fixed", DeficitMode::fixed},
                                          {"multiplicative", DeficitMode::multiplicative}};
    return words;
}

const Words<TradeDirection>& directions() {
    static const Words<TradeDirection> words{{"imports", TradeDirection::imports},
                                             {"exports", TradeDirection::exports},
                                             {"both", TradeDirection::both}};
    return words;
}

const Words<QuotaRent>& quota_rents() {
    static const Words<QuotaRent> words{{"exporter", QuotaRent::exporter},
                                        {"importer", QuotaRent::importer}};
    return words;
}

bool is_chosen(RetaliationRule rule) {
    return rule == RetaliationRule::optimal || rule == RetaliationRule::nash;
}

const Words<RetaliationRule>& retaliation_rules() {
    static const Words<RetaliationRule> words{{"none", RetaliationRule::none},
                                              {"proportional", RetaliationRule::proportional},
                                              {"reciprocal", RetaliationRule::reciprocal},
                                              {"optimal", RetaliationRule::optimal},
                                              {"nash", RetaliationRule::nash}};
    return words;
}

const std::vector<KindRule>& kind_rules() {
    static const std::vector<KindRule> rules{
        {.kind = MeasureKind::tariff,
         .name = "tariff",
         .meaning = "changes the tariffs of the importers in by on what they buy from on",
         .required = {"change"},
         .allowed = {"share"}},
        {.kind = MeasureKind::trade_cost,
         .name = "trade_cost",
         .meaning = "changes the cost of trade between by and on",
         .required = {"change"},
         .allowed = {"direction", "share"}},
        {.kind = MeasureKind::export_control,
         .name = "export_control",
         .meaning = "stops a share of the exports of by to on",
         .required = {"share"}},
        {.kind = MeasureKind::import_ban,
         .name = "import_ban",
         .meaning = "stops imports of by from on",
         .allowed = {"share"}},
        {.kind = MeasureKind::cut_off,
         .name = "cut_off",
         .meaning = "stops trade between by and on",
         .allowed = {"direction", "share"}},
        {.kind = MeasureKind::fta,
         .name = "fta",
         .meaning = "an agreement: tariffs, trade costs or both change both ways between by and on",
         .allowed = {"tariff", "trade_cost", "share"},
         .one_of = {"tariff", "trade_cost"},
         .target = TargetRule::optional},
        {.kind = MeasureKind::subsidy,
         .name = "subsidy",
         .meaning = "by pays a part of the producer price of what it makes, whoever buys it",
         .required = {"change"},
         .target = TargetRule::none},
        {.kind = MeasureKind::tariff_rate_quota,
         .name = "tariff_rate_quota",
         .meaning = "a low tariff of by on goods from on up to a volume, a high one beyond it",
         .required = {"quota", "in_quota", "out_of_quota"},
         .allowed = {"rent"}},
        {.kind = MeasureKind::investment_screening,
         .name = "investment_screening",
         .meaning = "by screens investment from on; without effect on trade",
         .moves_trade = false},
        {.kind = MeasureKind::finance_offer,
         .name = "finance_offer",
         .meaning = "by offers finance to on; without effect on trade",
         .moves_trade = false}};
    return rules;
}

const KindRule& rule_of(MeasureKind kind) {
    for (const KindRule& rule : kind_rules()) {
        if (rule.kind == kind) return rule;
    }
    throw ShapeError("A kind of measure has no rule.");
}

bool belongs(MeasureKind kind, const std::string& key) {
    const KindRule& rule = rule_of(kind);
    return std::ranges::find(rule.required, key) != rule.required.end() ||
           std::ranges::find(rule.allowed, key) != rule.allowed.end();
}

std::vector<std::string> keys_of_some_kinds() {
    std::vector<std::string> keys;
    for (const KeyRule& key : measure_keys()) {
        const bool is_special = std::ranges::any_of(
            kind_rules(), [&](const KindRule& rule) { return belongs(rule.kind, key.name); });
        if (is_special) keys.push_back(key.name);
    }
    return keys;
}

const Words<MeasureKind>& measure_kinds() {
    static const Words<MeasureKind> words = [] {
        Words<MeasureKind> made;
        for (const KindRule& rule : kind_rules()) made.emplace_back(rule.name, rule.kind);
        return made;
    }();
    return words;
}

const std::vector<KeyRule>& file_keys() {
    static const std::vector<KeyRule> keys{
        {.name = "title", .meaning = "What the scenario is called.", .is_required = true},
        {.name = "world", .meaning = "Name, file or folder of the world it is meant for."},
        {.name = "base",
         .type = ValueType::texts,
         .meaning = "Scenario files whose measures come first, relative to this file."},
        {.name = "minus",
         .type = ValueType::texts,
         .meaning = "Scenario files whose measures are taken out of those of the bases."},
        {.name = "model", .type = ValueType::table, .meaning = "How the model is closed."},
        {.name = "measure",
         .type = ValueType::tables,
         .meaning = "The measures, each applied to the result of those before."},
        {.name = "retaliation",
         .type = ValueType::table,
         .meaning = "How others answer the tariffs that the measures raise."},
        {.name = "ensemble",
         .type = ValueType::table,
         .meaning = "What the draws of an ensemble vary."},
        {.name = "path",
         .type = ValueType::table,
         .meaning = "The years ahead, and how fast supply chains adjust."},
        {.name = "regime",
         .type = ValueType::tables,
         .meaning = "Policies that may follow each other on a path."}};
    return keys;
}

const std::vector<KeyRule>& model_keys() {
    static const std::vector<KeyRule> keys{
        {.name = "deficits",
         .meaning = "What happens to trade deficits.",
         .words = names_of(deficit_modes())},
        {.name = "horizon",
         .type = ValueType::horizon,
         .meaning = "Years after which the result holds, 1 to 50, or long for the long run."},
        {.name = "profile",
         .meaning = "How fast trade elasticities grow to their long-run values.",
         .words = names_of(horizon_profiles())},
        {.name = "supply_elasticity",
         .type = ValueType::number,
         .meaning = "How labour supply answers the real wage, 0 to 100."},
        {.name = "theta_cap",
         .type = ValueType::number,
         .meaning = "Largest trade elasticity used, above 0."},
        {.name = "tolerance",
         .type = ValueType::number,
         .meaning = "Largest residual of a solution, above 0 and up to 0.01."}};
    return keys;
}

const std::vector<KeyRule>& measure_keys() {
    static const std::vector<KeyRule> keys{
        {.name = "kind",
         .meaning = "What the measure does.",
         .is_required = true,
         .words = names_of(measure_kinds())},
        {.name = "by",
         .type = ValueType::texts,
         .meaning = "Who acts: countries, groups or *.",
         .is_required = true},
        {.name = "on",
         .type = ValueType::texts,
         .meaning = "Whom it hits: countries, groups or *; of an fta, by itself if left out; not "
                    "of a subsidy."},
        {.name = "sectors",
         .type = ValueType::texts,
         .meaning =
             "Sectors, products such as HS2022:8703, or * for all, which is meant if left out."},
        {.name = "change",
         .meaning = "How a tariff, a trade cost or a subsidy changes, such as +10pp or x0.9."},
        {.name = "tariff", .meaning = "How tariffs change in an agreement, such as =0%."},
        {.name = "trade_cost", .meaning = "How trade costs change in an agreement, such as -5%."},
        {.name = "quota",
         .meaning = "Volume of a tariff-rate quota for each exporter and sector, such as 120% of "
                    "the baseline."},
        {.name = "in_quota", .meaning = "How the tariff changes up to the quota, such as =0%."},
        {.name = "out_of_quota",
         .meaning = "How the tariff changes beyond the quota, such as =25%."},
        {.name = "rent",
         .meaning = "Who keeps what a quota makes goods dearer by; the exporter if left out.",
         .words = names_of(quota_rents())},
        {.name = "direction",
         .meaning = "Which trade is meant, as seen from by.",
         .words = names_of(directions())},
        {.name = "share",
         .type = ValueType::number,
         .meaning =
             "Share of varieties that an export control stops, or of a sector's trade that the "
             "products are, 0 to 1."},
        {.name = "valid_from", .type = ValueType::date, .meaning = "First day."},
        {.name = "valid_until", .type = ValueType::date, .meaning = "Last day, included."},
        {.name = "source", .meaning = "Where the measure is written down."}};
    return keys;
}

const std::vector<KeyRule>& retaliation_keys() {
    static const std::vector<KeyRule> keys{
        {.name = "rule",
         .meaning = "Whether and how tariffs raised are answered.",
         .is_required = true,
         .words = names_of(retaliation_rules())},
        {.name = "by", .type = ValueType::texts, .meaning = "Who answers; all if left out."},
        {.name = "against",
         .type = ValueType::texts,
         .meaning = "Whose tariffs are answered; those of all if left out."},
        {.name = "factor",
         .type = ValueType::number,
         .meaning = "Points added in answer to one point, of the proportional rule, 0 to 10."},
        {.name = "sectors",
         .type = ValueType::texts,
         .meaning = "Of optimal and nash: sectors answered in; those of the tariffs raised if left "
                    "out."},
        {.name = "by_sector",
         .type = ValueType::truth,
         .meaning = "Of optimal and nash: whether each sector has a rate of its own."},
        {.name = "source", .meaning = "Where the answer is written down."}};
    return keys;
}

std::vector<std::string> names_of(const std::vector<KeyRule>& keys) {
    std::vector<std::string> names;
    for (const KeyRule& key : keys) names.push_back(key.name);
    return names;
}

}  // namespace entente
