#!/usr/bin/env bash
# Where a figure comes from: the verb explain, and the profile that points to it.
source "$(dirname "$0")/expect.sh"

run explain --list --world "$tiny"
expect_status 0
expect_no_err
expect_out "exposure_us_pct"
expect_out "reversal_probability"

run explain DEU exposure_us_pct --world "$tiny" --layers none
expect_status 0
expect_no_err
expect_out "[eq:equilibrium-exposure] (docs/theory/exposure.md)"
expect_out "terms of trade"
expect_out "Cells read"
run explain DEU exposure_usa --world "$tiny" --layers none --json
expect_status 0
expect_out '"column": "exposure_us_pct"'
expect_out '"label": "[eq:equilibrium-exposure]"'
run explain DEU effective_partners --world "$tiny" --layers none --format md
expect_out "| Part |"
run explain EU27 trade_share_china --world "$tiny" --layers none --format csv
expect_status 0
expect_out "trade_share_china,FRA,"

run explain DEU hedging --world "$tiny" --draws 64
expect_status 0
expect_out "[eq:hedging-index]"
expect_out "90% interval"
run explain DEU ledger --world "$tiny" --draws 64 --format csv
expect_out "https://"
run explain DEU risk --world "$tiny" --draws 64
expect_status 0
expect_out "average partner"
expect_out "--backtest"

run explain USA leverage_money --world "$tiny" --layers none
expect_status 0
expect_no_err
expect_out "[eq:leverage-total]"
expect_out "lost without it"
run explain WLD effective_poles --world "$tiny" --layers none --json
expect_status 0
expect_out '"label": "[eq:effective-poles]"'
run explain USA leverage_china --world "$tiny" --layers none --method closed_form
expect_status 0
expect_out "exposure_china_pct is"
run explain DEU face_value_us --world "$tiny" --layers none
expect_status 0
expect_out "[eq:face-value]"
run explain DEU lean_spread --world "$tiny" --draws 64
expect_status 0
expect_out "[eq:conditional-multipolarity]"
run explain USA votes_lost --world "$tiny" --year 2023
expect_status 0
expect_no_err
expect_out "[eq:votes-lost]"
expect_out "Palestinian conflict"
expect_out "roll call"
run explain USA coalition_share --world "$tiny" --format csv
expect_status 0
expect_out "coalition_share,"
run explain USA lost --world "$tiny" --year 2090
expect_status 2
expect_err "There is no roll call in 2090"
run explain EU27 among_others --world "$tiny" --json
expect_status 0
expect_out '"label": "[eq:link-share]"'
expect_out "https://"
run explain WLD share_among_others --world "$tiny" --year 2023
expect_status 0
expect_out "among others / (among others + with powers)"
run explain DEU nearly_alon --world "$tiny"
expect_status 2
expect_err "Did you mean nearly_alone?"
run explain USB votes_lost --world "$tiny"
expect_status 2
expect_err "Did you mean"

run explain DEU hedgin --world "$tiny"
expect_status 2
expect_err "Did you mean hedging?"
run explain DEX hedging --world "$tiny"
expect_status 2
expect_err "Did you mean DEU?"
run explain USA hedging --world "$tiny" --layers none
expect_status 2
expect_err "has no row in the heat map"
run explain DEU
expect_status 2
expect_err "Name a country and a column"

run hedging DEU --show agreements --draws 64
expect_status 0
expect_out "Evidence, not a census"
run hedging DEU --show agreements --draws 64 --format csv
expect_out "iso3,date,actor,direction,kind,channel,score,score_without,adds,act,url"

run profile DEU --world "$tiny" --draws 64
expect_status 0
expect_out "1. Exposure: what it would lose"
expect_out "5. How sure this is"
expect_out "entente explain DEU"
run profile DEU --world "$tiny" --layers none
expect_status 0
expect_out "has no figure"
run profile USA --world "$tiny" --layers none --json
expect_status 0
expect_out '"story"'

# A power has no row in the heat map, and yet draws of what it would lose.
run explain CHN exposure_us_pct
expect_status 0
expect_out "90% interval"
run explain VNM exposure_us_pct --method closed_form
expect_out "draws are of exact losses alone"
expect_not_out "general equilibrium"

finish
