// Compares the tables of two folders, CSV in the one and Parquet in the other, cell by cell, with two readers that share no code:
// DuckDB (what `convoy query --format csv` printed into FOLDER/NAME.duckdb.csv) and hyparquet.
//   node columns.mjs CSV_FOLDER PARQUET_FOLDER NAME...
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

// The packages lie in the working directory, not beside this file.
const require = createRequire(join(process.cwd(), 'package.json'))
const load = (name) => import(pathToFileURL(require.resolve(name)))
const { parquetReadObjects, parquetMetadata } = await load('hyparquet')
const { compressors } = await load('hyparquet-compressors')

const cells = (line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g).slice(0, line.endsWith(',') ? undefined : -1)
    .map((c) => c.replace(/,$/, '').replace(/^"(.*)"$/, '$1').replaceAll('""', '"'))
const rows = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').map(cells)
// One form for what the readers write in several: 2024-10-14 08:03:30.038 and 2024-10-14T08:03:30.038, 42.500000000 and 42.5.
const same = (cell) => {
    if (cell === null || cell === undefined) return ''
    if (cell instanceof Date) return cell.toISOString().slice(0, -1)
    const text = String(cell)
    if (/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(text)) {
        const [seconds, part = ''] = text.replace(' ', 'T').split('.')
        return (seconds.length === 16 ? seconds + ':00' : seconds) + '.' + part.padEnd(3, '0').slice(0, 3)
    }
    return /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text) ? String(Number(text)) : text
}
const day = (cell, column) => column === 'date' ? cell.slice(0, 10) : cell
const fail = (message) => { console.error('columns: ' + message); process.exit(1) }

const [csvFolder, parquetFolder, ...names] = process.argv.slice(2)
for (const name of names) {
    const [header, ...expected] = rows(join(csvFolder, name + '.csv'))
    const [duckHeader, ...duck] = rows(join(parquetFolder, name + '.duckdb.csv'))
    if (String(duckHeader) !== String(header)) fail(`${name}: DuckDB has the columns ${duckHeader}, expected ${header}`)

    const bytes = readFileSync(join(parquetFolder, name + '.parquet'))
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const metadata = parquetMetadata(file)
    const units = new Map(metadata.key_value_metadata.map((kv) => [kv.key, kv.value]))
    const objects = await parquetReadObjects({ file, compressors })
    if (objects.length !== expected.length || duck.length !== expected.length) {
        fail(`${name}: ${expected.length} rows, hyparquet reads ${objects.length}, DuckDB ${duck.length}`)
    }
    // A duration is in the metadata: "ms since" the instant that it is counted from.
    const value = (row, column) => {
        if (row[column] !== undefined) return row[column]
        const millis = row[column + '_ms']
        if (millis === null || millis === undefined) return null
        const from = units.get(`unit:${column}_ms`).replace('ms since ', '')
        return new Date(value(row, from).getTime() + Number(millis))
    }
    expected.forEach((cellsOf, r) => header.forEach((column, c) => {
        const right = day(same(cellsOf[c]), column)
        const others = { hyparquet: value(objects[r], column), DuckDB: duck[r][c] }
        for (const [reader, cell] of Object.entries(others)) {
            const got = day(same(cell), column)
            if (got !== right) fail(`${name}, row ${r + 1}, ${column}: ${reader} reads '${got}', the CSV has '${right}'`)
        }
    }))
    console.log(`columns: ${name}: ${expected.length} rows, ${(bytes.length / expected.length).toFixed(1)} bytes each, `
        + `${units.size} notes in the metadata; both readers agree with the CSV`)
    // A file of few trips is mostly its head.
    if (name === 'trips' && expected.length > 10_000 && bytes.length > 40 * expected.length) fail('more than 40 bytes a trip')
}
