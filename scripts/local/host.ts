import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
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
import { type HostKeys, keysIn } from './keys.ts'
import { outboxAnswer } from './outbox.ts'
import { filesAnswer } from './own.ts'
import { prepare, settle } from './planes.ts'
import { type HostSettings, ofThisHost, withUsual } from './settings.ts'

export interface Host {
  readonly url: string
  /** The settings of all actions. */
  readonly env: object
  /** Answers what is under way, closes the databases and lets go of the folder. */
  close(): Promise<void>
}

/** Runs all actions in this process on one port and one folder. Throws a `Sentence` for what a person can mend. */
export async function startHost(settings: HostSettings): Promise<Host> {
  const unlock = await lockFolder(settings.data)
  try {
    const env = envOf(settings, keysIn(settings.data))
    const faults = faultsOf(env, ofThisHost)
    if (faults.length > 0) throw new Sentence(faults.join('\n'))

    await prepare(env)
    const own = await ownAnswers(env)
    const files = async () => (await import('outlay:site')).default
    const routes = { ...table, site }
    const byActions = answerBy({ routes, actions, site: 'site', files, env: () => env })
    const answer: Answer = (incoming) => (own(incoming.path) ?? byActions)(incoming)
    const server = serverOf(answer, {}, perhaps(env, trustedProxies))
    const { port } = await listen(server, settings)
    const url = `http://localhost:${port}`
    // the port may have been any: it is known now
    if (!settings.env.PUBLIC_URL) env.PUBLIC_URL = url
    inProcess.runBy((batch) => reportJob({ env, ...batch }))
    return { url, env, close: () => stop(server, env, unlock) }
  } catch (error) {
    await closePorts()
    unlock()
    throw error
  }
}

type Env = { [name: string]: string | undefined }

const envOf = (settings: HostSettings, keys: HostKeys): Env => ({
  TOKEN_PRIVATE_KEY: keys.privateKey,
  TOKEN_PUBLIC_KEYS: keys.publicKeys,
  FILES_SECRET: keys.filesSecret,
  ...withUsual(settings.env, settings),
})

/**
 * What no action answers: files and mails where they are in folders. Where they are elsewhere, whoever is there is made
 * ready now, so that wrong settings are a sentence at the start.
 */
async function ownAnswers(env: Env): Promise<(path: string) => Answer | undefined> {
  const files = needed(env, placeOfObjects)
  if (files.store !== 'folder') await objects(env)
  const mails = needed(env, mail)
  if (mails.way !== 'outbox') await mailer(env)

  const publicUrl = () => needed(env, address)
  const outbox = mails.way === 'outbox' ? outboxAnswer(mails.folder, () => letters(env), publicUrl) : undefined
  const signed = (folder: string): Answer =>
    filesAnswer(() => ({ folder, publicUrl: publicUrl(), secret: needed(env, filesSecret), clock: systemClock }))
  const folder = files.store === 'folder' ? signed(files.folder) : undefined
  return (path) => {
    if (/\/files\//.test(path)) return folder
    return /^\/outbox(\/|$)/.test(path) ? outbox : undefined
  }
}

async function listen(server: Server, { port, host }: HostSettings): Promise<AddressInfo> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new Sentence(whyNot(cause, port, host), { cause })
  }
  const address = server.address()
  if (typeof address === 'string' || !address) throw new Error('A server on a port has an address')
  return address
}

function whyNot(cause: unknown, port: number, host: string): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop what uses it, or set PORT to another one.`
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Set PORT to one above 1023.`
  return `Outlay cannot listen on ${host}, port ${port} (${code}).`
}

/** Milliseconds that answers under way may still take. */
const patienceMs = 10_000

async function stop(server: Server, env: Env, unlock: () => void): Promise<void> {
  await close(server, patienceMs)
  inProcess.runBy(undefined)
  await inProcess.idle()
  await settle(env).finally(closePorts).finally(unlock)
}
