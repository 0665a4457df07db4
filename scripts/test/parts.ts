import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumPath } from '../../tests/support/chromium.ts'
import { mariadbPath, startMariadb } from '../../tests/support/mariadb.ts'
import type { Suite } from './plan.ts'
import type { LeftOut } from './report.ts'

export type Parts = {
  /** The suites that this machine can run. */
  readonly suites: readonly Suite[]
  readonly leftOut: readonly LeftOut[]
  /** How the suites' processes find what was started for them. */
  readonly env: NodeJS.ProcessEnv
  readonly stop: () => void
}

/** These never ask for MariaDB; the others share one server, and keep to SQLite where there is none. */
const withoutServer = ['units', 'sheets', 'clone']

/** Starts what the suites need beyond Node, and names what this machine does not have. */
export async function prepare(planned: readonly Suite[]): Promise<Parts> {
  const leftOut: LeftOut[] = []
  const hasBrowser = chromiumPath() !== undefined
  const suites = planned.filter((suite) => suite.name !== 'browser' || hasBrowser)
  if (suites.length < planned.length) leftOut.push({ what: 'browser', why: missing('Chromium') })

  const served = suites.filter((suite) => !withoutServer.includes(suite.name))
  const seen = noteSeen()
  if (served.length === 0) return { suites, leftOut, ...seen }
  if (!mariadbPath()) {
    leftOut.push({ what: `MariaDB in ${served.map((suite) => suite.name).join(', ')}`, why: missing('MariaDB') })
    return { suites, leftOut, ...seen }
  }
  const { socketPath, stop } = await startMariadb()
  const stopAll = () => {
    stop()
    seen.stop()
  }
  return { suites, leftOut, env: { ...seen.env, OUTLAY_TEST_MARIADB: socketPath }, stop: stopAll }
}

/** Where the files of one run note which answers they have seen, each in its own process. */
function noteSeen(): Pick<Parts, 'env' | 'stop'> {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-seen-'))
  return {
    env: { OUTLAY_SEEN: join(folder, 'seen') },
    stop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function missing(program: string): string {
  return `${program} is not installed; scripts/test-setup installs it on Debian`
}
