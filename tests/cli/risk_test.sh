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
finish
