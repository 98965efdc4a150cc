#pragma once

// The one entrance every program uses: a plan goes in, a result comes out. Nothing here prints or
// reads a command line, so that the command line, a server and Python get the same numbers.

#include <variant>

#include "entente/study/batch_job.hpp"
#include "entente/study/country_profile.hpp"
#include "entente/study/diagnosis.hpp"
#include "entente/study/early_warning.hpp"
#include "entente/study/ensemble.hpp"
#include "entente/study/explanation.hpp"
#include "entente/study/exposure_table.hpp"
#include "entente/study/exposure_views.hpp"
#include "entente/study/heat_map.hpp"
#include "entente/study/hedging_detail.hpp"
#include "entente/study/hedging_history.hpp"
#include "entente/study/pole_tables.hpp"
#include "entente/study/policy_path.hpp"
#include "entente/study/positions.hpp"
#include "entente/study/reallocation.hpp"
#include "entente/study/risk_backtest.hpp"
#include "entente/study/risk_forecast.hpp"
#include "entente/study/risk_history.hpp"
#include "entente/study/risk_landscape.hpp"
#include "entente/study/risk_network.hpp"
#include "entente/study/run_comparison.hpp"
#include "entente/study/scenario_page.hpp"
#include "entente/study/solution.hpp"
#include "entente/study/source_list.hpp"
#include "entente/study/tipping.hpp"
#include "entente/study/verification.hpp"
#include "entente/study/vote_tables.hpp"
#include "entente/study/world_tasks.hpp"
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
