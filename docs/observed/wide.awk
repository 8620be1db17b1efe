# Turns observed.csv of a run with one replication into a table of what would have been counted: a row a time, a column for each thing observed.
# convoy run ... --replications 1; awk -f docs/observed/wide.awk out/named-world/observed.csv
BEGIN { FS = ","; OFS = "," }
NR > 1 {
    if (!($1 in column)) { column[$1] = ++columns; name[columns] = $1 }
    if (!($4 in time)) { time[$4] = 1; order[++rows] = $4 }
    if ($6 != "") value[$4, $1] = sprintf($1 ~ /^wait/ ? "%.1f" : "%d", $6)
}
END {
    line = "time"
    for (c = 1; c <= columns; c++) line = line OFS name[c]
    print line
    while (rows > 0) {
        best = 1
        for (i = 2; i <= rows; i++) if (order[i] < order[best]) best = i
        line = order[best]; sub("T", " ", line)
        for (c = 1; c <= columns; c++) line = line OFS value[order[best], name[c]]
        print line
        order[best] = order[rows--]
    }
}
