// Writes src/api/schema.d.ts from a running server's OpenAPI document: node api/generate.mjs http://127.0.0.1:8080
import { writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const server = process.argv[2] ?? process.env.YUANQING_URL ?? 'http://127.0.0.1:8080'
const document = await (await fetch(`${server}/v3/api-docs`)).json()
// The order of the document depends on the server's class loading; ours does not.
document.paths = Object.fromEntries(Object.entries(document.paths).sort(([a], [b]) => a.localeCompare(b)))
document.components.schemas = Object.fromEntries(
  Object.entries(document.components.schemas).sort(([a], [b]) => a.localeCompare(b)),
)
document.servers = []
const text = '// Generated from the OpenAPI document by "npm run types". Do not edit.\n' + astToString(await openapiTS(document, { defaultNonNullable: false }))
if (process.argv.includes('--print')) process.stdout.write(text)
else writeFileSync(new URL('../src/api/schema.d.ts', import.meta.url), text)
