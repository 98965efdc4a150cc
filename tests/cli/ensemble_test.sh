#!/usr/bin/env bash
# ensemble, resume and compare: files, columns, refusals, the same bytes for any number of threads.
source "$(dirname "$0")/expect.sh"

scenario() {
    cat <<END
title = "$1"
[[measure]]
kind = "tariff"
by = "USA"
on = "CHN"
change = "+$2pp"
[[measure]]
kind = "tariff"
by = "CHN"
on = "USA"
change = "+10pp"
[ensemble]
vary = ["trade_elasticity", "retaliation"]
[ensemble.trade_elasticity]
without_se = 0.3
[ensemble.retaliation]
by = "CHN"
END
}
scenario "Ten points" 10 >ten.toml
scenario "Twenty points" 20 >twenty.toml
options=(--world "$tiny" --draws 40 --seed 3)

run ensemble ten.toml "${options[@]}" --indices kind --threads 1 -o one
expect_status 0
expect_out "40 draws, 0 of them without a solution; seed 3"
expect_out "an assumption of the scenario"
for file in manifest.json draws.csv inputs.csv summary.csv drivers.csv failures.csv ensemble.nc; do
    [[ -s one/$file ]] || fail "no $file"
done
expect_header() { [[ $(head -1 "$1") == "$2" ]] || fail "$1 has other columns"; }
expect_header one/draws.csv "draw,iso3,kind,welfare_pct,real_wage_pct,income_pct,price_index_pct,exports_pct,imports_pct"
expect_header one/inputs.csv "draw,input,value,word"
expect_header one/summary.csv "iso3,name,kind,figure,draws,mean,q05,q25,median,q75,q95,probability_negative,probability_positive,rank_q05,rank_median,rank_q95,probability_lowest,probability_among_five_lowest"
expect_header one/drivers.csv "iso3,kind,factor,draws,first,first_q05,first_q95,total,total_q05,total_q95"
expect_header one/failures.csv "draw,solve,seed,reason"

# What the manifest says of the files is true.
while read -r file hash; do
    [[ $(sha256sum <"one/$file") == "$hash  -" ]] || fail "$file has another hash"
done < <(awk -F'"' '/"file"/ { file = $4 } /"sha256"/ && file { print file, $4 }' one/manifest.json)

run ensemble ten.toml "${options[@]}" --indices kind --threads 2 -o two
diff -r one two >/dev/null || fail "two threads give other bytes than one"

# One draw alone is the draw of the run.
run ensemble ten.toml "${options[@]}" --replay 7 --format csv
expect_status 0
expect_out "$(grep '^7,USA,' one/draws.csv | sed 's/^7,USA,country/USA/')"
run ensemble ten.toml "${options[@]}" --replay 40
expect_status 2
expect_err "0 to 39"

# Draws without a solution are kept with their reason, and replayed to the same one. Without the answer
# of VNM the cut of its group, which is VNM alone, leaves a rate below -100%.
cat >failing.toml <<'END'
title = "A cut that may go too far"
[[measure]]
kind = "tariff"
by = "VNM"
on = "USA"
change = "+130pp"
[[measure]]
kind = "tariff"
by = "ASEAN"
on = "USA"
change = "-120pp"
[ensemble]
vary = ["retaliation"]
[ensemble.retaliation]
by = "VNM"
END
run ensemble failing.toml "${options[@]}" -o failing
expect_status 0
num_failed=$(grep -c '^[0-9]*,draw,' failing/failures.csv)
((num_failed > 5 && num_failed < 35)) || fail "$num_failed draws failed, not about half of 40"
expect_out "40 draws, $num_failed of them without a solution (failures.csv says why)"
cp -r failing failing-again
run resume failing-again
expect_status 0
diff -r failing failing-again || fail "resume gives other bytes where draws fail"
failed=$(sed -n '2s/,.*//p' failing/failures.csv)
run ensemble failing.toml "${options[@]}" --replay "$failed"
expect_status 4
expect_out "No solution:"
expect_out "draw $failed of seed 3"

# Nothing is overwritten unasked, and nothing of others ever.
run ensemble ten.toml "${options[@]}" --indices kind -o one
expect_status 2
expect_err "the same run, 40 of 40 draws done"
run ensemble ten.toml --world "$tiny" --draws 40 --seed 4 --indices kind -o one
expect_status 2
expect_err "seed 3 there, 4 here"
mkdir other && touch other/mine
run ensemble ten.toml "${options[@]}" --force -o other
expect_status 2
expect_err "holds no run"
run ensemble ten.toml "${options[@]}"
expect_status 2
expect_err "-o DIR"
run ensemble ten.toml "${options[@]}" --force -o two
expect_status 0
[[ ! -e two/drivers.csv ]] || fail "a table of the run before is left"

