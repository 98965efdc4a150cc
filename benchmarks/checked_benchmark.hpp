#pragma once

// What every benchmark program states about itself, and its main function: check first, then time.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>

namespace entente::benchmarks {

/// Largest distance between an answer and what it is held against, with the bound it must keep.
struct AnswerCheck {
    std::string what;
    double distance = 0.0;
    double bound = 0.0;
};

/// Runs the registered benchmarks if every check keeps its bound; returns the exit code.
template <class Checks>
int run_checked(int argc, char** argv, const std::string& sizes, const Checks& checks) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::AddCustomContext("sizes", sizes);
    benchmark::AddCustomContext("threads", "1");
    benchmark::AddCustomContext("compiler", ENTENTE_COMPILER);
    benchmark::AddCustomContext("build_type", ENTENTE_BUILD_TYPE);
    benchmark::AddCustomContext("commit", ENTENTE_COMMIT);
    bool right = true;
    for (const AnswerCheck& check : checks()) {
        // Written so that a distance that is not a number fails.
        const bool kept = check.distance <= check.bound;
        right = right && kept;
        std::fprintf(stderr, "%s: %s, distance %.2e, bound %.0e\n", kept ? "right" : "WRONG",
                     check.what.c_str(), check.distance, check.bound);
        benchmark::AddCustomContext("check: " + check.what, kept ? "right" : "wrong");
    }
    if (!right) return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

/// Warm-up, then the median and spread of repeated runs.
inline void timed(benchmark::internal::Benchmark* bench) {
    bench->MinWarmUpTime(0.1)->Repetitions(7)->DisplayAggregatesOnly()->Unit(
        benchmark::kMillisecond);
}

}  // namespace entente::benchmarks
