#pragma once

// The one entrance every program uses: a plan goes in, a result comes out. Nothing here prints or
// reads a command line, so that the command line, a server and Python get the same numbers.

#include <variant>

#include "entente/study/alignment/pole_tables.hpp"
#include "entente/study/alignment/positions.hpp"
#include "entente/study/alignment/vote_tables.hpp"
#include "entente/study/country/profile.hpp"
#include "entente/study/ensemble/batch_job.hpp"
#include "entente/study/ensemble/ensemble.hpp"
#include "entente/study/ensemble/run_comparison.hpp"
#include "entente/study/explain/explanation.hpp"
#include "entente/study/exposure/table.hpp"
#include "entente/study/exposure/views.hpp"
#include "entente/study/heat_map/heat_map.hpp"
#include "entente/study/hedging/detail.hpp"
#include "entente/study/hedging/history.hpp"
#include "entente/study/policy/policy_path.hpp"
#include "entente/study/policy/reallocation.hpp"
#include "entente/study/policy/scenario_page.hpp"
#include "entente/study/policy/solution.hpp"
#include "entente/study/policy/verification.hpp"
#include "entente/study/risk/backtest.hpp"
#include "entente/study/risk/early_warning.hpp"
#include "entente/study/risk/forecast.hpp"
#include "entente/study/risk/history.hpp"
#include "entente/study/risk/landscape.hpp"
#include "entente/study/risk/network.hpp"
#include "entente/study/risk/tipping.hpp"
#include "entente/study/worlds/diagnosis.hpp"
#include "entente/study/worlds/source_list.hpp"
#include "entente/study/worlds/tasks.hpp"
#include "entente/world/world_catalog.hpp"

namespace entente {

/// What is to be done: the options of one task.
using StudyPlan =
    std::variant<HeatMapOptions, ExposureOptions, ProfileOptions, PositionTaskOptions,
                 SolveTaskOptions, ValidateOptions, ScenarioShowOptions, EnsembleOptions,
                 ResumeOptions, CompareOptions, VerifyOptions, RiskTaskOptions, RiskEventsOptions,
                 RiskCoverageOptions, RiskBaseRatesOptions, RiskLandscapeOptions,
                 RiskTippingOptions, RiskEarlyWarningOptions, RiskNetworkOptions, PolicyPathOptions,
                 HedgingOptions, HistoryOptions, AlignmentOptions, IsolationOptions, PoleOptions,
                 LinkOptions, ReallocationOptions, WorldListOptions, WorldShowOptions,
                 WorldCheckOptions, WorldImportOptions, WorldExportOptions, WorldBuildOptions,
                 CiteOptions, DoctorOptions, ExplainOptions>;

/// What came out, of the type that belongs to the task.
using StudyResult =
    std::variant<HeatMap, HeatMapValidation, ArticleComparison, ExposureTable, ExposureDetail,
                 HiddenExposureTable, ExposureChangeTable, ConnectorTable, CountryProfile,
                 PositionsTable, Solution, Validation, ScenarioPage, EnsembleReport, DrawReplay,
                 RunComparison, RiskTable, RiskBacktest, RiskEventList, RiskCoverage, RiskBaseRates,
                 Verification, LandscapeReport, TippingReport, EarlyWarningReport, NetworkReport,
                 PolicyPathReport, HedgingDetail, HedgingHistory, TradeGrowth, AlignmentTable,
                 IsolationTable, PoleTable, LinkTable, BatchScript, Reallocation, WorldList,
                 WorldSummary, LayerSummary, WorldChecks, WrittenWorld, SourceList, Diagnosis,
                 Explanation, ExplainableList>;

/// Checks the options, opens the world they name, and runs the task.
///
/// @throws OptionError if the request makes no sense; DataError if a world or file is bad;
///         FileError if something cannot be written.
StudyResult run_study(const StudyPlan& plan, const WorldCatalog& worlds);

}  // namespace entente
