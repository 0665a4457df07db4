import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { main as reportJob } from '../../functions/actions/report-job/action.ts'
import { inProcess } from '../../functions/adapters/jobs/in-process.ts'
import { systemClock } from '../../functions/adapters/node/clock.ts'
import { faultsOf, needed, perhaps } from '../../functions/adapters/setting.ts'
import { lockFolder } from '../../functions/adapters/sql/folder-lock.ts'
import { site } from '../../functions/api/site.ts'
import { table } from '../../functions/api/table.ts'
import { close as closePorts, letters, mailer, objects } from '../../functions/compose.ts'
import { Sentence } from '../../functions/domain/sentence.ts'
import { answerBy } from '../../functions/host/answer.ts'
import { close } from '../../functions/host/closing.ts'
import { type Answer, serverOf } from '../../functions/host/server.ts'
import {
  publicUrl as address,
  filesSecret,
  mail,
  objects as placeOfObjects,
  trustedProxies,
} from '../../functions/settings.ts'
import { actions } from './actions.ts'
import { faultOfKeys } from './key-pair.ts'
import { type HostKeys, keysIn } from './keys.ts'
import { listen } from './listen.ts'
import { type OutboxServer, startOutbox } from './outbox-server.ts'
import { filesAnswer } from './own.ts'
import { planeFolders } from './plane-folders.ts'
import { prepare, settle } from './planes.ts'
import { type HostSettings, misspelt, ofThisHost, oursIn, withUsual } from './settings.ts'

export interface Host {
  readonly url: string
  /** Where mails are shown that nobody delivers; absent where they are delivered. */
  readonly outboxUrl?: string
  /** The settings of all actions. */
  readonly env: object
  /** Answers what is under way, closes the databases and lets go of the folder. */
  close(): Promise<void>
}

/** Runs all actions in this process on one port and one folder. Throws a `Sentence` for what a person can mend. */
export async function startHost(settings: HostSettings): Promise<Host> {
  const locks = [await lockFolder(settings.data)]
  const unlock = () => {
    for (const letGo of locks) letGo()
  }
  let outbox: OutboxServer | undefined
  try {
    const env = envOf(settings, keysIn(settings.data))
    const faults = [misspelt(oursIn(settings.env)), faultsOf(env, ofThisHost), faultOfKeys(env) ?? []].flat()
    if (faults.length > 0) throw new Sentence(faults.join('\n'))

    for (const folder of planeFolders(env)) {
      if (folder !== resolve(settings.data)) locks.push(await lockFolder(folder))
    }
    await prepare(env)
    const files = await filesHere(env)
    outbox = await outboxHere(env)
    const parts = async () => (await import('outlay:site')).default
    const routes = { ...table, site }
    const byActions = answerBy({ routes, actions, site: 'site', files: parts, env: () => env })
    const answer: Answer = (incoming) => ((/\/files\//.test(incoming.path) && files) || byActions)(incoming)
    const server = serverOf(answer, {}, perhaps(env, trustedProxies))
    const { port } = await listen(server, settings)
    const url = `http://${nameOf(settings.host)}:${port}`
    // the port may have been any: it is known now
    if (!settings.env.PUBLIC_URL) env.PUBLIC_URL = url
    inProcess.runBy((batch) => reportJob({ env, ...batch }))
    return { url, env, ...(outbox && { outboxUrl: outbox.url }), close: () => stop({ server, outbox, env, unlock }) }
  } catch (error) {
    await outbox?.close()
    await closePorts()
    unlock()
    throw error
  }
}

/** What people at this machine call an address that it listens on. */
function nameOf(host: string): string {
  if (/^(0\.0\.0\.0|127\.0\.0\.1|::1?)$/.test(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

type Env = { [name: string]: string | undefined }

const envOf = (settings: HostSettings, keys: HostKeys): Env => ({
  TOKEN_PRIVATE_KEY: keys.privateKey,
  TOKEN_PUBLIC_KEYS: keys.publicKeys,
  FILES_SECRET: keys.filesSecret,
  ...withUsual(settings.env, settings),
})

/**
 * Files where they are in a folder, which no action answers. Where they are elsewhere, whoever keeps them is made ready
 * now, so that wrong settings are a sentence at the start.
 */
async function filesHere(env: Env): Promise<Answer | undefined> {
  const files = needed(env, placeOfObjects)
  if (files.store !== 'folder') {
    await objects(env)
    return undefined
  }
  const { folder } = files
  const secret = needed(env, filesSecret)
  return filesAnswer(() => ({ folder, publicUrl: needed(env, address), secret, clock: systemClock }))
}

/** As with files; mails in a folder are shown. */
async function outboxHere(env: Env): Promise<OutboxServer | undefined> {
  const mails = needed(env, mail)
  if (mails.way === 'outbox') return startOutbox(mails.folder, () => letters(env))
  await mailer(env)
  return undefined
}

/** Milliseconds that answers under way may still take. */
const patienceMs = 10_000

interface Running {
  readonly server: Server
  readonly outbox: OutboxServer | undefined
  readonly env: Env
  readonly unlock: () => void
}

async function stop({ server, outbox, env, unlock }: Running): Promise<void> {
  await Promise.all([close(server, patienceMs), outbox?.close()])
  inProcess.runBy(undefined)
  await inProcess.idle()
  await settle(env).finally(closePorts).finally(unlock)
}