# Two programs never write to one folder; what a killed one left blocks nobody.
mkdir held
echo "process 1 on elsewhere" >held/.lock
exec {lock}<held/.lock
flock -n "$lock" || fail "the test cannot lock a file"
run ensemble ten.toml "${options[@]}" -o held
expect_status 1
expect_err "held is written to by process 1 on elsewhere"
cp one/manifest.json one/scenario.toml held
run resume held
expect_status 1
expect_err "process 1 on elsewhere"
exec {lock}<&-
run ensemble ten.toml "${options[@]}" --force -o held
expect_status 0
[[ ! -e held/.lock ]] || fail "the lock is left"

# A finished run comes to the same bytes again; a changed one is refused.
cp -r one again
run resume again
expect_status 0
diff -r one again >/dev/null || fail "resume gives other bytes"
echo "# changed" >>again/scenario.toml
run resume again
expect_status 2
expect_err "scenario "
expect_err " there, "
cp -r "$tiny" other-world
sed -i 's/^name = .*/name = "other"/; s/^base_year = .*/base_year = 2001/' other-world/world.toml
run resume one --world other-world
expect_status 2
expect_err "world "
# A scenario on a base is gone on with as long as the base says the same.
cat >onbase.toml <<'END'
title = "On a base"
base = ["ten.toml"]
[ensemble]
vary = ["data_error"]
END
run ensemble onbase.toml "${options[@]}" -o onbase
expect_status 0
cp -r onbase onbase-again
run resume onbase-again
expect_status 0
diff -r onbase onbase-again || fail "resume gives other bytes on a base"
cp ten.toml ten.kept
sed -i 's/+10pp/+11pp/' ten.toml
run resume onbase-again
expect_status 2
expect_err "measures "
mv ten.kept ten.toml

# The draws of another program are not gone on with.
cp -r one older
sed -i 's/"version": "[^"]*"/"version": "0.0.9"/' older/manifest.json
run resume older
expect_status 2
expect_err "version 0.0.9 there, "
run resume nowhere
expect_status 3
run resume other
expect_status 3

run ensemble twenty.toml "${options[@]}" -o twenty
run compare one twenty --format csv
expect_status 0
expect_out "iso3,name,kind,draws,first_median,second_median,difference_median,difference_q05,difference_q25,difference_q75,difference_q95,probability_second_higher"
run compare one twenty
expect_out "40 draws in which both have a solution, of 40"
run ensemble twenty.toml --world "$tiny" --draws 40 --seed 9 -o nine
run compare one nine
expect_status 2
expect_err "seed 3 there, 9 here"

# Quotas: the regime of every draw, the same bytes for any number of threads, a draw by itself.
cat >quota.toml <<'END'
title = "A quota"
[[measure]]
kind = "tariff_rate_quota"
by = "USA"
on = ["CHN", "VNM"]
quota = "90%"
in_quota = "=0%"
out_of_quota = "=30%"
[ensemble]
vary = ["trade_elasticity"]
[ensemble.trade_elasticity]
without_se = 0.5
END
run ensemble quota.toml "${options[@]}" --threads 1 -o quota
expect_status 0
expect_out "40 draws, 0 of them without a solution"
expect_out "Quotas, over draws and cells of trade: "
expect_header quota/quotas.csv "draw,origin,destination,sector,regime,fill_rate_pct,shadow_rate_pct,rent"
expect_header quota/quota_summary.csv "origin,destination,sector,draws,share_in_quota,share_binding,share_out_of_quota,share_no_trade,fill_rate_pct_median,fill_rate_pct_q05,fill_rate_pct_q95,shadow_rate_pct_median,rent_mean"
grep -q '^VNM,\|^CHN,' quota/quota_summary.csv || fail "the quota has no summary"
awk -F, 'NR > 1 && ($5 + $6 + $7 + $8 - 1) ^ 2 > 1e-20 { exit 1 }' quota/quota_summary.csv ||
    fail "shares of regimes do not add up to one"
