import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumPath } from '../../tests/support/chromium.ts'
import { db2Lacks, startDb2 } from '../../tests/support/db2.ts'
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

/** These ask for Db2's protocol too, and share one server; each file that does says itself where there is none. */
const onDb2 = ['contracts', 'zips', 'stack', 'faults']

/** Starts what the suites need beyond Node, and names what this machine does not have. */
export async function prepare(planned: readonly Suite[]): Promise<Parts> {
  const leftOut: LeftOut[] = []
  const hasBrowser = chromiumPath() !== undefined
  const suites = planned.filter((suite) => suite.name !== 'browser' || hasBrowser)
  if (suites.length < planned.length) leftOut.push({ what: 'browser', why: missing('Chromium') })

  const served = suites.filter((suite) => !withoutServer.includes(suite.name))
  const started = [noteSeen()]
  if (served.length > 0 && !mariadbPath()) {
    leftOut.push({ what: `MariaDB in ${served.map((suite) => suite.name).join(', ')}`, why: missing('MariaDB') })
  } else if (served.length > 0) {
    const { socketPath, stop } = await startMariadb()
    started.push({ env: { OUTLAY_TEST_MARIADB: socketPath }, stop })
  }
  if (suites.some((suite) => onDb2.includes(suite.name)) && !db2Lacks()) {
    const { port, stop } = await startDb2()
    started.push({ env: { OUTLAY_TEST_DB2: String(port) }, stop })
  }
  return {
    suites,
    leftOut,
    env: Object.assign({}, ...started.map(({ env }) => env)),
    stop: () => {
      for (const { stop } of started) stop()
    },
  }
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
