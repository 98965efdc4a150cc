#include "entente/study/country/profile_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "entente/measures/vote_record.hpp"
#include "entente/report/levels.hpp"

namespace entente::detail {
namespace {

constexpr int years_of_votes = 5;

/// Collects one step.
class Telling {
  public:
    explicit Telling(std::string title) : step_{.title = std::move(title)} {}

    StoryFigure& figure(std::string name, Cell value, std::string unit, std::string column) {
        step_.figures.push_back({.name = std::move(name),
                                 .value = std::move(value),
                                 .unit = std::move(unit),
                                 .column = std::move(column)});
        return step_.figures.back();
    }
    void say(std::string sentence) { step_.sentences.push_back(std::move(sentence)); }
    StoryStep take() { return std::move(step_); }

  private:
    StoryStep step_;
};

std::string percent(double share) {
    return fmt::format("{:.0f}%", 100.0 * share);
}

bool is_between_two(const CountryProfile& profile) {
    return profile.poles.size() == 2 && profile.hedging_legend.has_value();
}

/// `entente explain` takes losses of the long run apart.
std::string loss_column(const CountryProfile& profile, const std::string& name) {
    return profile.horizon.years ? std::string{} : name;
}

/// Nothing where no draws of this cut are stored.
std::optional<LossInterval> interval_of(const StoryEvidence& evidence, const Pole& pole) {
    const CountryProfile& profile = evidence.profile;
    return evidence.intervals.loss(pole.code, "all", profile.horizon, profile.code);
}

std::string add_interval(const StoryEvidence& evidence, const Pole& pole, StoryFigure& loss) {
    const auto range = interval_of(evidence, pole);
    if (!range) return {};
    loss.low = 100.0 * range->low;
    loss.high = 100.0 * range->high;
    return fmt::format(" In nine draws of ten of the trade elasticities it is {:.2f} to {:.2f}%.",
                       *loss.low, *loss.high);
}

StoryStep exposure_step(const StoryEvidence& evidence) {
    const CountryProfile& profile = evidence.profile;
    Telling step("1. Exposure: what it would lose");
    for (const PoleProfile& tie : profile.poles) {
        const std::string key = column_key(tie.pole);
        const std::string power = in_sentence(tie.pole);
        StoryFigure& loss =
            step.figure("loss without " + power, number_cell(100.0 * tie.all.exact_country),
                        "% of real income", loss_column(profile, "exposure_" + key + "_pct"));
        const std::string range = add_interval(evidence, tie.pole, loss);
        step.figure(power + " would lose", number_cell(100.0 * tie.all.exact_power),
                    "% of real income", loss_column(profile, key + "_exposure_to_country_pct"));
        if (std::isnan(tie.all.exact_country)) {
            step.say(fmt::format("No equilibrium was found without trade with {}.", power));
            continue;
        }
        const std::string sector =
            tie.by_loss.empty() || tie.by_loss.front().loss == 0.0
                ? std::string()
                : fmt::format(" In closed form {} loses most, {:.2f}% of real income.",
                              tie.by_loss.front().name, 100.0 * tie.by_loss.front().loss);
        step.say(
            fmt::format("Without trade with {} it would lose {:.2f}% of its real income, and "
                        "{} {:.3f}%.{}{}",
                        power, 100.0 * tie.all.exact_country, power, 100.0 * tie.all.exact_power,
                        range, sector));
    }
    step.say(
        fmt::format("Real income {}; each loss is one exact solve of world trade, a figure of "
                    "the model and not a forecast.",
                    horizon_words(profile.horizon)));
    return step.take();
}

void add_us_plus(const CountryProfile& profile, Telling& step) {
    const std::string key = column_key(profile.poles[0].pole);
    const std::string power = in_sentence(profile.poles[0].pole);
    if (!profile.hedging.us_plus) {
        step.say(fmt::format("No class of {}-plus: no publishers cover its trade at both ends.",
                             heading(profile.poles[0].pole)));
        return;
    }
    const UsPlusFigures& plus = *profile.hedging.us_plus;
    step.figure(heading(profile.poles[0].pole) + "-plus class", text_cell(plus.class_name), "",
                key + "_plus_class");
    step.figure("probability of the class", number_cell(plus.class_probability), "0 to 1",
                key + "_plus_probability");
    step.figure("change of reliance", number_cell(plus.reliance_change), "log points x 100",
                key + "_reliance_change");
    step.figure("trade kept", number_cell(plus.keep), "1 = kept", key + "_trade_kept");
    step.say(
        fmt::format("From {} it is {} with a probability of {}: the weight of {} in its trade "
                    "{} by {:.0f} log points against its weight elsewhere.",
                    plus.period, plus.class_name, percent(plus.class_probability), power,
                    plus.reliance_change < 0.0 ? "fell" : "rose", std::abs(plus.reliance_change)));
}

StoryStep diversification_step(const CountryProfile& profile) {
    Telling step("2. Diversification: on whom it relies");
    step.figure("effective partners", number_cell(profile.effective_partners), "partners",
                "effective_partners");
    for (const PoleProfile& tie : profile.poles) {
        step.figure("share of " + in_sentence(tie.pole), number_cell(tie.trade_share), "of trade",
                    "trade_share_" + column_key(tie.pole));
    }
    step.say(fmt::format("Its trade is as concentrated as with {:.1f} equal partners.",
                         profile.effective_partners));
    for (const PoleProfile& tie : profile.poles) {
        step.say(fmt::format(
            "{} of its trade is with {}; a unit of its output needs {:.3f} of output of {} through "
            "all stages, {:.3f} bought directly.",
            percent(tie.trade_share), in_sentence(tie.pole), tie.look_through,
            in_sentence(tie.pole), tie.face_value));
    }
    if (is_between_two(profile)) add_us_plus(profile, step);
    step.say(
        "Whether it passes on goods of others is not measured here: that needs two worlds of "
        "the same sectors.");
    return step.take();
}

void add_votes(const StoryEvidence& evidence, Telling& step) {
    const CountryProfile& profile = evidence.profile;
    const HedgingColumn& column = *evidence.hedging;
    const auto position = column.find(profile.code);
    const HedgingCase* one = position ? &column.evidence().cases[*position] : nullptr;
    if (one == nullptr || !one->kappa) {
        step.say(
            "Its votes in the United Nations are not measured: it is no member, or has too "
            "few votes together with both powers.");
        return;
    }
    for (std::size_t g = 0; g < one->kappa->size(); ++g) {
        step.figure("votes: agreement with " + in_sentence(profile.poles[g].pole),
                    number_cell((*one->kappa)[g]), "kappa",
                    "alignment_" + column_key(profile.poles[g].pole));
    }
    step.say(fmt::format(
        "In {}, corrected for chance, it agrees {:.2f} with {} and "
        "{:.2f} with {} (1 = always).",
        one->as_of[entente::position(Channel::diplomacy)], (*one->kappa)[0],
        in_sentence(profile.poles[0].pole), (*one->kappa)[1], in_sentence(profile.poles[1].pole)));
    const UnVotes& votes = *column.layers().votes;
    const auto state = votes.states.find(profile.code);
    if (!state) return;
    const auto calls = selected_roll_calls(
        votes, {.first_year = column.year() - years_of_votes + 1, .last_year = column.year()});
    const VoteRecord record = vote_record(votes, *state, calls);
    if (record.num_taken_sides == 0) return;
    const double lost = record.lost_share();
    step.figure("votes lost", number_cell(lost), "of those with a side taken", "");
    step.say(
        fmt::format("It lost {} of the votes in which it took a side from {} to {} (entente "
                    "isolation {} --since {}).",
                    percent(lost), column.year() - years_of_votes + 1, column.year(), profile.code,
                    column.year() - years_of_votes + 1));
}

void add_acts(const StoryEvidence& evidence, Telling& step) {
    const CountryProfile& profile = evidence.profile;
    const auto& ledger = evidence.hedging->layers().signals;
    const Pole& rival = profile.poles[1].pole;
    const ActCounts acts = ledger ? count_acts(*ledger, profile.code, rival.code) : ActCounts{};
    if (acts.all() == 0) {
        step.say("The ledger knows no recent dated act of its own: evidence, not a census.");
        return;
    }
    step.figure("dated acts since " + acts.since_words(),
                number_cell(static_cast<double>(acts.all())), "acts", "ledger");
    step.say(
        fmt::format("Since {} the ledger knows {} own acts: {} toward {}, {} away from it, {} with "
                    "others (entente hedging {} --show agreements has the score without each).",
                    acts.since_words(), acts.all(), acts.toward, in_sentence(rival), acts.away,
                    acts.elsewhere, profile.code));
}

StoryStep agreement_step(const StoryEvidence& evidence) {
    Telling step("3. Agreements and signals: how it moves");
    const CountryProfile& profile = evidence.profile;
    if (!is_between_two(profile) || evidence.hedging == nullptr) {
        step.say(
            "Not measured: a power itself does not hedge, or the layers of votes, trade totals "
            "and acts are not there.");
        return step.take();
    }
    if (profile.hedging.figures) {
        const HedgingFigures& score = *profile.hedging.figures;
        StoryFigure& figure = step.figure("hedging activity", number_cell(score.score.median),
                                          "points of 100", "hedging_activity");
        figure.low = score.score.low;
        figure.high = score.score.high;
        step.say(
            fmt::format("Hedging activity is {:.0f} of 100, nine draws of ten between {:.0f} "
                        "and {:.0f}; the label {} is given by {} of the draws.",
                        score.score.median, score.score.low, score.score.high,
                        level_words(score.label), percent(score.label_probability)));
    } else {
        step.say(fmt::format("Hedging activity has no figure: {}.", profile.hedging.missing));
    }
    add_acts(evidence, step);
    add_votes(evidence, step);
    if (!profile.hedging.security_class.empty()) {
        step.figure("security", text_cell(profile.hedging.security_class), "",
                    "security_ambiguity");
        step.say(fmt::format("In security: {}.", profile.hedging.security_class));
    }
    return step.take();
}

StoryStep shock_step(const StoryEvidence& evidence) {
    Telling step("4. What a shock would do");
    const CountryProfile& profile = evidence.profile;
    for (const PoleProfile& tie : profile.poles) {
        const std::string power = in_sentence(tie.pole);
        StoryFigure& cut = step.figure(
            "cut off from " + power, number_cell(-100.0 * tie.all.exact_country),
            "% of real income", loss_column(profile, "exposure_" + column_key(tie.pole) + "_pct"));
        const auto range = interval_of(evidence, tie.pole);
        if (!range) continue;
        cut.low = -100.0 * range->high;
        cut.high = -100.0 * range->low;
    }
    const StandingShock& april = evidence.shock;
    if (april.welfare_pct.empty()) {
        step.say(fmt::format("Not solved for {}: {}.", april.words, april.missing));
    } else {
        const double change = april.welfare_pct[evidence.country];
        step.figure("tariffs of April 2025", number_cell(change), "% of real income", "");
        step.say(fmt::format("Under {} its real income {} by {:.2f}% (entente solve {}).",
                             april.words, change < 0.0 ? "falls" : "rises", std::abs(change),
                             april.scenario));
    }
    step.say(fmt::format("Exact solves with balanced trade, {}.", horizon_words(profile.horizon)));
    return step.take();
}

void add_risk(const StoryEvidence& evidence, Telling& step) {
    const auto risk =
        evidence.risk == nullptr ? std::nullopt : evidence.risk->country(evidence.profile.code);
    if (!risk) {
        step.say(
            "The risk of a partial reversal has no figure: the panel of states does not hold "
            "it, or the layers are not there.");
        return;
    }
    StoryFigure& figure =
        step.figure("risk of partial reversal in five years", number_cell(risk->probability),
                    "0 to 1", "reversal_probability");
    figure.low = risk->low;
    figure.high = risk->high;
    step.say(
        fmt::format("The chance of a partial reversal within five years is {:.0f}%, between "
                    "{:.0f}% and {:.0f}% in nine draws of ten ({}).",
                    100.0 * risk->probability, 100.0 * risk->low, 100.0 * risk->high, risk->label));
    step.say(
        "Such forecasts improved on the average rate by a few percent at best, and by nothing "
        "within their interval: they tell countries apart poorly (entente risk --backtest).");
    if (risk->label.ends_with("not a partner")) {
        step.say(
            "It is not a partner of the United States in that panel: for it the figure is the "
            "chance of a further move toward the rival.");
    }
}

StoryStep certainty_step(const StoryEvidence& evidence) {
    Telling step("5. How sure this is");
    const CountryProfile& profile = evidence.profile;
    step.figure("estimated trade", number_cell(profile.estimated_share), "0 to 1",
                "estimated_share");
    step.say(fmt::format("Of its trade {} is observed, {} moved from another year, {} estimated.{}",
                         percent(profile.observed_share), percent(profile.scaled_share),
                         percent(profile.estimated_share),
                         profile.has_borrowed_technology
                             ? " Its input-output data are borrowed from other economies."
                             : ""));
    if (profile.hedging.figures) {
        const HedgingFigures& score = *profile.hedging.figures;
        if (score.rank_low && score.rank_high) {
            step.say(
                fmt::format("Its rank in hedging lies between {:.0f} and {:.0f} in nine draws "
                            "of ten{}.",
                            *score.rank_low, *score.rank_high,
                            score.is_uncertain() ? "; its label is uncertain" : ""));
        }
        if (score.channels.size() < num_channels) {
            step.say(fmt::format("Only {} of {} channels have figures.", score.channels.size(),
                                 num_channels));
        }
    }
    add_risk(evidence, step);
    step.say(
        "Not measured: what firms would do in the first months, direct investment, conditions "
        "of offers, and anybody's reliance on the powers in 2024 to 2026.");
    return step.take();
}

}  // namespace

std::vector<StoryStep> country_story(const StoryEvidence& evidence) {
    return {exposure_step(evidence), diversification_step(evidence.profile),
            agreement_step(evidence), shock_step(evidence), certainty_step(evidence)};
}

}  // namespace entente::detail
