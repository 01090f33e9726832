// Compares what a page loads (its chunks and everything they import statically), gzipped, with budgets.json.
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const MANIFEST = 'dist/.vite/manifest.json'
if (!existsSync(MANIFEST)) {
  console.error(`${MANIFEST} is missing: run "npm run build" first`)
  process.exit(1)
}
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'))

function filesOf(entry, seen = new Set()) {
  const chunk = manifest[entry]
  if (!chunk) throw new Error(`budgets.json names ${entry}, which the build does not know`)
  if (seen.has(entry)) return seen
  seen.add(entry)
  for (const imported of chunk.imports ?? []) filesOf(imported, seen)
  return seen
}

let failed = false
for (const budget of JSON.parse(readFileSync('budgets.json', 'utf8'))) {
  const chunks = new Set(budget.entries.flatMap((entry) => [...filesOf(entry)]))
  const files = new Set()
  for (const name of chunks) {
    const chunk = manifest[name]
    for (const file of budget.kind === 'css' ? (chunk.css ?? []) : [chunk.file]) files.add(file)
  }
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0)
  const kilobytes = bytes / 1024
  const over = kilobytes > budget.limitKB
  failed ||= over
  console.log(`${over ? 'OVER' : 'ok  '}  ${budget.name}: ${kilobytes.toFixed(1)} kB of ${budget.limitKB} kB`)
}
process.exit(failed ? 1 : 0)
