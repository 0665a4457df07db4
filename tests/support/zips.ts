import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type ActionReport, buildActions } from '../../scripts/build/actions.ts'
import { buildSite } from '../../scripts/build/site.ts'
import { sourcesStamp } from '../../scripts/sources.mjs'

/** Goes with the folder, which every other build makes anew. */
const stamp = 'dist/actions/stamp'

/** The zips of these sources in `dist/actions`: built by the first that asks, and found there by the next. */
export async function zipsBuilt(): Promise<readonly ActionReport[]> {
  const sources = sourcesStamp(process.cwd())
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return reports()
  const built = await buildActions((await buildSite()).files)
  writeFileSync(stamp, sources)
  return built
}

function reports(): readonly ActionReport[] {
  const files = readdirSync('dist/actions').filter((name) => name.endsWith('.json'))
  return files.map((name) => JSON.parse(readFileSync(`dist/actions/${name}`, 'utf8')))
}
