#!/usr/bin/env bash
# Camps, tipping points, early warning and networks from outside.
source "$(dirname "$0")/expect.sh"

run risk landscape --actors 10 --draws 20
expect_status 0
expect_out "Camps of 10 states, 2023"
expect_out "Flip margin"

run risk landscape --actors 10 --draws 20 --threads 1 --format csv
first=$out
run risk landscape --actors 10 --draws 20 --threads 2 --format csv
[[ $out == "$first" ]] || fail "two threads give other bytes"

run risk landscape --actors 10 --draws 5 --format svg
expect_status 0
[[ ${out:0:4} == "<svg" ]] || fail "no drawing"

run risk landscape --actors 10 --draws 5 --temperature 0.05
expect_status 0
expect_out "% by heat"
run risk landscape --actors 10 --draws 5 --temperature -1
expect_status 2
expect_err "temperature is below zero"
run risk landscape --actors USA,CHN
expect_status 2
expect_err "3 to 24"

run risk tipping
expect_status 0
expect_out "0.532840"
run risk tipping --coupling two
expect_status 2
expect_err "coupling is two"
run risk tipping -o curve.svg
expect_status 0
grep -q "<title>Hysteresis" curve.svg || fail "the drawing has no title"

run risk early-warning --country FRA --surrogates 50 --series 20
expect_status 0
expect_out "Power"
run risk early-warning
expect_status 2

run risk network --actors 12
expect_status 0
expect_out "Not needed"
run risk network --format svg
expect_status 2
expect_err "no drawing"

# The head of the family is a verb of its own.
run risk --countries DEU,PHL --draws 64
expect_status 0
expect_out "History holds few such events"
expect_out "Philippines"
run risk --countries DEU --draws 64 --format csv
[[ $(head -1 <<<"$out") == iso3,name,class,year,horizon,probability,low,high,* ]] || fail "other columns"
run risk --countries DEU,PHL --draws 64 --format svg
expect_status 0
expect_out "<desc>Risk of partial reversal"
run risk --countries DEU,PHL --draws 64 --format html
expect_status 0
expect_out "<svg"
run risk --help
expect_status 0
expect_out "entente risk --countries PHL,POL,IDN"
run risk --countries GEM
expect_status 2
expect_err "GEM: the panel of 2023 has no such state"
run risk --countries PHL --assume PHL:polyarchy=7
expect_status 2
expect_err "polyarchy lies between 0 and 1"
run risk --backtest --assume PHL:polyarchy=0.5
expect_status 2
run risk --full
expect_status 2
expect_err "--backtest"
run risk base-rates
expect_status 0
expect_out "treaty allies"
run risk nothing
expect_status 2
finish