run ensemble quota.toml "${options[@]}" --threads 2 -o quota-two
diff -r quota quota-two >/dev/null || fail "two threads give other bytes with quotas"
rm quota-two/blocks/0000001.draws
run resume quota-two
expect_status 0
diff -r quota quota-two >/dev/null || fail "resume gives other bytes with quotas"
run ensemble quota.toml "${options[@]}" --replay 7 --format csv
expect_status 0
expect_out "$(grep '^7,USA,' quota/draws.csv | sed 's/^7,USA,country/USA/')"

# Tariffs chosen in answer are sought anew in every draw.
cat >chosen.toml <<'END'
title = "A best answer"
[[measure]]
kind = "tariff"
by = "USA"
on = "CHN"
change = "+20pp"
[retaliation]
rule = "optimal"
by = "CHN"
against = "USA"
[ensemble]
vary = ["trade_elasticity"]
END
run ensemble chosen.toml --world "$tiny" --draws 4 --seed 3 --threads 1 -o chosen
expect_status 0
expect_out "Tariffs chosen in answer: sought anew in each of 4 draws"
expect_header chosen/chosen_tariffs.csv "draw,party,sector,rate_pct"
expect_header chosen/chosen_summary.csv "party,sector,draws,rate_pct_mean,rate_pct_q05,rate_pct_median,rate_pct_q95"
run ensemble chosen.toml --world "$tiny" --draws 4 --seed 3 --threads 2 -o chosen-two
diff -r chosen chosen-two >/dev/null || fail "two threads give other bytes with chosen tariffs"
sed 's/^vary.*/vary = ["retaliation"]\n[ensemble.retaliation]\nrules = ["none", "nash"]/; /^by = "CHN"/d' \
    chosen.toml >nobody.toml
run ensemble nobody.toml --world "$tiny" --draws 4 -o nobody
expect_status 3
expect_err "by and against in the table [retaliation]"

# So soon after a change one profile is not enough, and the result says how to get the other.
run ensemble ten.toml "${options[@]}" --horizon 1 -o soon
expect_status 0
expect_out "profile standard"
expect_out "--profile slow"
run ensemble ten.toml "${options[@]}" --horizon 1 --profile slow -o soon-slow
expect_out "--profile standard"
run compare soon soon-slow
expect_status 0

run ensemble ten.toml "${options[@]}" --sampler sobol -o sobol --quiet
expect_status 0
expect_no_err
run ensemble ten.toml "${options[@]}" --sampler sobel -o sobel
expect_status 2
expect_err "Did you mean sobol?"
sed 's/"retaliation"\]/"retaliatoin"]/' ten.toml >typo.toml
run ensemble typo.toml "${options[@]}" -o typo
expect_status 3
expect_err "write retaliation if that was meant"
sed '/without_se/d' ten.toml >none.toml
run ensemble none.toml "${options[@]}" -o none
expect_status 0
expect_out "an assumption of ours"

# Output by sector is kept for the countries named, and compared.
run ensemble ten.toml "${options[@]}" --sectors USA,CHN -o sectors10
expect_status 0
expect_header sectors10/sectors.csv "draw,iso3,sector,output_pct"
expect_header sectors10/sector_summary.csv "iso3,sector,draws,mean,q05,q25,median,q75,q95,probability_negative"
diff <(cut -d, -f1-9 one/draws.csv) <(cut -d, -f1-9 sectors10/draws.csv) || fail "draws.csv differs"
run ensemble twenty.toml "${options[@]}" --sectors CHN -o sectors20
run compare sectors10 sectors20 --by sector --format csv
expect_status 0
expect_out "iso3,name,sector,draws,"
expect_out "CHN,China,"
expect_not_out "USA,"
run compare one twenty --by sector
expect_status 2
expect_err "--sectors USA,CHN"
run compare one twenty --by group --format csv
expect_status 0
expect_not_out ",country,"
expect_out ",group,"
run compare one twenty --by country --format csv
expect_not_out ",group,"
run compare one twenty --by sectr
expect_status 2
expect_err "Did you mean sector?"
run ensemble ten.toml "${options[@]}" --sectors XXX -o nobody
expect_status 2
expect_err "XXX"

