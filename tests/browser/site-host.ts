import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourcesStamp } from '../../scripts/sources.mjs'
import { type Here, startThere } from '../support/host.ts'

/** The local host with the site, in a process of its own, built from the sources as they are. */
export function siteHost(env: { readonly [name: string]: string | undefined } = {}): Promise<Here> {
  build()
  return startThere({ env })
}

const stampFile = join('dist', '.stamp')

/** As npm start does it: only where something has changed. */
function build(): void {
  const stamp = sourcesStamp(process.cwd())
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'build', 'local'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The site could not be built: ${stderr}`)
  writeFileSync(stampFile, stamp)
}
