// Writes src/api/schema.d.ts from api/openapi.json, which the center's ApiDocumentTest keeps true.
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const description = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'))
const types = astToString(await openapiTS(description, { defaultNonNullable: false }))
writeFileSync(new URL('../src/api/schema.d.ts', import.meta.url), `// Generated from api/openapi.json by "npm run types". Do not edit.\n${types}`)