# When the result holds, and under which regime, differ from draw to draw.
cat >timing.toml <<'END'
title = "When and under whom"
[model]
horizon = 3
[[measure]]
kind = "tariff"
by = "USA"
on = "CHN"
change = "+10pp"
valid_until = 2024-06-30
[path]
from = 2021
until = 2026
regime = "calm, at last"
[[regime]]
name = "calm, at last"
next = { "calm, at last" = 0.6, hostile = 0.4 }
[[regime]]
name = "hostile"
next = { "calm, at last" = 0.3, hostile = 0.7 }
[[regime.measure]]
kind = "tariff"
by = "CHN"
on = "USA"
change = "+20pp"
[ensemble]
vary = ["horizon", "regime"]
[ensemble.horizon]
years = { 1 = 0.25, 5 = 0.5, long = 0.25 }
profiles = { standard = 0.5, slow = 0.5 }
END
run validate timing.toml --world "$tiny"
expect_status 0
run scenario show timing.toml --world "$tiny"
expect_out "after one of: 1 year (25%), 5 years (50%), the long run (25%)"
expect_out "The policy is that of 2026, when one of the regimes calm, at last, hostile rules"
run ensemble timing.toml "${options[@]}" --indices kind --threads 1 -o timing1
expect_status 0
expect_out "after one of: 1 year (25%)"
expect_out "The policy is that of 2026"
expect_out "Horizon: drawn, and its profile."
for row in 'horizon years,1,$' 'horizon years,5,$' 'horizon years,inf,long$' \
    'horizon profile,0,standard$' 'horizon profile,1,slow$' 'regime,0,"calm, at last"$' \
    'regime,1,hostile$'; do
    grep -q "^[0-9]*,$row" timing1/inputs.csv || fail "no draw with $row"
done
grep -q '^USA,country,horizon,' timing1/drivers.csv || fail "no index of the horizon"
grep -q '^USA,country,regime,' timing1/drivers.csv || fail "no index of the regime"
run ensemble timing.toml "${options[@]}" --indices kind --threads 2 -o timing2
diff -r timing1 timing2 >/dev/null || fail "two threads give other bytes than one"
cp -r timing1 timing-again
run resume timing-again
expect_status 0
diff -r timing1 timing-again || fail "resume gives other bytes where horizons are drawn"
# A draw is the solve of its policy at its horizon.
draw=$(awk -F, '$2 == "regime" && $4 == "hostile" { print $1; exit }' timing1/inputs.csv)
[[ -n $draw ]] || fail "no draw is hostile"
years=$(awk -F, -v d="$draw" '$1 == d && $2 == "horizon years" { print $3 == "inf" ? "long" : $3 }' timing1/inputs.csv)
profile=$(awk -F, -v d="$draw" '$1 == d && $2 == "horizon profile" { print $4 }' timing1/inputs.csv)
cat >plain.toml <<'END'
title = "The same alone"
[[measure]]
kind = "tariff"
by = "CHN"
on = "USA"
change = "+20pp"
END
run solve plain.toml --world "$tiny" --horizon "$years" --profile "$profile" --format csv
expect_status 0
welfare=$(grep "^$draw,USA,country," timing1/draws.csv | cut -d, -f4)
[[ -n $welfare ]] || fail "the draw has no welfare"
[[ $out == *$'\n'"USA,"*",$welfare,"* ]] || fail "a draw is not the solve of its policy"
# A day asked for takes the regime of its year and the measures in force on it.
run ensemble timing.toml "${options[@]}" --at 2024-03-01 -o early
expect_status 0
expect_out "The policy is that of 2024"
! cmp -s early/draws.csv timing1/draws.csv || fail "the day changes nothing"
run ensemble timing.toml "${options[@]}" --horizon 5 -o asked
expect_status 2
expect_err "leave --horizon out"
run ensemble timing.toml "${options[@]}" --at 2020-06-30 -o before
expect_status 2
expect_err "must be a year after 2021"
sed 's/vary = \["horizon", "regime"\]/vary = ["horizon"]/' timing.toml >years.toml
run ensemble years.toml "${options[@]}" -o years
expect_status 2
expect_err "add \"regime\" to vary"
sed 's/^years = .*/years = {}/' timing.toml >empty.toml
run ensemble empty.toml "${options[@]}" -o empty
expect_status 3
expect_err "ensemble.horizon.years"
sed 's/5 = 0.5, long/5 = 0.4, long/' timing.toml >sum.toml
run ensemble sum.toml "${options[@]}" -o sum
expect_status 3
expect_err "sum.toml, line 28"
expect_err 'together 0.9'

# What stands in the files of a regime counts when a run is gone on with.
sed '/^\[\[regime.measure/,/^change/d; s/^name = "hostile"/&\nbase = "ten.toml"/' timing.toml >onfiles.toml
run ensemble onfiles.toml "${options[@]}" -o onfiles
expect_status 0
run resume onfiles
expect_status 0
sed -i 's/+10pp/+11pp/' ten.toml
run resume onfiles
expect_status 2
expect_err "measures "

finish
