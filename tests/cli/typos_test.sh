#!/usr/bin/env bash
# Mistakes on the command line: status 2, nothing on standard output, and a suggestion.
source "$(dirname "$0")/expect.sh"

mistake() {
    local wanted=$1
    shift
    run "$@"
    expect_status 2
    expect_no_out
    expect_err "$wanted"
}

mistake "There is no verb heatmpa. Did you mean heatmap?" heatmpa
mistake "There is no verb world shwo. Did you mean show?" world shwo tiny
mistake "There is no option --sotr. Did you mean --sort?" heatmap --sotr name
mistake "There is no option --cuntries. Did you mean --countries?" heatmap --cuntries=DEU
mistake "Did you mean DEU?" heatmap --world "$tiny" --countries DUE
mistake "Did you mean EU27?" heatmap --world "$tiny" --group EU72
mistake "Did you mean exposure_china?" heatmap --world "$tiny" --sort exposure_chna
mistake "Did you mean USA?" exposure --world "$tiny" --to UAS
mistake "Did you mean GDS?" exposure --world "$tiny" --to USA --scope GDX
mistake "Did you mean VNM?" profile --world "$tiny" VMN
mistake "The formats are text, csv, json, md, html, svg. Did you mean json?" cite --format jsn
mistake "There is no format xlsx" cite -o sources.xlsx
mistake "contradict" cite --json --format csv
mistake "must be a whole number" heatmap --threads two
mistake "must be from 0 to 1024" heatmap --threads 5000
mistake "one word too many" heatmap DEU
mistake "ISO3 is missing" profile
mistake "--to CODE,... is missing" exposure
mistake "two codes" heatmap --world "$tiny" --poles USA
mistake "empty place" heatmap --world "$tiny" --countries DEU,,FRA
mistake "no world, world file or folder" heatmap --world nowhere
mistake "one of bash, zsh, fish" completion tcsh
mistake "Usage: entente" 
mistake "Usage: entente world" world

finish
