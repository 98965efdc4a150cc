#pragma once

// The variables of one row of the panel.

#include <array>
#include <map>
#include <string>

#include "entente/realignment/panel.hpp"
#include "entente/realignment/trade_share_series.hpp"

namespace entente::detail {

/// Looks each variable up; series are cut into states once.
class PanelValues {
  public:
    explicit PanelValues(const PanelSources& sources);
    /// State and year of the row must be set.
    void fill(PanelRow& row) const;

  private:
    PanelValue position(const PanelRow& row) const;
    PanelValue finance(const PanelRow& row) const;

    const PanelSources& sources_;
    /// [power] by state
    std::array<std::map<std::string, ShareYears>, 3> shares_;
    int last_pact_ = 0, last_conflict_ = 0, last_rivalry_ = 0, last_leader_ = 0;
    int first_finance_ = 0, last_finance_ = 0;
};

}  // namespace entente::detail
