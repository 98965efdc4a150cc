#!/usr/bin/env bash
# A user's own product-level trade: files shaped like BACI, with invented numbers.
source "$(dirname "$0")/expect.sh"

mkdir own
cat >own/country_codes_V209901.csv <<'CSV'
country_code,country_name,country_iso2,country_iso3
842,USA,US,USA
156,China,CN,CHN
276,Germany,DE,DEU
251,France,FR,FRA
410,Rep. of Korea,KR,KOR
CSV
for year in 2017 2022; do
    awk -v year=$year 'BEGIN {
        split("842 156 276 251 410", numbers, " ")
        print "t,i,j,k,v,q"
        for (i in numbers) for (n in numbers) if (i != n) {
            printf "%d,%d,%d,870323,%d,1\n", year, numbers[i], numbers[n], 1e8 * (i + 2 * n)
            printf "%d,%d,%d,270900,%d,NA\n", year, numbers[i], numbers[n], 1e8 * (n + year - 2016)
        }
    }' >own/BACI_HS17_Y${year}_V209901.csv
done

run history DEU --trade own --draws 64 --format csv
expect_status 0
expect_no_err
expect_out "DEU,trade,level,2022,2022,own BACI,"
expect_out "DEU,technology,level,2017,2017,own BACI,"
expect_out "DEU,energy,level,2022,2022,own BACI,"
expect_out "DEU,score,score,2022,"
expect_out ",2017,,,,,"
run history DEU --trade own --show growth --format csv
expect_status 0
expect_out "DEU,own BACI,2017 to 2022,"
run hedging DEU --trade own --draws 64
expect_status 0
expect_out "own BACI HS17 V209901 of 2017, 2022"
run heatmap --world "$tiny" --trade own --draws 64 --json
expect_status 0
expect_out "own BACI HS17 V209901 of 2017, 2022"
run heatmap --world "$tiny" --draws 64 --json
expect_not_out "own BACI"

printf '2022,999,842,870323,1,1\n2022,276,842,870323,-1,1\n' >>own/BACI_HS17_Y2022_V209901.csv
run hedging DEU --trade own --draws 64
expect_status 3
expect_err "2 problems"
expect_err "BACI_HS17_Y2022_V209901.csv, line 42, column i"
expect_err "line 43, column v"
run hedging DEU --trade nowhere
expect_status 3
expect_err "nowhere"

finish
