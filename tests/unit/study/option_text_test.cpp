// What is said of the options of every task.

#include "entente/study/option_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <set>

#include "entente/study/run_study.hpp"

namespace entente {
namespace {

using ::testing::HasSubstr;

/// Collects the texts of a task and, with them, the places of the variables they fill.
struct Collector {
    std::vector<OptionText> texts;
    std::set<const void*> places;

    template <class Value>
    void operator()(const OptionText& text, Value& value) {
        texts.push_back(text);
        places.insert(&value);
    }
};

template <class Options>
class EveryTask : public ::testing::Test {};

template <class Variant>
struct AsTypes;
template <class... Options>
struct AsTypes<std::variant<Options...>> {
    using Types = ::testing::Types<Options...>;
};
TYPED_TEST_SUITE(EveryTask, AsTypes<StudyPlan>::Types);

TYPED_TEST(EveryTask, says_what_each_option_means) {
    TypeParam options;
    Collector collected;
    describe(options, collected);

    for (const OptionText& text : collected.texts) {
        EXPECT_FALSE(text.name.empty());
        EXPECT_GT(text.text.size(), 10U) << text.name;
        EXPECT_FALSE(text.text.ends_with('.')) << text.name << ": defaults are added after it";
        for (const char c : text.name) EXPECT_TRUE(std::islower(c) || c == '-') << text.name;
    }
}

TYPED_TEST(EveryTask, names_each_option_once_and_each_fills_its_own_variable) {
    TypeParam options;
    Collector collected;
    describe(options, collected);

    std::set<std::string_view> names;
    for (const OptionText& text : collected.texts) names.insert(text.name);

    EXPECT_EQ(names.size(), collected.texts.size());
    EXPECT_EQ(collected.places.size(), collected.texts.size());
}

TYPED_TEST(EveryTask, has_defaults_inside_its_own_ranges) {
    TypeParam options;
    Collector collected;
    describe(options, collected);
    const bool needs_values = std::ranges::any_of(collected.texts, &OptionText::is_required);

    if (needs_values) {
        EXPECT_THROW(check_options(options), OptionError);
    } else {
        EXPECT_NO_THROW(check_options(options));
    }
}

template <class Options>
std::string complaint(const Options& options) {
    try {
        check_options(options);
    } catch (const OptionError& error) {
        return error.what();
    }
    return {};
}

TEST(OptionCheck, numbers_outside_their_range_are_refused_with_the_range) {
    EXPECT_THAT(complaint(HeatMapOptions{.threads = 5000}), HasSubstr("must be from 0 to 1024"));
    EXPECT_THAT(complaint(ProfileOptions{.country = "DEU", .top = 0}), HasSubstr("from 1 to 1000"));
}

TEST(OptionCheck, choices_are_listed_when_none_fits) {
    EXPECT_THAT(complaint(ExposureOptions{.to = {"USA"}, .by = "sectr"}),
                HasSubstr("one of country, sector. Did you mean sector?"));
}

TEST(OptionCheck, a_list_with_an_empty_place_is_refused) {
    EXPECT_THAT(complaint(HeatMapOptions{.poles = {"USA", ""}}), HasSubstr("empty place"));
}

}  // namespace
}  // namespace entente
